import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { type PaymentStatus, paymentAfter } from "@/lib/orders/keeping/rules";
import type { OrderStatus } from "@/lib/orders/rules";

/** Days over which the orders of earlier customers are spread. */
const spread = 56;
/** What is younger than this waits for its shop. */
const fresh = 3;
const ways = {
  pickup: ["confirmed", "preparing", "ready_for_pickup", "picked_up"],
  delivery: ["confirmed", "preparing", "out_for_delivery", "delivered"],
} as const;

type Order = { id: number; retailerId: number; fulfilment: keyof typeof ways };

/**
 * Puts submits back in time, which the owner's login alone can, and brings their orders where orders of that age are: the
 * shop has handed them over, one in a while was cancelled or came back. A basket began before each, and some beside them
 * that nobody submitted.
 */
export async function ageOrders(db: Database): Promise<void> {
  const { rows: all } = await db.execute<{ id: number }>(sql`select id from submits order by id`);
  for (const [index, { id }] of all.entries()) {
    const days = (index * 17 + 1) % spread;
    const at = sql`date_trunc('day', now()) - make_interval(days => ${days}::int, hours => ${-(9 + (index % 9))}::int, mins => ${-((index * 13) % 60)}::int)`;
    const past = days === 0 ? sql`now()` : at;
    await db.execute(sql`update submits set created_at = ${past} where id = ${id}`);
    await db.execute(sql`update orders set created_at = ${past} where submit_id = ${id}`);
    const { rows: orders } = await db.execute<Order>(
      sql`select id, retailer_id as "retailerId", fulfilment from orders where submit_id = ${id} order by id`,
    );
    for (const order of orders) {
      if (days >= fresh) {
        const whole = ways[order.fulfilment];
        const end: readonly OrderStatus[] =
          order.id % 11 === 0 ? [...whole, "returned"] : order.id % 13 === 0 ? ["cancelled"] : whole;
        let payment: PaymentStatus = "due";
        for (const status of end) {
          payment = paymentAfter(status, payment);
          await db.execute(
            sql`update orders set status = ${status}::order_status, payment_status = ${payment} where id = ${order.id}`,
          );
        }
      }
      await db.execute(sql`
        update order_status_log l set at = o.created_at + make_interval(hours => 5 * place::int)
        from (select id, row_number() over (order by id) - 1 as place from order_status_log where order_id = ${order.id}) n, orders o
        where n.id = l.id and o.id = l.order_id`);
      const begun = order.id % 3 === 0 ? 3 : 2;
      await db.execute(sql`
        insert into basket_starts (retailer_id, at)
        select ${order.retailerId}::int, o.created_at - interval '20 minutes' from orders o, generate_series(1, ${begun}::int) where o.id = ${order.id}`);
    }
  }
}
