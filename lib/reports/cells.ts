import { sql } from "drizzle-orm";
import { type Database, transaction } from "@/db/client";
import { undone } from "@/db/schema/order-transitions";
import { countBaskets } from "./baskets";

/** Days of one shop, on its own clock, both ends included; `YYYY-MM-DD`. */
export type Cells = { retailerId: number; from: string; to: string };

/**
 * What is counted, in one statement, so that all of it is of one moment.
 *
 * - An order belongs to the day on which it was placed, on the clock of its shop, whatever happens to it later.
 * - It counts unless it was cancelled, rejected or returned, however far it is on its way and whether it is paid or not;
 *   when it stops counting, it is taken out of the day on which it was placed.
 * - Its revenue is the price of its goods after discount, in minor units; shipping stands apart.
 * - A discount is shared over the lines by largest remainder, so that products and categories add up to the orders. A line
 *   that costs nothing is pieces without revenue, an order that costs nothing is an order.
 * - Orders are looked for by an hour more at both ends, because where clocks change at midnight a day may begin twice, and
 *   are then taken by their day.
 */
const made = ({ retailerId, from, to }: Cells) => sql`
  with shop as (select id, timezone from retailers where id = ${retailerId}),
  o as materialized (
    select o.id, (o.created_at at time zone s.timezone)::date as day, o.subtotal, o.discount, o.shipping,
      o.status::text <> all (${sql.param([...undone])}) as counts
    from shop s join orders o on o.retailer_id = s.id
      and o.created_at >= (${from}::date::timestamp at time zone s.timezone) - interval '2 hours'
      and o.created_at < ((${to}::date + 1)::timestamp at time zone s.timezone) + interval '2 hours'
    where (o.created_at at time zone s.timezone)::date between ${from}::date and ${to}::date),
  parts as (
    select o.day, o.id as order_id, l.product_id, l.quantity, l.total, l.position, o.discount,
      case when o.discount = 0 then 0 else floor(o.discount::numeric * l.total / o.subtotal) end as share,
      case when o.discount = 0 then 0 else mod(o.discount::numeric * l.total, o.subtotal) end as remainder
    from o join order_lines l on l.order_id = o.id where o.counts),
  ranked as (
    select *, sum(share) over (partition by order_id) as shared,
      row_number() over (partition by order_id order by remainder desc, position) as place
    from parts),
  sold as materialized (
    select r.day, coalesce(p.id, 0) as product_id, coalesce(p.category_id, 0) as category_id, r.quantity,
      r.total - r.share - case when r.place <= r.discount - r.shared then 1 else 0 end as revenue
    from ranked r left join products p on p.id = r.product_id),
  days as (
    select day, count(*) as placed, count(*) filter (where counts) as orders,
      coalesce(sum(subtotal - discount) filter (where counts), 0) as revenue,
      coalesce(sum(shipping) filter (where counts), 0) as shipping
    from o group by day),
  pieces as (select day, sum(quantity) as units from sold group by day),
  of_products as (
    select day, product_id, category_id, sum(quantity) as units, sum(revenue) as revenue from sold
    group by day, product_id, category_id),
  of_categories as (
    select day, category_id, sum(units) as units, sum(revenue) as revenue from of_products group by day, category_id),
  kept_days as (
    insert into sales_by_day as c (retailer_id, day, placed, orders, units, revenue, shipping, timezone)
    select s.id, d.day, d.placed, d.orders, coalesce(p.units, 0), d.revenue, d.shipping, s.timezone
    from shop s cross join days d left join pieces p on p.day = d.day
    on conflict (retailer_id, day) do update set placed = excluded.placed, orders = excluded.orders,
      units = excluded.units, revenue = excluded.revenue, shipping = excluded.shipping, timezone = excluded.timezone
    where (c.placed, c.orders, c.units, c.revenue, c.shipping, c.timezone)
      is distinct from (excluded.placed, excluded.orders, excluded.units, excluded.revenue, excluded.shipping, excluded.timezone)),
  kept_products as (
    insert into product_sales_by_day as c (retailer_id, day, product_id, category_id, units, revenue)
    select ${retailerId}::integer, day, product_id, category_id, units, revenue from of_products
    on conflict (retailer_id, day, product_id) do update set category_id = excluded.category_id, units = excluded.units, revenue = excluded.revenue
    where (c.category_id, c.units, c.revenue) is distinct from (excluded.category_id, excluded.units, excluded.revenue)),
  kept_categories as (
    insert into category_sales_by_day as c (retailer_id, day, category_id, units, revenue)
    select ${retailerId}::integer, day, category_id, units, revenue from of_categories
    on conflict (retailer_id, day, category_id) do update set units = excluded.units, revenue = excluded.revenue
    where (c.units, c.revenue) is distinct from (excluded.units, excluded.revenue)),
  gone_days as (
    delete from sales_by_day c where c.retailer_id = ${retailerId} and c.day between ${from}::date and ${to}::date
      and not exists (select from days d where d.day = c.day)),
  gone_products as (
    delete from product_sales_by_day c where c.retailer_id = ${retailerId} and c.day between ${from}::date and ${to}::date
      and not exists (select from of_products p where p.day = c.day and p.product_id = c.product_id))
  delete from category_sales_by_day c where c.retailer_id = ${retailerId} and c.day between ${from}::date and ${to}::date
    and not exists (select from of_categories p where p.day = c.day and p.category_id = c.category_id)`;

/**
 * Makes the figures of a shop's days anew from its orders. Safe to run twice, in any order and at once: whoever comes
 * later waits, and then sees what the other saw and more.
 */
export async function makeCellsIn(tx: Database, cells: Cells): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('charsu.reports'), ${cells.retailerId})`);
  await tx.execute(made(cells));
  await countBaskets(tx, cells.retailerId);
}

/** The same in a transaction of its own. */
export const makeCells = (cells: Cells): Promise<void> =>
  transaction({ tier: "worker", userId: null }, (tx) => makeCellsIn(tx, cells));
