import { type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import type { Cursor } from "@/lib/platform/pages";
import type { Span } from "../rules/periods";
import { ofShops, type Scope } from "./scope";

export type ProductRow = {
  product: number;
  name: string | null;
  shop: { handle: string; name: string } | null;
  units: number;
  unitsBefore: number;
  revenue: number | null;
};

const during = ({ from, to }: Span) => sql`day between ${from}::date and ${to}::date`;

/**
 * Products by the pieces that were sold of them, most first.
 * @param money whether whoever asks may read revenue; the login of those who may not has no right to the column
 * @param categories only of these
 */
export async function selectProducts(
  tx: Database,
  scope: Scope,
  {
    money,
    categories,
    after,
    limit,
  }: { money: boolean; categories?: readonly number[] | undefined; after: Cursor | null; limit: number },
): Promise<ProductRow[]> {
  const among: SQL = categories ? sql`and category_id = any (${sql.param([...categories])})` : sql``;
  const having: SQL = after ? sql`having (-sum(units), product_id) > (${-Number(after[0])}, ${after[1]})` : sql``;
  const { rows } = await tx.execute<ProductRow>(sql`
    with best as (
      select product_id, sum(units) as units, ${money ? sql`sum(revenue)::float8` : sql`null::float8`} as revenue
      from product_sales_by_day where ${ofShops(scope)} and ${during(scope.span)} ${among}
      group by product_id ${having}
      order by sum(units) desc, product_id limit ${limit})
    select b.product_id as product, p.name, b.units::int, b.revenue,
      (select json_build_object('handle', r.handle, 'name', r.name) from retailers r where r.id = p.retailer_id) as shop,
      coalesce((select sum(units) from product_sales_by_day c
        where c.product_id = b.product_id and ${ofShops(scope)} and ${during(scope.compared)} ${among}), 0)::int as "unitsBefore"
    from best b left join products p on p.id = b.product_id order by b.units desc, b.product_id`);
  return rows;
}

export type LowRow = {
  product: number;
  name: string;
  options: string;
  sku: string | null;
  shop: { handle: string; name: string };
  stock: number;
};

/** What is at or below that what its shop calls low, the least first: each shop gives its first by its own index. */
const lowOf = ({ shops }: Scope, limit: number) => sql`
  select v.*, r.handle, r.name as shop_name from retailers r cross join lateral (
    select v.id, v.product_id, v.option_values, v.sku, v.stock from variants v
    where v.retailer_id = r.id and v.stock <= r.low_stock order by v.stock, v.id limit ${limit}) v
  where ${shops === null ? sql`true` : sql`r.id = any (${sql.param([...shops])})`}`;

export async function selectLow(tx: Database, scope: Scope, limit: number): Promise<LowRow[]> {
  const { rows } = await tx.execute<LowRow>(sql`
    select v.product_id as product, p.name, array_to_string(v.option_values, ', ') as options, v.sku, v.stock,
      json_build_object('handle', v.handle, 'name', v.shop_name) as shop
    from (${lowOf(scope, limit)} order by v.stock, v.id limit ${limit}) v join products p on p.id = v.product_id
    order by v.stock, v.id`);
  return rows;
}

/** How many there are, counted up to `most`. */
export async function countLow(tx: Database, scope: Scope, most: number): Promise<number> {
  const { rows } = await tx.execute<{ count: number }>(
    sql`select count(*)::int as count from (select from (${lowOf(scope, most)}) v limit ${most}) v`,
  );
  return rows[0]!.count;
}
