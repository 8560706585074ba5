import { sql } from "drizzle-orm";
import { database, pool } from "@/db/client";
import { enqueueSoon } from "@/lib/platform/jobs";
import type { EventName, EventPayload } from "@/lib/web/cache-tags";
import type { Cells } from "./cells";

/** Seconds in which the orders of a rush are gathered, so that a day is counted once for many of them. */
const gathering = 2;

type Day = { retailerId: number; day: string };

/** The days of shops on which these orders were placed. */
async function daysOfOrders(ids: readonly number[]): Promise<Day[]> {
  const { rows } = await database("worker").execute<Day>(sql`
    select distinct o.retailer_id as "retailerId", (o.created_at at time zone r.timezone)::date::text as day
    from orders o join retailers r on r.id = o.retailer_id where o.id = any (${sql.param([...ids])})`);
  return rows;
}

/** The days whose figures still count these products where they stand no more. */
async function daysOfMoved(productIds: readonly number[]): Promise<Day[]> {
  const { rows } = await database("worker").execute<Day>(sql`
    select distinct c.retailer_id as "retailerId", c.day::text as day
    from product_sales_by_day c left join products p on p.id = c.product_id
    where c.product_id = any (${sql.param([...productIds])}) and c.category_id is distinct from coalesce(p.category_id, 0)`);
  return rows;
}

/** Whether figures of the shop are of days of another time zone than its own. */
async function movedClock(retailerId: number): Promise<boolean> {
  const { rows } = await database("worker").execute(sql`
    select from retailers r join lateral (
      select timezone from sales_by_day d where d.retailer_id = r.id order by d.day desc limit 1) d on d.timezone <> r.timezone
    where r.id = ${retailerId}`);
  return rows.length > 0;
}

async function touched(payload: object): Promise<Day[]> {
  const { orderId, orderIds, productIds }: { orderId?: number; orderIds?: number[]; productIds?: number[] } = payload;
  const orders = orderIds ?? (orderId === undefined ? [] : [orderId]);
  if (orders.length) return daysOfOrders(orders);
  return productIds?.length ? daysOfMoved(productIds) : [];
}

const keyOf = ({ retailerId, from, to }: Cells) => `cells:${retailerId}:${from}:${to}`;

/**
 * Queues what makes anew the figures that an event changes. Jobs of one day become one, and making is safe to run twice,
 * so it does not matter how often and in which order events are told.
 */
export async function queueCells<N extends EventName>(name: N, payload: EventPayload<N>): Promise<void> {
  const days = await touched(payload);
  const cells = days.map(({ retailerId, day }): Cells => ({ retailerId, from: day, to: day }));
  await enqueueSoon(
    pool("worker"),
    "cells",
    cells.map((each) => ({ key: keyOf(each), payload: each })),
    gathering,
  );
  if (name !== "retailer.changed") return;
  const { retailerId } = payload as EventPayload<"retailer.changed">;
  if (await movedClock(retailerId)) {
    await enqueueSoon(
      pool("worker"),
      "figures",
      [{ key: `figures:${retailerId}`, payload: { retailerId } }],
      gathering,
    );
  }
}
