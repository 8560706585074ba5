import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { AppError, invalidField } from "@/lib/platform/errors";
import type { Say } from "@/lib/platform/messages";
import { numbered, slugify } from "@/lib/platform/text/slug";
import type { NewVariant, ProductOption, VariantFields } from "./input";

export type VariantRow = VariantFields & { position: number };

const json = (rows: readonly unknown[]) => sql`${JSON.stringify(rows)}::jsonb`;

const variantColumns = sql`id integer, position smallint, sku text, barcode text, "optionValues" text[], price bigint,
  stock integer, weight integer, "minQuantity" integer, "maxQuantity" integer, active boolean`;

/** The brand of this name, whatever its case; brands are made by those who keep them, not by a slip of the pen. */
export async function brandIdOf(tx: Database, name: string | null, say: Say): Promise<number | null> {
  if (name === null) return null;
  const { rows } = await tx.execute<{ id: number }>(sql`select id from brands where lower(name) = lower(${name})`);
  if (!rows[0]) throw invalidField("brand", "unknown", say("admin.products.brand_unknown", { name }));
  return rows[0].id;
}

export async function checkCategory(tx: Database, id: number | null, say: Say): Promise<void> {
  if (id === null) return;
  const { rowCount } = await tx.execute(sql`select from categories where id = ${id}`);
  if (!rowCount) throw invalidField("categoryId", "unknown", say("admin.products.category_unknown"));
}

/** @throws AppError for the first SKU that another product of the shop has; `fieldOf` names it */
export async function checkSkus(
  tx: Database,
  shop: { retailerId: number; productId: number | null },
  skus: readonly (string | null)[],
  fieldOf: (sku: string) => string,
  say: Say,
): Promise<void> {
  const given = skus.filter((sku) => sku !== null);
  const twice = given.find((sku, index) => given.indexOf(sku) !== index);
  if (twice !== undefined) throw invalidField(fieldOf(twice), "taken", say("admin.products.sku_twice", { sku: twice }));
  if (!given.length) return;
  const { rows } = await tx.execute<{ sku: string; name: string }>(sql`
    select v.sku, p.name from variants v join products p on p.id = v.product_id
    where v.retailer_id = ${shop.retailerId} and v.sku = any(${sql.param(given)}::text[])
      and v.product_id is distinct from ${shop.productId} limit 1`);
  const [taken] = rows;
  if (taken) throw invalidField(fieldOf(taken.sku), "taken", say("admin.products.sku_taken", taken));
}

export const slugTaken = (slug: string, say: Say): AppError =>
  new AppError("conflict", say("errors.taken"), {
    errors: [{ field: "slug", code: "taken", message: say("admin.products.slug_taken", { slug }) }],
  });

type NewProduct = {
  key: string | undefined;
  slug: string | undefined;
  name: string;
  description: string;
  status: string;
  brandId: number | null;
  categoryId: number | null;
};

/** A key that the shop has not used yet. */
async function freshKey(tx: Database, retailerId: number, name: string): Promise<string> {
  const base = slugify(name, "product");
  const { rows } = await tx.execute<{ key: string }>(sql`
    select key from products where retailer_id = ${retailerId} and (key = ${base} or starts_with(key, ${`${base}-`}))`);
  const taken = new Set(rows.map(({ key }) => key));
  return numbered(base, (each) => taken.has(each));
}

/** Addresses to try for a product without one of its own: as the importer makes them. */
function* addresses(name: string, handle: string) {
  const base = slugify(name, "product");
  yield base;
  const ofShop = `${base}-${handle}`;
  yield ofShop;
  for (let number = 2; number < 1_000; number++) yield `${ofShop}-${number}`;
}

/**
 * Whether an address is free is told by the index alone: other shops' products are not to be seen here.
 * @returns the id
 * @throws AppError `conflict` for an address of its own that another product has
 */
export async function insertProduct(
  tx: Database,
  shop: { id: number; handle: string },
  { key, slug, name, description, status, brandId, categoryId }: NewProduct,
  say: Say,
): Promise<number> {
  const ownKey = key ?? (await freshKey(tx, shop.id, name));
  for (const address of slug === undefined ? addresses(name, shop.handle) : [slug]) {
    const { rows } = await tx.execute<{ id: number }>(sql`
      insert into products (retailer_id, key, slug, name, description, status, brand_id, category_id)
      values (${shop.id}, ${ownKey}, ${address}, ${name}, ${description}, ${status}, ${brandId}, ${categoryId})
      on conflict (slug) do nothing returning id`);
    if (rows[0]) return rows[0].id;
  }
  throw slugTaken(slug ?? name, say);
}

/** Puts these options in the place of the product's. */
export async function writeOptions(tx: Database, productId: number, options: readonly ProductOption[]): Promise<void> {
  await tx.execute(sql`delete from product_options where product_id = ${productId} and position >= ${options.length}`);
  if (!options.length) return;
  const rows = options.map((option, position) => ({ position, ...option }));
  await tx.execute(sql`
    insert into product_options (product_id, position, name, values)
    select ${productId}, x.position, x.name, x.values
    from jsonb_to_recordset(${json(rows)}) as x (position smallint, name text, values text[])
    on conflict (product_id, position) do update set name = excluded.name, values = excluded.values
      where (product_options.name, product_options.values) is distinct from (excluded.name, excluded.values)`);
}

export async function insertVariants(
  tx: Database,
  { productId, retailerId }: { productId: number; retailerId: number },
  rows: readonly (NewVariant & { position: number })[],
): Promise<void> {
  if (!rows.length) return;
  await tx.execute(sql`
    insert into variants (product_id, retailer_id, position, sku, barcode, option_values, price, stock, weight, min_quantity, max_quantity, active)
    select ${productId}, ${retailerId}, x.position, x.sku, x.barcode, x."optionValues", x.price, x.stock, x.weight,
      x."minQuantity", x."maxQuantity", x.active
    from rows from (jsonb_to_recordset(${json(rows)}) as (${variantColumns})) with ordinality as x order by ordinality`);
}

/**
 * Writes variants that are locked already. Stock is not among it: it moves by the ledger's reasons alone.
 * @param parked those of them whose SKU or values another one has until this statement: they let go of them first
 */
export async function updateVariants(
  tx: Database,
  rows: readonly (VariantRow & { id: number })[],
  parked: readonly number[],
): Promise<void> {
  if (!rows.length) return;
  if (parked.length) {
    await tx.execute(sql`update variants set sku = null, option_values = option_values || ('#' || id)
      where id = any(${sql.param(parked)}::integer[])`);
  }
  await tx.execute(sql`
    update variants v set position = x.position, sku = x.sku, barcode = x.barcode, option_values = x."optionValues",
      price = x.price, weight = x.weight, min_quantity = x."minQuantity", max_quantity = x."maxQuantity", active = x.active
    from jsonb_to_recordset(${json(rows)}) as x (${variantColumns}) where v.id = x.id`);
}

/** Of these variants, locked already, those that an order names. */
export async function orderedAmong(tx: Database, ids: readonly number[]): Promise<number[]> {
  if (!ids.length) return [];
  const { rows } = await tx.execute<{ id: number }>(
    sql`select ordered_variants(${sql.param([...ids])}::integer[]) as id`,
  );
  return rows.map(({ id }) => id);
}

/**
 * Holds a product and its variants until the transaction ends: the product first, as an import does, then its variants in
 * id order, as a submit does.
 * @throws AppError `not_found` for one that the actor may not write
 */
export async function lockProduct(tx: Database, id: number, say: Say): Promise<void> {
  const { rowCount } = await tx.execute(sql`select from products where id = ${id} for no key update`);
  if (!rowCount) throw new AppError("not_found", say("errors.not_found"));
  await tx.execute(sql`select from variants where product_id = ${id} order by id for no key update`);
}
