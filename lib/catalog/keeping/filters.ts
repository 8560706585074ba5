import { and, type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { foldDigits } from "@/lib/platform/text/digits";
import type { KeptFilters } from "./input";

/** So few of a variant are called low. */
export const lowStock = 5;

/** A filter with its names as ids. */
export type KeptScope = Pick<KeptFilters, "status" | "stock" | "pictures"> & {
  /** Shops whose products are meant; null: the whole market. */
  shops: number[] | null;
  /** Null: any. */
  categories: number[] | null;
  brands: number[] | null;
  /** Words as `to_tsquery` takes them, and the beginning of a SKU or a key for LIKE; null: not looked for. */
  search: { words: string; part: string } | null;
};

/** All words are to be found in the name, each from its beginning on. */
function searchOf(q: string): KeptScope["search"] {
  const text = foldDigits(q.normalize("NFKC").toLowerCase());
  const words = text.match(/[\p{L}\p{N}]+/gu)?.slice(0, 8) ?? [];
  return {
    words: words.map((word) => `${word}:*A`).join(" & "),
    part: q.toLowerCase().replace(/[\\%_]/g, (sign) => `\\${sign}`),
  };
}

/** Those of exactly this name or address; where there is none, those whose name begins with it. */
const named = (relation: "categories" | "brands" | "retailers", address: SQL, text: string): SQL => {
  const from = sql.raw(relation);
  const begins = `${text.toLowerCase().replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  return sql`(with same as (select id from ${from} where ${address} = ${text} or lower(name) = lower(${text}) limit 100)
    select coalesce(array_agg(id), '{}') from (select id from same
      union (select id from ${from} where not exists (select from same) and lower(name) like ${begins} limit 100)) found)`;
};

const nothing = sql`null::integer[]`;

/**
 * What a list is narrowed to, with the names in it as ids, in one round trip.
 * @param own the shops that somebody may see; null: all
 */
export async function scopeOf(tx: Database, filters: KeptFilters, own: readonly number[] | null): Promise<KeptScope> {
  const { q, status, stock, pictures, category, brand, retailer } = filters;
  const scope = { status, stock, pictures, search: q ? searchOf(q) : null };
  if (!category && !brand && !retailer) {
    return { ...scope, shops: own && [...own], categories: null, brands: null };
  }
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
  const found = rows[0]!;
  const shops = found.shops && own ? found.shops.filter((id) => own.includes(id)) : (found.shops ?? own);
  return { ...scope, ...found, shops: shops && [...shops] };
}

const among = (column: SQL, ids: number[] | null): SQL | undefined =>
  ids === null
    ? undefined
    : ids.length === 1
      ? sql`${column} = ${ids[0]}`
      : sql`${column} = any(${sql.param(ids)}::integer[])`;

const stockIs: Record<NonNullable<KeptFilters["stock"]>, SQL> = {
  in: sql`exists (select from variants v where v.product_id = p.id and v.active and v.stock >= v.min_quantity)`,
  low: sql`exists (select from variants v where v.product_id = p.id and v.active and v.stock <= ${sql.raw(String(lowStock))})`,
  out: sql`exists (select from variants v where v.product_id = p.id and v.stock = 0)
    and not exists (select from variants v where v.product_id = p.id and v.stock > 0)`,
};

/** What a product `p` must be, but for its shop. */
export function scopeWhere({ status, stock, pictures, categories, brands, search }: KeptScope): SQL | undefined {
  return and(
    status && sql`p.status = ${status}`,
    among(sql`p.category_id`, categories),
    among(sql`p.brand_id`, brands),
    stock && stockIs[stock],
    pictures && sql`not exists (select from pictures f where f.product_id = p.id)`,
    search ? sql`p.id in (select find_products(${search.words}, ${search.part}))` : undefined,
  );
}
