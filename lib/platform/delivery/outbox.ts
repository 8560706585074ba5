import type { Pool } from "pg";
import { DeliveryError } from "./error";

/** A row of the outbox before it has an id and a time; see db/schema/outbox-messages.ts. */
type OutboxMessage = {
  channel: "email" | "sms";
  recipient: string;
  subject: string | null;
  text: string;
  html: string | null;
  idempotencyKey: string;
};

const KEEP = `
  insert into outbox_message (channel, recipient, subject, text, html, idempotency_key) values ($1, $2, $3, $4, $5, $6)
  on conflict (channel, idempotency_key) do nothing returning id`;
const FIND = "select id from outbox_message where channel = $1 and idempotency_key = $2";

/** Keeps the message once for its channel and key, and returns its id. Throws {@link DeliveryError}, retryable. */
export async function keepInOutbox(pool: Pick<Pool, "query">, message: OutboxMessage): Promise<string> {
  const { channel, recipient, subject, text, html, idempotencyKey } = message;
  try {
    const made = await pool.query<{ id: string }>(KEEP, [channel, recipient, subject, text, html, idempotencyKey]);
    const [row] = made.rows.length ? made.rows : (await pool.query(FIND, [channel, idempotencyKey])).rows;
    return String(row.id);
  } catch (error) {
    // PostgreSQL's detail would quote the message, and with it a code.
    throw new DeliveryError(`outbox: ${(error as { code?: string }).code ?? "not reachable"}`, { retryable: true });
  }
}
