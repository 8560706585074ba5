import { asc, eq, type SQL, sql } from "drizzle-orm";
import { type Database, database } from "@/db/client";
import { brands, categories, productOptions, products, retailers } from "@/db/schema";
import { type Cursor, encodeCursor } from "@/lib/platform/pages";
import {
  countProducts,
  type ProductFilter,
  type ProductSort,
  pictureUrl,
  productColumns,
  productFromRow,
  selectProducts,
} from "./list-query";
import type { CategoryView, ProductDetailView, ProductView } from "./views";

const db = () => database("shop");

/** Products of a page, and where the next page begins; null at the end. */
export type ProductSlice = { items: ProductView[]; next: string | null };

/** A slice of a list by keyset: the same cost on every page. */
export async function sliceProducts(
  filter: ProductFilter,
  options: { sort: ProductSort; size: number; after?: Cursor | null; locale: string },
): Promise<ProductSlice> {
  const rows = await selectProducts(db(), filter, { ...options, limit: options.size + 1 });
  const items = rows.slice(0, options.size);
  const last = items.at(-1);
  const more = rows.length > options.size && last;
  return { items, next: more ? encodeCursor([options.sort === "best" ? last.soldCount : last.id, last.id]) : null };
}

/** Subtree counts in one pass: each published product counts once for each of its ancestors. */
const counted = sql`
  select c.id, c.name, c.path, c.parent_id as "parentId",
    (select count(*)::int from products p join categories s on s.id = p.category_id
      join retailers r on r.id = p.retailer_id and r.status in ('active', 'paused')
      where s.lineage @> array[c.id] and p.status = 'published'
        and exists (select from variants v where v.product_id = p.id and v.active)) as products,
    (select count(*)::int from categories k where k.parent_id = c.id) as children
  from categories c`;

/** The roots of the tree with the counts of their subtrees. */
export async function rootCategories(on: Database = db()): Promise<CategoryView[]> {
  const { rows } = await on.execute<CategoryView>(
    sql`${counted} where c.parent_id is null order by c.position, c.name`,
  );
  return rows;
}

export type CategoryPage = { category: CategoryView; trail: CategoryView[]; children: CategoryView[] };

/** A category by its path with its ancestors and children; null when there is none. One round trip. */
export async function categoryByPath(path: string, on: Database = db()): Promise<CategoryPage | null> {
  const { rows } = await on.execute<CategoryView & { kind: "self" | "trail" | "child" }>(sql`
    with here as (select id, lineage from categories where path = ${path})
    select found.*, case when found.id = here.id then 'self' when found."parentId" = here.id then 'child' else 'trail' end as kind
    from here, lateral (${counted} where c.id = any (here.lineage) or c.parent_id = here.id) as found
    order by length(found.path), found.name`);
  const of = (kind: string) => rows.filter((row) => row.kind === kind).map(({ kind: _, ...row }) => row);
  const [category] = of("self");
  return category
    ? { category, trail: of("trail"), children: of("child").sort((a, b) => a.name.localeCompare(b.name)) }
    : null;
}

/** Everything the product page shows; null when it is not there or not published. One round trip. */
export const productBySlug = (slug: string, locale: string) => oneProduct(db(), eq(products.slug, slug), locale);

/** As `productBySlug`, by id. */
export const productById = (on: Database, id: number, locale: string) => oneProduct(on, eq(products.id, id), locale);

async function oneProduct(on: Database, which: SQL, locale: string): Promise<ProductDetailView | null> {
  const [row] = await on
    .select({
      ...productColumns,
      retailerId: products.retailerId,
      description: products.description,
      options: sql<ProductDetailView["options"]>`(
        select coalesce(json_agg(json_build_object('name', o.name, 'values', o.values) order by o.position), '[]')
        from ${productOptions} o where o.product_id = ${products.id})`,
      pictures: sql<{ stored: string | null; alt: string }[]>`(
        select coalesce(json_agg(json_build_object('stored', p.stored, 'alt', p.alt) order by p.is_primary desc, p.position), '[]')
        from pictures p where p.product_id = ${products.id})`,
      trail: sql<ProductDetailView["trail"]>`(
        select coalesce(json_agg(json_build_object('name', a.name, 'path', a.path) order by cardinality(a.lineage)), '[]')
        from categories a where a.id = any (${categories.lineage}))`,
    })
    .from(products)
    .innerJoin(retailers, eq(retailers.id, products.retailerId))
    .leftJoin(categories, eq(categories.id, products.categoryId))
    .leftJoin(brands, eq(brands.id, products.brandId))
    .where(sql`${which} and ${products.status} = 'published' and ${retailers.status} in ('active', 'paused')`);
  if (!row?.variants.length) return null;
  return {
    ...productFromRow(row, locale),
    retailerId: row.retailerId,
    description: row.description,
    options: row.options,
    pictures: row.pictures.map(({ stored, alt }) => ({ src: pictureUrl(stored), alt })),
    trail: row.trail,
  };
}

/** Brands by name, and how many there are in all. */
export async function brandList(on: Database, page: { offset: number; limit: number }) {
  const items = await on
    .select({ id: brands.id, name: brands.name, slug: brands.slug })
    .from(brands)
    .orderBy(asc(brands.name), asc(brands.id))
    .offset(page.offset)
    .limit(page.limit);
  return { items, total: await on.$count(brands) };
}

/** How many products a list has in all. */
export const productTotal = (filter: ProductFilter): Promise<number> => countProducts(db(), filter);
