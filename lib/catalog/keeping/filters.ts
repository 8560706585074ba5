import { and, type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { foldDigits } from "@/lib/platform/text/digits";
import { likeStart, likeWords } from "@/lib/platform/text/like";
import type { KeptFilters } from "./input";

/** A filter with its names as ids. */
export type KeptScope = Pick<KeptFilters, "status" | "stock" | "pictures"> & {
  /** Shops whose products are meant; null: the whole market. */
  shops: number[] | null;
  /** Null: any. */
  categories: number[] | null;
  brands: number[] | null;
  /** Ids that were found by words, a SKU or a key, the newest first; null: not looked for. */
  found: number[] | null;
  /** More were found than are looked at. */
  capped: boolean;
};

/** A search looks at so many of the newest products that it finds; a word more narrows it. */
export const foundAtMost = 2_000;

/**
 * Products by words of the name, each from its beginning on and all of them, or by the beginning of a SKU or a key.
 * @returns one more than are looked at, where there are more
 */
export async function findProducts(tx: Database, q: string, shops: readonly number[] | null): Promise<number[]> {
  const text = foldDigits(q.normalize("NFKC").toLowerCase());
  const words = text.match(/[\p{L}\p{N}]+/gu)?.slice(0, 8) ?? [];
  const query = words.map((word) => `${word}:*A`).join(" & ");
  const { rows } = await tx.execute<{ id: number }>(sql`
    select find_products(${query}, ${likeWords(q)}, ${shops && sql.param([...shops])}::integer[], ${foundAtMost + 1}) as id`);
  return rows.map(({ id }) => id);
}

/** Those of exactly this name or address; where there is none, those whose name begins with it. */
const named = (relation: "categories" | "brands" | "retailers", address: SQL, text: string): SQL => {
  const from = sql.raw(relation);
  return sql`(with same as (select id from ${from} where ${address} = ${text} or lower(name) = lower(${text}) limit 100)
    select coalesce(array_agg(id), '{}') from (select id from same
      union (select id from ${from} where not exists (select from same) and lower(name) like ${likeStart(text)} limit 100)) found)`;
};

const nothing = sql`null::integer[]`;

/** The names in a list's filters as ids. */
async function namesAsIds(tx: Database, { category, brand, retailer }: KeptFilters) {
  if (!category && !brand && !retailer) return { categories: null, brands: null, shops: null };
  const { rows } = await tx.execute<{
    categories: number[] | null;
    brands: number[] | null;
    shops: number[] | null;
  }>(sql`
    select
      ${
        category
          ? sql`(select coalesce(array_agg(c.id), '{}') from categories c where c.lineage && ${named("categories", sql`path`, category)})`
          : nothing
      } as categories,
      ${brand ? named("brands", sql`slug`, brand) : nothing} as brands,
      ${retailer ? named("retailers", sql`handle`, retailer) : nothing} as shops`);
  return rows[0]!;
}

/**
 * What a list is narrowed to, with the names in it as ids and the products that its words find.
 * @param own the shops that somebody may see; null: all
 */
export async function scopeOf(tx: Database, filters: KeptFilters, own: readonly number[] | null): Promise<KeptScope> {
  const { q, status, stock, pictures } = filters;
  const ids = await namesAsIds(tx, filters);
  const shops = ids.shops && own ? ids.shops.filter((id) => own.includes(id)) : (ids.shops ?? (own && [...own]));
  const found = q ? await findProducts(tx, q, shops) : null;
  const capped = (found?.length ?? 0) > foundAtMost;
  return { ...ids, shops, status, stock, pictures, found: found?.slice(0, foundAtMost) ?? null, capped };
}

const among = (column: SQL, ids: number[] | null): SQL | undefined =>
  ids === null
    ? undefined
    : ids.length === 1
      ? sql`${column} = ${ids[0]}`
      : sql`${column} = any(${sql.param(ids)}::integer[])`;

const stockIs: Record<NonNullable<KeptFilters["stock"]>, SQL> = {
  in: sql`exists (select from variants v where v.product_id = p.id and v.active and v.stock >= v.min_quantity)`,
  low: sql`exists (select from variants v where v.product_id = p.id and v.active
    and v.stock <= (select r.low_stock from retailers r where r.id = p.retailer_id))`,
  out: sql`exists (select from variants v where v.product_id = p.id and v.stock = 0)
    and not exists (select from variants v where v.product_id = p.id and v.stock > 0)`,
};

/** What a product `p` must be, but for its shop. */
export function scopeWhere({ status, stock, pictures, categories, brands, found }: KeptScope): SQL | undefined {
  return and(
    status && sql`p.status = ${status}`,
    among(sql`p.category_id`, categories),
    among(sql`p.brand_id`, brands),
    stock && stockIs[stock],
    pictures &&
      sql`p.id in (select u.product_id from unpictured u) and not exists (select from pictures f where f.product_id = p.id)`,
    found ? sql`p.id = any(${sql.param(found)}::integer[])` : undefined,
  );
}
