import { and, type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { env } from "@/lib/platform/env";
import { money } from "@/lib/platform/money";
import type { Cursor } from "@/lib/platform/pages";
import { pictureUrl } from "../list-query";
import { type KeptScope, scopeWhere } from "./filters";
import type { KeptSort } from "./input";
import type { KeptProductView } from "./views";

type Order = {
  from: SQL;
  shop: SQL;
  /** What it is sorted by, and what tells equal ones apart; the id alone where there is no key. */
  key?: SQL;
  id: SQL;
  /** As the index runs that answers it, forwards or backwards. */
  direction: SQL;
  than: SQL;
  only?: SQL;
};

const up = { direction: sql`asc`, than: sql`>` };
const down = { direction: sql`desc`, than: sql`<` };
const ofProduct = { from: sql`products p`, shop: sql`p.retailer_id`, id: sql`p.id` };

/** A product stands where its first variant by that column does. */
const byVariant = (column: "price" | "stock") => ({
  from: sql`variants v join products p on p.id = v.product_id`,
  shop: sql`v.retailer_id`,
  key: sql.raw(`v.${column}`),
  id: sql`v.id`,
  only: sql`not exists (select from variants w where w.product_id = v.product_id
    and (w.${sql.raw(column)}, w.id) < (v.${sql.raw(column)}, v.id))`,
});

const orders: Record<KeptSort, Order> = {
  newest: { ...ofProduct, ...down },
  name: { ...ofProduct, ...up, key: sql`lower(p.name)` },
  sold: { ...ofProduct, ...down, key: sql`p.sold_count` },
  cheapest: { ...byVariant("price"), ...up },
  dearest: { ...byVariant("price"), ...down },
  stock: { ...byVariant("stock"), ...up },
};

/** Of each shop by its own index, then the first of them all; of the whole market by the market's. */
function pageOfIds(scope: KeptScope, sort: KeptSort, after: Cursor | null, limit: number): SQL {
  const { from, shop: shopOf, key, id, direction, than, only } = orders[sort];
  const part = (shop?: number | SQL) => {
    const place =
      after && (key ? sql`(${key}, ${id}) ${than} (${after[0]}, ${after[1]})` : sql`${id} ${than} ${after[1]}`);
    const ofShop = shop === undefined ? undefined : sql`${shopOf} = ${shop}`;
    const where = and(ofShop, scopeWhere(scope), only, place ?? undefined) ?? sql`true`;
    const sorted = key ? sql`${key} ${direction}, ${id} ${direction}` : sql`${id} ${direction}`;
    return sql`select p.id, ${key ?? id} as sort_key, ${id} as sort_id from ${from} where ${where} order by ${sorted} limit ${limit}`;
  };
  if (scope.shops === null) return part();
  if (scope.shops.length === 1) return part(scope.shops[0]);
  return sql`select part.* from unnest(${sql.param(scope.shops)}::integer[]) as shop (id)
    cross join lateral (${part(sql`shop.id`)}) as part
    order by part.sort_key ${direction}, part.sort_id ${direction} limit ${limit}`;
}

type Row = Omit<KeptProductView, "price" | "image"> & {
  sortKey: number | string;
  sortId: number;
  lowest: number | null;
  highest: number | null;
  picture: string | null;
};

export const categoryNames = sql`(select json_build_object('id', c.id, 'names', (
    select json_agg(a.name order by cardinality(a.lineage)) from categories a where a.id = any (c.lineage)))
  from categories c where c.id = p.category_id)`;

export const shopOfProduct = sql`(select json_build_object('id', r.id, 'handle', r.handle, 'name', r.name) from retailers r where r.id = p.retailer_id)`;

/** A page of products as those see them who keep the catalog, each with its place in the order. One round trip. */
export async function selectKept(
  tx: Database,
  scope: KeptScope,
  options: { sort: KeptSort; after: Cursor | null; limit: number; locale: string },
): Promise<(KeptProductView & { place: Cursor })[]> {
  const { sort, after, limit, locale } = options;
  const { direction } = orders[sort];
  const { rows } = await tx.execute<Row>(sql`
    select p.id, p.key, p.slug, p.name, p.status, p.sold_count as "soldCount", page.sort_key as "sortKey", page.sort_id as "sortId",
      ${shopOfProduct} as retailer, ${categoryNames} as category,
      (select b.name from brands b where b.id = p.brand_id) as brand,
      (select f.stored from pictures f where f.product_id = p.id and f.is_primary) as picture,
      figures.*
    from (${pageOfIds(scope, sort, after, limit)}) as page
    join products p on p.id = page.id
    cross join lateral (
      select count(*)::int as variants, coalesce(sum(v.stock), 0)::int as stock, min(v.price)::float8 as lowest,
        max(v.price)::float8 as highest, count(*) filter (where v.active and v.stock = 0)::int as "soldOut"
      from variants v where v.product_id = p.id) as figures
    order by page.sort_key ${direction}, page.sort_id ${direction}`);
  const price = (amount: number) => money(amount, env.CHARSU_CURRENCY, locale);
  return rows.map(({ sortKey, sortId, lowest, highest, picture, ...row }) => ({
    ...row,
    price: lowest === null || highest === null ? null : { lowest: price(lowest), highest: price(highest) },
    image: pictureUrl(picture),
    place: [sort === "name" ? sortKey : Number(sortKey), sortId] as Cursor,
  }));
}

/** How many products a scope finds, at most `most`: nobody waits for a count of the whole market. */
export async function countKept(tx: Database, scope: KeptScope, most: number): Promise<number> {
  const { rows } = await tx.execute<{ count: number }>(
    sql`select count(*)::int as count from (${pageOfIds(scope, "newest", null, most)}) as found`,
  );
  return rows[0]!.count;
}

/** Ids of the products that a scope finds, the newest first. */
export async function idsOf(tx: Database, scope: KeptScope, most: number): Promise<number[]> {
  const { rows } = await tx.execute<{ id: number }>(pageOfIds(scope, "newest", null, most));
  return rows.map(({ id }) => id);
}
