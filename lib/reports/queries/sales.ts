import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { ofShops, type Scope } from "./scope";

/** Shops or categories that are told one by one; what is left is told as one. */
export const mostParts = 12;

export type DayRow = {
  day: string;
  placed: number;
  orders: number;
  units: number;
  revenue: number;
  shipping: number;
  baskets: number;
};

/** Days of the span and of the compared one on which anything happened. bigint arrives as text, so sums are cast. */
export async function selectDays(tx: Database, scope: Scope): Promise<DayRow[]> {
  const within = sql`${ofShops(scope)} and day between ${scope.compared.from}::date and ${scope.span.to}::date`;
  const { rows } = await tx.execute<DayRow>(sql`
    select day::text, sum(placed)::int as placed, sum(orders)::int as orders, sum(units)::int as units,
      sum(revenue)::float8 as revenue, sum(shipping)::float8 as shipping, sum(begun)::int as baskets
    from (
      select day, placed, orders, units, revenue, shipping, 0 as begun from sales_by_day where ${within}
      union all
      select day, 0, 0, 0, 0, 0, begun from baskets_by_day where ${within}) as all_of_it
    group by day order by day`);
  return rows;
}

type Part = { count: number; units: number; unitsBefore: number; revenue: number; before: number };
export type RetailerRow = Part & {
  handle: string | null;
  name: string | null;
  orders: number;
  ordersBefore: number;
};

const now = (scope: Scope) => sql`filter (where day >= ${scope.span.from}::date)`;
const before = (scope: Scope) => sql`filter (where day < ${scope.span.from}::date)`;
const both = (scope: Scope) => sql`
  coalesce(sum(units) ${now(scope)}, 0) as units, coalesce(sum(units) ${before(scope)}, 0) as units_before,
  coalesce(sum(revenue) ${now(scope)}, 0) as revenue, coalesce(sum(revenue) ${before(scope)}, 0) as before`;
const summed = sql`
  count(*)::int as count, sum(units)::int as units, sum(units_before)::int as "unitsBefore",
  sum(revenue)::float8 as revenue, sum(before)::float8 as before`;

/** Shops by what they sold, the rest of them in one last row without a name. */
export async function selectRetailers(tx: Database, scope: Scope): Promise<RetailerRow[]> {
  const { rows } = await tx.execute<RetailerRow>(sql`
    with sums as (
      select retailer_id, ${both(scope)},
        coalesce(sum(orders) ${now(scope)}, 0) as orders, coalesce(sum(orders) ${before(scope)}, 0) as orders_before
      from sales_by_day
      where ${ofShops(scope)} and day between ${scope.compared.from}::date and ${scope.span.to}::date
      group by retailer_id),
    ranked as (
      select *, least(row_number() over (order by revenue desc, retailer_id), ${mostParts + 1}::int) as place from sums),
    told as (
      select place, case when place <= ${mostParts}::int then min(retailer_id) end as retailer_id, ${summed},
        sum(orders)::int as orders, sum(orders_before)::int as "ordersBefore"
      from ranked group by place)
    select told.*, r.handle, r.name from told left join retailers r on r.id = told.retailer_id order by place`);
  return rows;
}

export type CategoryRow = Part & {
  kind: "named" | "here" | "none" | "others";
  path: string | null;
  name: string | null;
};
export type Category = { id: number; path: string; name: string; depth: number };

/** A category by its path. */
export async function categoryAt(tx: Database, path: string): Promise<Category | undefined> {
  const { rows } = await tx.execute<Category>(
    sql`select id, path, name, cardinality(lineage) as depth from categories where path = ${path}`,
  );
  return rows[0];
}

/** The categories that stand in one, itself among them. */
export async function categoriesIn(tx: Database, id: number): Promise<number[]> {
  const { rows } = await tx.execute<{ id: number }>(sql`select id from categories where lineage @> array[${id}::int]`);
  return rows.map((row) => row.id);
}

/** The parts of a category, or of the market, with all that stands below each. */
export async function selectCategories(tx: Database, scope: Scope, of: Category | null): Promise<CategoryRow[]> {
  const within = of ? sql`and category_id = any (${sql.param(await categoriesIn(tx, of.id))})` : sql``;
  const level = (of?.depth ?? 0) + 1;
  const { rows } = await tx.execute<CategoryRow>(sql`
    with sums as materialized (
      select category_id, ${both(scope)} from category_sales_by_day
      where ${ofShops(scope)} and day between ${scope.compared.from}::date and ${scope.span.to}::date ${within}
      group by category_id),
    parts as (
      select c.lineage[${level}::int] as part, c.id is null as lost, sum(units) as units, sum(units_before) as units_before,
        sum(revenue) as revenue, sum(before) as before
      from sums s left join categories c on c.id = s.category_id group by 1, 2),
    ranked as (
      select *, least(row_number() over (order by revenue desc, part), ${mostParts + 1}::int) as place from parts),
    told as (
      select place, case when place > ${mostParts}::int then 'others' when bool_or(lost) then 'none' when min(part) is null then 'here' else 'named' end as kind,
        case when place <= ${mostParts}::int then min(part) end as part, ${summed}
      from ranked group by place)
    select told.*, c.path, c.name from told left join categories c on c.id = told.part order by place`);
  return rows;
}
