import { sql } from "drizzle-orm";
import type { CartLine } from "@/lib/cart/cookie";
import { priceCart } from "@/lib/cart/read";
import type { Given } from "@/lib/web/operation";
import type { SubmitInput } from "../submit/choose";
import { decide } from "../submit/decide";
import { claim, writeOrders } from "../submit/write";

type For = {
  /** Whose orders they become: whoever asks, or whoever called them. */
  userId: number;
  lines: readonly CartLine[];
  input: SubmitInput;
};

/**
 * Places an order with each retailer of the lines, all or none, as the login of the transaction. The key makes it safe to
 * send again. Source: DESIGN 6.
 * @returns the submit's number; `leaving` are the variants that leave the cart with it, null when the key was used before
 * @throws AppError for whatever keeps the lines from being ordered as they were asked for or shown
 */
export async function placeOrders(
  { tx, context, record }: Pick<Given<unknown>, "tx" | "context" | "record">,
  { userId, lines, input }: For,
): Promise<{ number: number; leaving: number[] | null }> {
  const { say, locale } = context;
  const { fresh, earlier } = await claim(tx, userId, input.idempotencyKey);
  if (!fresh) return { number: earlier, leaving: null };
  if (lines.length) await tx.execute(sql`select lock_variants(${sql.param(lines.map((line) => line.variantId))})`);
  const priced = await priceCart(tx, lines);
  const { chosen, leaving } = decide({ lines, priced, input, say, locale });
  const written = await writeOrders(tx, fresh, chosen, userId, input);
  await record("order.placed", { submitId: fresh.id, number: fresh.number, userId, ...written });
  return { number: fresh.number, leaving };
}
