import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { undone } from "@/db/schema/order-transitions";
import type { Scope } from "./scope";

/** A place in a list by time: the moment as PostgreSQL writes it, and the id. */
export type After = [at: string, id: number] | null;

export type OrderRow = {
  id: number;
  number: string;
  shop: { handle: string; name: string };
  status: string;
  day: string;
  at: string;
  timezone: string;
  revenue: number;
  shipping: number;
  total: number;
};

const isUndone = sql.raw(`o.status in (${undone.map((each) => `'${each}'`).join(", ")})`);
const states = { counts: sql`not (${isUndone})`, undone: isUndone, placed: sql`true` } as const;

const ofShops = ({ shops }: Scope) =>
  shops === null ? sql`true` : sql`o.retailer_id = any (${sql.param([...shops])})`;
/** By the clock of the shop; the clocks of the world are less than a day apart from each other, so the index may ask for one more. */
const during = ({ span: { from, to } }: Scope) => sql`
  o.created_at >= ${from}::date::timestamp at time zone 'UTC' - interval '1 day'
  and o.created_at < ${to}::date::timestamp at time zone 'UTC' + interval '2 days'
  and (o.created_at at time zone r.timezone)::date between ${from}::date and ${to}::date`;

/** The orders behind a figure, newest first. */
export async function selectSoldOrders(
  tx: Database,
  scope: Scope,
  { state, after, limit }: { state: keyof typeof states; after: After; limit: number },
): Promise<OrderRow[]> {
  const from = after ? sql`(o.created_at, o.id) < (${after[0]}::timestamptz, ${after[1]})` : sql`true`;
  const { rows } = await tx.execute<OrderRow>(sql`
    select o.id, o.number, json_build_object('handle', r.handle, 'name', r.name) as shop, o.status,
      (o.created_at at time zone r.timezone)::date::text as day, o.created_at::text as at, r.timezone,
      (o.subtotal - o.discount)::float8 as revenue, o.shipping::float8 as shipping, o.total::float8 as total
    from orders o join retailers r on r.id = o.retailer_id
    where ${ofShops(scope)} and ${during(scope)} and ${states[state]} and ${from}
    order by o.created_at desc, o.id desc limit ${limit}`);
  return rows;
}

export type LineRow = {
  id: number;
  number: string;
  shop: { handle: string; name: string };
  day: string;
  name: string;
  options: string;
  quantity: number;
  unitPrice: number;
  discount: number;
  revenue: number;
};

/** The lines of a product that count, newest order first, with their part of what the order was cheaper by. */
export async function selectSoldLines(
  tx: Database,
  scope: Scope,
  { product, after, limit }: { product: number; after: number | null; limit: number },
): Promise<LineRow[]> {
  const from = after === null ? sql`true` : sql`l.id < ${after}`;
  const { rows } = await tx.execute<LineRow>(sql`
    select l.id, o.number, json_build_object('handle', r.handle, 'name', r.name) as shop,
      (o.created_at at time zone r.timezone)::date::text as day, l.name, l.options, l.quantity, l.unit_price::float8 as "unitPrice",
      s.discount::float8 as discount, (l.total - s.discount)::float8 as revenue
    from order_lines l join orders o on o.id = l.order_id join retailers r on r.id = o.retailer_id
      cross join lateral (${shareOf}) s
    where l.product_id = ${product} and ${ofShops(scope)} and ${during(scope)} and ${states.counts} and ${from}
    order by l.id desc limit ${limit}`);
  return rows;
}

/** Shared over the lines of the order by largest remainder, as `lib/reports/cells` does for all of them at once. */
const shareOf = sql`
  select case when o.discount = 0 then 0 else (
    select p.share + case when p.place <= o.discount - p.shared then 1 else 0 end
    from (
      select e.id, floor(o.discount::numeric * e.total / o.subtotal) as share,
        sum(floor(o.discount::numeric * e.total / o.subtotal)) over () as shared,
        row_number() over (order by mod(o.discount::numeric * e.total, o.subtotal) desc, e.position) as place
      from order_lines e where e.order_id = o.id) p
    where p.id = l.id) end as discount`;

export type SoldDayRow = {
  retailerId: number;
  day: string;
  shop: { handle: string; name: string };
  placed: number;
  orders: number;
  units: number;
  revenue: number;
  baskets: number;
};

/** What each shop sold on each day, newest day first. */
export async function selectSoldDays(
  tx: Database,
  { shops, span }: Scope,
  { after, limit }: { after: After; limit: number },
): Promise<SoldDayRow[]> {
  const within = sql`
    day between ${span.from}::date and ${span.to}::date
    and ${shops === null ? sql`true` : sql`retailer_id = any (${sql.param([...shops])})`}
    and ${after ? sql`(day, retailer_id) < (${after[0]}::date, ${after[1]})` : sql`true`}
    order by day desc, retailer_id desc limit ${limit}`;
  const { rows } = await tx.execute<SoldDayRow>(sql`
    select c.retailer_id as "retailerId", c.day::text, json_build_object('handle', r.handle, 'name', r.name) as shop,
      sum(c.placed)::int as placed, sum(c.orders)::int as orders, sum(c.units)::int as units, sum(c.revenue)::float8 as revenue,
      sum(c.begun)::int as baskets
    from (
      (select day, retailer_id, placed, orders, units, revenue, 0 as begun from sales_by_day where ${within})
      union all
      (select day, retailer_id, 0, 0, 0, 0, begun from baskets_by_day where ${within})) c
      join retailers r on r.id = c.retailer_id
    group by c.day, c.retailer_id, r.handle, r.name order by c.day desc, c.retailer_id desc limit ${limit}`);
  return rows;
}
