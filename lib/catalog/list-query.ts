import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { brands, categories, products, retailers, variants } from "@/db/schema";
import { env } from "@/lib/platform/env";
import { money } from "@/lib/platform/money";
import type { Cursor } from "@/lib/platform/pages";
import type { ProductView, VariantView } from "./views";

export type ProductFilter = {
  categoryId?: number | undefined;
  retailerId?: number | undefined;
  brandSlug?: string | undefined;
  q?: string | undefined;
};
export type ProductSort = "newest" | "best";

type VariantRow = Omit<VariantView, "price" | "options"> & { price: number; values: string[] };

/**
 * What somebody typed as the text of a tsquery: words count from their beginning, as people type; everything else is
 * dropped that is not a word. Null when nothing is left.
 */
function prefixQuery(q: string): string | null {
  const words = q
    .normalize("NFKC")
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
    ?.slice(0, 8);
  return words?.length ? words.map((word) => `${word}:*`).join(" & ") : null;
}

function searchQuery(q: string): SQL | null {
  const query = prefixQuery(q);
  return query === null ? null : sql`to_tsquery('simple', ${query})`;
}

export function productWhere(filter: ProductFilter): SQL {
  const query = filter.q === undefined ? undefined : searchQuery(filter.q);
  return and(
    eq(products.status, "published"),
    sql`${retailers.status} in ('active', 'paused')`,
    filter.categoryId === undefined ? undefined : sql`${categories.lineage} @> array[${filter.categoryId}::int]`,
    filter.retailerId === undefined ? undefined : eq(products.retailerId, filter.retailerId),
    filter.brandSlug === undefined ? undefined : eq(brands.slug, filter.brandSlug),
    query === null ? sql`false` : query && sql`${products.search} @@ ${query}`,
    // Nothing to sell is nothing to show.
    sql`exists (select from ${variants} v where v.product_id = ${products.id} and v.active)`,
  )!;
}

const variantRows = sql<VariantRow[]>`(
  select coalesce(json_agg(json_build_object('id', v.id, 'sku', v.sku, 'values', v.option_values, 'price', v.price, 'stock', v.stock,
    'minQuantity', v.min_quantity, 'maxQuantity', v.max_quantity, 'weight', v.weight) order by v.position, v.id), '[]')
  from variants v where v.product_id = ${products.id} and v.active)`;
const optionNames = sql<
  string[]
>`array(select o.name from product_options o where o.product_id = ${products.id} order by o.position)`;
const picture = sql<{ stored: string | null; alt: string } | null>`(
  select json_build_object('stored', p.stored, 'alt', p.alt) from pictures p where p.product_id = ${products.id} and p.is_primary)`;

export const productColumns = {
  id: products.id,
  slug: products.slug,
  name: products.name,
  soldCount: products.soldCount,
  brand: brands.name,
  category: sql<
    ProductView["category"]
  >`case when ${categories.id} is null then null else json_build_object('name', ${categories.name}, 'path', ${categories.path}) end`,
  retailer: sql<ProductView["retailer"]>`json_build_object('handle', ${retailers.handle}, 'name', ${retailers.name})`,
  variants: variantRows,
  optionNames,
  picture,
};

type ProductRow = {
  id: number;
  slug: string;
  name: string;
  soldCount: number;
  brand: string | null;
  category: ProductView["category"];
  retailer: ProductView["retailer"];
  variants: VariantRow[];
  optionNames: string[];
  picture: { stored: string | null; alt: string } | null;
};

/** Where our own copy of a picture is served. */
export const pictureUrl = (stored: string | null | undefined): string | null => (stored ? `/pictures/${stored}` : null);

/** A row as the API and the pages show it. */
export function productFromRow(row: ProductRow, locale: string): ProductView {
  const price = (amount: number) => money(amount, env.CHARSU_CURRENCY, locale);
  const prices = row.variants.map((variant) => variant.price);
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    brand: row.brand,
    category: row.category,
    retailer: row.retailer,
    soldCount: row.soldCount,
    price: price(Math.min(...prices)),
    priceVaries: Math.min(...prices) !== Math.max(...prices),
    inStock: row.variants.some((variant) => variant.stock >= variant.minQuantity),
    image: pictureUrl(row.picture?.stored),
    imageAlt: row.picture?.alt ?? "",
    variants: row.variants.map(({ values, ...variant }) => ({
      ...variant,
      price: price(variant.price),
      options: Object.fromEntries(values.map((value, index) => [row.optionNames[index] ?? String(index + 1), value])),
    })),
  };
}

/** As the indexes of the lists are made, to the place of NULL, of which there is none; otherwise all would be sorted. */
const orders: Record<ProductSort, SQL[]> = {
  newest: [sql`${products.id} desc nulls last`],
  best: [sql`${products.soldCount} desc nulls last`, sql`${products.id} desc nulls last`],
};

/** One round trip: a page of products. Either by keyset (`after`) or, for numbered pages, by `offset`. */
export async function selectProducts(
  db: Database,
  filter: ProductFilter,
  options: { sort: ProductSort; limit: number; after?: Cursor | null; offset?: number; locale: string },
): Promise<ProductView[]> {
  const best = options.sort === "best";
  const after = options.after;
  const keyset =
    after &&
    (best
      ? sql`(${products.soldCount}, ${products.id}) < (${after[0]}, ${after[1]})`
      : sql`${products.id} < ${after[1]}`);
  const rows = await db
    .select(productColumns)
    .from(products)
    .innerJoin(retailers, eq(retailers.id, products.retailerId))
    .leftJoin(categories, eq(categories.id, products.categoryId))
    .leftJoin(brands, eq(brands.id, products.brandId))
    .where(and(productWhere(filter), keyset || undefined))
    .orderBy(...orders[options.sort])
    .limit(options.limit)
    .offset(options.offset ?? 0);
  return rows.map((row) => productFromRow(row as ProductRow, options.locale));
}

/** The ids of the products that sell best, the best first. */
export async function bestIds(db: Database, filter: { retailerId?: number }, limit: number): Promise<number[]> {
  const rows = await db
    .select({ id: products.id })
    .from(products)
    .innerJoin(retailers, eq(retailers.id, products.retailerId))
    .where(productWhere(filter))
    .orderBy(...orders.best)
    .limit(limit);
  return rows.map(({ id }) => id);
}

/** How many products a filter finds. */
export async function countProducts(db: Database, filter: ProductFilter): Promise<number> {
  const [row] = await db
    .select({ total: sql<number>`count(*)::int` })
    .from(products)
    .innerJoin(retailers, eq(retailers.id, products.retailerId))
    .leftJoin(categories, eq(categories.id, products.categoryId))
    .leftJoin(brands, eq(brands.id, products.brandId))
    .where(productWhere(filter));
  return row!.total;
}
