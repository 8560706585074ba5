import { desc, eq } from "drizzle-orm";
import { database } from "@/db/client";
import { outboxMessages } from "@/db/schema";

export type OutboxMessage = { channel: "email" | "sms"; to: string; subject: string | null; text: string; at: string };

/**
 * What would have been sent, newest first. Only for `/dev`, which is closed in production.
 * @param to an e-mail address or a number in E.164; everybody's when absent
 */
export async function outboxList(to: string | undefined, limit = 50): Promise<OutboxMessage[]> {
  const rows = await database("auth")
    .select({
      channel: outboxMessages.channel,
      to: outboxMessages.recipient,
      subject: outboxMessages.subject,
      text: outboxMessages.text,
      at: outboxMessages.at,
    })
    .from(outboxMessages)
    .where(to === undefined ? undefined : eq(outboxMessages.recipient, to))
    .orderBy(desc(outboxMessages.id))
    .limit(limit);
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}
