import { eq, sql } from "drizzle-orm";
import { orders } from "@/db/schema";
import { AppError } from "@/lib/platform/errors";
import { operator } from "@/lib/web/actor";
import { operation } from "@/lib/web/operation";
import { revealInput } from "../input";
import { contactView } from "../queries";
import { revealedView } from "../views";

type Row = { email: string; phone: string; address: Parameters<typeof contactView>[0]["address"] };

/** Shows an operator what the mask hides; who looked, and why, is in the audit of the same transaction. */
export const revealOrder = operation({
  name: "orders.keeping.reveal",
  summary: "Shows the contact of an order unmasked, and writes down who looked and why.",
  http: { method: "POST", path: "/api/admin/orders/{id}/reveal", errors: ["not_found"] },
  message: "The contact. That you looked is written down.",
  input: revealInput,
  output: revealedView,
  allow: [operator],
  limit: "write",
  run: async ({ input, tx, context }) => {
    const [order] = await tx.select({ id: orders.id }).from(orders).where(eq(orders.number, input.id));
    if (!order) throw new AppError("not_found", context.say("errors.not_found"));
    const { rows } = await tx.execute<Row>(sql`select * from reveal_order(${order.id}, ${input.reason})`);
    return contactView(rows[0]!);
  },
});
