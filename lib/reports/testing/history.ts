import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { events, orderLines, orders, submits } from "@/db/schema";
import { env } from "@/lib/platform/env";

export type PastLine = { productId: number; variantId: number; name?: string; price: number; quantity: number };
export type PastOrder = {
  retailerId: number;
  userId: number;
  at: Date;
  lines: readonly PastLine[];
  discount?: number;
  shipping?: number;
};

let counter = 0;

/**
 * Writes an order as a submit does, lines and all, and then puts it back in time, which the owner's login alone can.
 * @returns its id
 */
export async function placeInPast(owner: Database, past: PastOrder): Promise<number> {
  const { retailerId, userId, at, lines, discount = 0, shipping = 0 } = past;
  const subtotal = lines.reduce((sum, { price, quantity }) => sum + price * quantity, 0);
  return owner.transaction(async (tx) => {
    counter += 1;
    const [submit] = await tx
      .insert(submits)
      .values({ userId, idempotencyKey: `past ${process.pid} ${counter}` })
      .returning({ id: submits.id, number: submits.number });
    const [order] = await tx
      .insert(orders)
      .values({
        submitId: submit!.id,
        retailerId,
        userId,
        number: `${submit!.number}-1`,
        paymentMethod: "cash_on_pickup",
        fulfilment: "pickup",
        contactName: "Past Shopper",
        contactEmail: "past@example.com",
        contactPhone: "1",
        currency: env.CHARSU_CURRENCY,
        subtotal,
        discount,
        shipping,
        total: subtotal - discount + shipping,
        weight: 0,
      })
      .returning({ id: orders.id });
    await tx.insert(orderLines).values(
      lines.map(({ productId, variantId, name = "Past thing", price, quantity }, position) => ({
        orderId: order!.id,
        position,
        productId,
        variantId,
        name,
        unitPrice: price,
        quantity,
        total: price * quantity,
        weight: 0,
      })),
    );
    await tx.execute(sql`update submits set created_at = ${at.toISOString()} where id = ${submit!.id}`);
    await tx.execute(sql`update orders set created_at = ${at.toISOString()} where id = ${order!.id}`);
    await tx.execute(sql`update order_status_log set at = ${at.toISOString()} where order_id = ${order!.id}`);
    return order!.id;
  });
}

/** Tells that orders were placed, as the submit's transaction does. */
export const tellPlaced = (owner: Database, orderIds: readonly number[]) =>
  owner.insert(events).values({
    name: "order.placed",
    payload: { submitId: 0, number: 0, userId: 0, orderIds: [...orderIds], productIds: [] },
  });

/** Moves an order and tells of it, as an operation does. */
export async function move(owner: Database, orderId: number, status: string): Promise<void> {
  await owner.transaction(async (tx) => {
    await tx.execute(sql`update orders set status = ${status}::order_status where id = ${orderId}`);
    await tx.insert(events).values({ name: "order.moved", payload: { orderId, productIds: [] } });
  });
}
