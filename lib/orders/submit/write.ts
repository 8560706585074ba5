import { and, eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { orderLines, orders, submits } from "@/db/schema";
import { env } from "@/lib/platform/env";
import { orderAddress, orderNumber } from "../rules";
import type { Chosen, SubmitInput } from "./choose";

/**
 * Claims the key. A second claim waits for the first to end and then finds its orders; that its cart is empty by then
 * is why the content is not compared.
 * @returns the new submit, or the number of the one that used the key before
 */
export async function claim(tx: Database, userId: number, idempotencyKey: string) {
  const [fresh] = await tx
    .insert(submits)
    .values({ userId, idempotencyKey })
    .onConflictDoNothing()
    .returning({ id: submits.id, number: submits.number });
  if (fresh) return { fresh, earlier: null };
  const same = and(eq(submits.userId, userId), eq(submits.idempotencyKey, idempotencyKey));
  const [earlier] = await tx.select({ number: submits.number }).from(submits).where(same);
  return { fresh: null, earlier: earlier!.number };
}

/**
 * Writes an order for each basket, with its lines, which take the stock.
 * @returns the ids of the orders, and of the products that were bought
 */
export async function writeOrders(
  tx: Database,
  submit: { id: number; number: number },
  chosen: readonly Chosen[],
  userId: number,
  input: SubmitInput,
) {
  const { contact } = input;
  const rows = await tx
    .insert(orders)
    .values(
      chosen.map(({ basket, fulfilment, totals }, index) => ({
        submitId: submit.id,
        retailerId: basket.retailer.id,
        userId,
        number: orderNumber(submit.number, index),
        paymentMethod: fulfilment === "delivery" ? ("cash_on_delivery" as const) : ("cash_on_pickup" as const),
        fulfilment,
        contactName: contact.name,
        contactEmail: contact.email,
        contactPhone: contact.phone,
        address: fulfilment === "delivery" && input.address ? orderAddress(input.address) : null,
        note: input.note ?? "",
        currency: env.CHARSU_CURRENCY,
        subtotal: totals.subtotal,
        discount: totals.discount,
        shipping: totals.shipping,
        total: totals.total,
        weight: totals.weight,
      })),
    )
    .returning({ id: orders.id, retailerId: orders.retailerId });
  const orderOf = new Map(rows.map((row) => [row.retailerId, row.id]));
  // The trigger on these rows takes the stock; in id order, as everywhere.
  const lines = chosen
    .flatMap(({ basket }) =>
      basket.lines.map((line, position) => ({
        orderId: orderOf.get(basket.retailer.id)!,
        position,
        productId: line.productId,
        variantId: line.variantId,
        name: line.name,
        options: line.options,
        sku: line.sku,
        unitPrice: line.price,
        quantity: line.quantity,
        total: line.price * line.quantity,
        weight: line.weight,
      })),
    )
    .sort((a, b) => a.variantId - b.variantId);
  await tx.insert(orderLines).values(lines);
  return { orderIds: rows.map((row) => row.id), productIds: [...new Set(lines.map((line) => line.productId))] };
}
