import { type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import type { ProductDraft } from "./draft";
import type { WriteSession } from "./write-session";

export type StoredVariant = {
  id: number;
  position: number;
  sku: string | null;
  barcode: string | null;
  optionValues: string[];
  price: number;
  stock: number;
  weight: number;
  minQuantity: number;
  maxQuantity: number | null;
  active: boolean;
};

export type StoredPicture = { id: number; position: number; url: string; alt: string; primary: boolean };

/** A product as it stands in the catalog. */
export type StoredProduct = {
  id: number;
  key: string;
  name: string;
  description: string;
  brandId: number | null;
  categoryId: number | null;
  status: "draft" | "published" | "archived";
  options: { name: string; values: string[] }[];
  variants: StoredVariant[];
  pictures: StoredPicture[];
};

/** The products of a shop that a batch of drafts may mean, by key and by the SKUs of their variants. */
export type StoredProducts = { byKey: Map<string, StoredProduct>; bySku: Map<string, StoredProduct> };

/**
 * Locks what the query names until the transaction ends, in id order as a submit does: whoever edits one of them by hand
 * comes before the file's comparison or after its writing, never between.
 */
async function lockProducts({ tx }: WriteSession, ids: SQL): Promise<void> {
  await tx.execute(sql`select from products where id in (${ids}) order by id for no key update`);
  await tx.execute(sql`select from variants where product_id in (${ids}) order by id for no key update`);
}

/**
 * Reads what the shop has of these drafts' keys and SKUs, with variants, options and pictures.
 * @param locks when it is about to be written
 */
export async function loadProducts(
  session: WriteSession,
  drafts: readonly ProductDraft[],
  locks: boolean,
): Promise<StoredProducts> {
  const keys = drafts.map(({ key }) => key);
  const skus = drafts.flatMap(({ key, identity, variants }) => [
    ...variants.flatMap(({ sku }) => sku ?? []),
    ...(identity === "sku" ? [key] : []),
  ]);
  const { id } = session.retailer;
  const meant = sql`
    select id from products where retailer_id = ${id} and key = any(${sql.param(keys)}::text[])
    union select product_id from variants where retailer_id = ${id} and sku = any(${sql.param(skus)}::text[])`;
  if (locks) await lockProducts(session, meant);
  const rows = await storedProducts(session.tx, meant);
  return {
    byKey: new Map(rows.map((row) => [row.key, row])),
    bySku: new Map(
      rows.flatMap((row) => row.variants.flatMap(({ sku }) => (sku === null ? [] : [[sku, row] as const]))),
    ),
  };
}

/** Products as they stand, with variants, options and pictures, in one query. `ids` is a query of their ids. */
export async function storedProducts(tx: Database, ids: SQL): Promise<StoredProduct[]> {
  const { rows } = await tx.execute<StoredProduct>(sql`
    select p.id, p.key, p.name, p.description, p.brand_id as "brandId", p.category_id as "categoryId", p.status,
      (select coalesce(json_agg(json_build_object('name', o.name, 'values', o.values) order by o.position), '[]')
        from product_options o where o.product_id = p.id) as options,
      (select coalesce(json_agg(json_build_object('id', v.id, 'position', v.position, 'sku', v.sku, 'barcode', v.barcode,
          'optionValues', v.option_values, 'price', v.price, 'stock', v.stock, 'weight', v.weight,
          'minQuantity', v.min_quantity, 'maxQuantity', v.max_quantity, 'active', v.active) order by v.position, v.id), '[]')
        from variants v where v.product_id = p.id) as variants,
      (select coalesce(json_agg(json_build_object('id', f.id, 'position', f.position, 'url', f.url, 'alt', f.alt,
          'primary', f.is_primary) order by f.position), '[]')
        from pictures f where f.product_id = p.id) as pictures
    from products p where p.id in (${ids})`);
  return rows;
}
