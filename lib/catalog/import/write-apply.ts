import { sql } from "drizzle-orm";
import type { ProductPlan } from "./write-plan";
import type { WriteSession } from "./write-session";

/** A plan whose new product has its address. */
export type AddressedPlan = ProductPlan & { slug: string | null };
type Owned<T> = T & { productId: number };

const json = (rows: readonly unknown[]) => sql`${JSON.stringify(rows)}::jsonb`;

async function insertProducts({ tx, retailer }: WriteSession, plans: readonly AddressedPlan[]) {
  const rows = plans
    .filter(({ stored }) => !stored)
    .map(({ draft, slug, fields }) => ({ key: draft.key, slug, ...fields }));
  if (rows.length === 0) return new Map<string, number>();
  const made = await tx.execute<{ id: number; key: string }>(sql`
    insert into products (retailer_id, key, slug, name, description, status, brand_id, category_id)
    select ${retailer.id}, x.key, x.slug, x.name, x.description, x.status, x."brandId", x."categoryId"
    from rows from (jsonb_to_recordset(${json(rows)}) as (key text, slug text, name text, description text,
      status product_status, "brandId" integer, "categoryId" integer)) with ordinality as x order by ordinality
    returning id, key`);
  return new Map(made.rows.map(({ id, key }) => [key, id]));
}

async function updateProducts({ tx }: WriteSession, plans: readonly AddressedPlan[]): Promise<void> {
  const changed = plans.flatMap(({ stored, fields }) => (stored ? [{ ...(fields ?? stored), id: stored.id }] : []));
  if (changed.length === 0) return;
  const rows = changed.map(({ id, name, description, status, brandId, categoryId }) => ({
    id,
    name,
    description,
    status,
    brandId,
    categoryId,
  }));
  await tx.execute(sql`
    update products p set name = x.name, description = x.description, status = x.status,
      brand_id = x."brandId", category_id = x."categoryId", updated_at = now()
    from jsonb_to_recordset(${json(rows)}) as x (id integer, name text, description text, status product_status,
      "brandId" integer, "categoryId" integer)
    where p.id = x.id`);
}

async function writeOptions({ tx }: WriteSession, plans: readonly Owned<AddressedPlan>[]): Promise<void> {
  const fewer = plans.flatMap(({ productId, optionCount }) =>
    optionCount === null ? [] : [{ productId, optionCount }],
  );
  if (fewer.length > 0) {
    await tx.execute(sql`
      delete from product_options o using jsonb_to_recordset(${json(fewer)}) as x ("productId" integer, "optionCount" integer)
      where o.product_id = x."productId" and o.position >= x."optionCount"`);
  }
  const rows = plans.flatMap(({ productId, options }) => options.map((option) => ({ productId, ...option })));
  if (rows.length === 0) return;
  await tx.execute(sql`
    insert into product_options (product_id, position, name, values)
    select x."productId", x.position, x.name, x.values
    from jsonb_to_recordset(${json(rows)}) as x ("productId" integer, position smallint, name text, values text[])
    on conflict (product_id, position) do update set name = excluded.name, values = excluded.values`);
}

const variantColumns = sql`"productId" integer, id integer, position smallint, sku text, barcode text, "optionValues" text[],
  price bigint, stock integer, weight integer, "minQuantity" integer, "maxQuantity" integer, active boolean`;

async function writeVariants({ tx, retailer }: WriteSession, plans: readonly Owned<AddressedPlan>[]): Promise<void> {
  const rows = plans.flatMap(({ productId, variants }) => variants.map((variant) => ({ productId, ...variant })));
  const known = rows.filter(({ id }) => id !== null);
  if (known.length > 0) {
    const ids = known.map(({ id }) => id);
    // In id order, as a submit takes them.
    await tx.execute(
      sql`select from variants where id = any(${sql.param(ids)}::integer[]) order by id for no key update`,
    );
    await tx.execute(sql`
      update variants v set position = x.position, sku = x.sku, barcode = x.barcode, option_values = x."optionValues",
        price = x.price, stock = coalesce(x.stock, v.stock), weight = x.weight, min_quantity = x."minQuantity",
        max_quantity = x."maxQuantity", active = x.active
      from jsonb_to_recordset(${json(known)}) as x (${variantColumns}) where v.id = x.id`);
  }
  const fresh = rows.filter(({ id }) => id === null);
  if (fresh.length === 0) return;
  await tx.execute(sql`
    insert into variants (product_id, retailer_id, position, sku, barcode, option_values, price, stock, weight, min_quantity, max_quantity, active)
    select x."productId", ${retailer.id}, x.position, x.sku, x.barcode, x."optionValues", x.price, x.stock, x.weight,
      x."minQuantity", x."maxQuantity", x.active
    from rows from (jsonb_to_recordset(${json(fresh)}) as (${variantColumns})) with ordinality as x order by ordinality`);
}

const pictureColumns = sql`"productId" integer, id integer, position smallint, url text, alt text, "primary" boolean`;

async function writePictures({ tx }: WriteSession, plans: readonly Owned<AddressedPlan>[]): Promise<void> {
  const rows = plans.flatMap(({ productId, pictures }) => pictures.map((picture) => ({ productId, ...picture })));
  const update = async (some: typeof rows) => {
    if (some.length === 0) return;
    await tx.execute(sql`
      update pictures p set alt = x.alt, is_primary = x."primary"
      from jsonb_to_recordset(${json(some)}) as x (${pictureColumns}) where p.id = x.id`);
  };
  const known = rows.filter(({ id }) => id !== null);
  const fresh = rows.filter(({ id }) => id === null);
  // At no moment two primary ones.
  await update(known.filter(({ primary }) => !primary));
  await update(known.filter(({ primary }) => primary));
  if (fresh.length === 0) return;
  await tx.execute(sql`
    insert into pictures (product_id, position, url, alt, is_primary)
    select x."productId", x.position, x.url, x.alt, x."primary"
    from rows from (jsonb_to_recordset(${json(fresh)}) as (${pictureColumns})) with ordinality as x order by ordinality`);
}

/**
 * Writes plans that change something, a statement for each table, not for each row.
 * @returns the ids of the products, in order
 */
export async function applyPlans(session: WriteSession, plans: readonly AddressedPlan[]): Promise<number[]> {
  const made = await insertProducts(session, plans);
  await updateProducts(session, plans);
  const owned = plans.map((plan) => ({ ...plan, productId: plan.stored?.id ?? made.get(plan.draft.key) ?? 0 }));
  await writeOptions(session, owned);
  await writeVariants(session, owned);
  await writePictures(session, owned);
  return owned.map(({ productId }) => productId);
}
