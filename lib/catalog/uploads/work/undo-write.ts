import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import type { StoredProduct } from "../../import/write-load";
import type { Upload } from "./person";
import { planUndo, type UndoPlan } from "./undo-plan";

/** What became of a product, and what of it could not be taken back. */
export type Undone = { undone: "removed" | "restored" | "kept"; reasons: string[] };

const json = (rows: unknown) => sql`${JSON.stringify(rows)}::jsonb`;

/** Brands and categories that were named before may be gone by now. */
async function writeFields(tx: Database, now: StoredProduct, { fields, reasons }: UndoPlan): Promise<void> {
  if (!Object.keys(fields).length) return;
  const { name, description, status, brandId, categoryId } = { ...now, ...fields };
  const { rows } = await tx.execute<{ brand: boolean; category: boolean }>(sql`
    select ${brandId}::integer is null or exists (select from brands where id = ${brandId}) as brand,
      ${categoryId}::integer is null or exists (select from categories where id = ${categoryId}) as category`);
  const there = rows[0] ?? { brand: false, category: false };
  if (!there.brand) reasons.push("The brand is gone.");
  if (!there.category) reasons.push("The category is gone.");
  await tx.execute(sql`
    update products set name = ${name}, description = ${description}, status = ${status},
      brand_id = ${there.brand ? brandId : now.brandId}, category_id = ${there.category ? categoryId : now.categoryId},
      updated_at = now() where id = ${now.id}`);
}

async function writeVariants(tx: Database, now: StoredProduct, { variants, remove }: UndoPlan): Promise<void> {
  if (remove.length) await tx.execute(sql`delete from variants where id = any(${sql.param(remove)}::integer[])`);
  if (!variants.length) return;
  const current = new Map(now.variants.map((variant) => [variant.id, variant]));
  const rows = variants.map(({ id, set }) => ({ ...current.get(id), ...set }));
  await tx.execute(sql`
    update variants v set position = x.position, sku = x.sku, barcode = x.barcode, option_values = x."optionValues",
      price = x.price, weight = x.weight, min_quantity = x."minQuantity", max_quantity = x."maxQuantity", active = x.active
    from jsonb_to_recordset(${json(rows)}) as x (id integer, position smallint, sku text, barcode text, "optionValues" text[],
      price bigint, weight integer, "minQuantity" integer, "maxQuantity" integer, active boolean) where v.id = x.id`);
}

async function writeOptions(tx: Database, { id }: StoredProduct, { options }: UndoPlan): Promise<void> {
  if (!options) return;
  await tx.execute(sql`delete from product_options where product_id = ${id}`);
  const rows = options.map((option, position) => ({ position, ...option }));
  await tx.execute(sql`
    insert into product_options (product_id, position, name, values)
    select ${id}, x.position, x.name, x.values
    from jsonb_to_recordset(${json(rows)}) as x (position smallint, name text, values text[])`);
}

async function writePictures(tx: Database, { removePictures, pictures }: UndoPlan): Promise<void> {
  if (removePictures.length) {
    await tx.execute(sql`delete from pictures where id = any(${sql.param(removePictures)}::integer[])`);
  }
  // At no moment two primary ones.
  for (const rows of [pictures.filter(({ primary }) => !primary), pictures.filter(({ primary }) => primary)]) {
    if (rows.length) {
      await tx.execute(sql`
        update pictures p set alt = x.alt, is_primary = x."primary", position = x.position
        from jsonb_to_recordset(${json(rows)}) as x (id integer, alt text, "primary" boolean, position smallint) where p.id = x.id`);
    }
  }
}

/** Takes from each variant what the upload gave, and gives what it took: what was sold meanwhile stays sold. */
async function moveStock(tx: Database, upload: Upload, now: StoredProduct, gone: readonly number[]): Promise<string[]> {
  const ids = now.variants.map(({ id }) => id).filter((id) => !gone.includes(id));
  const { rows } = await tx.execute<{ sku: string | null; short: number }>(sql`
    with moved as (
      select l.variant_id as id, sum(l.delta)::integer as delta from stock_ledger l
      where l.variant_id = any(${sql.param(ids)}::integer[]) and l.reason = 'import' and l.reference = ${upload.importId}
      group by l.variant_id having sum(l.delta) <> 0
    ), before as (select v.id, v.sku, v.stock, m.delta from variants v join moved m on m.id = v.id),
    done as (
      update variants v set stock = greatest(0, b.stock - b.delta) from before b where v.id = b.id returning v.id
    )
    select b.sku, greatest(0, b.delta - b.stock)::integer as short from before b join done d on d.id = b.id`);
  return rows
    .filter(({ short }) => short > 0)
    .map(({ sku, short }) => `${short} of the stock${sku ? ` of “${sku}”` : ""} is gone already.`);
}

/** Puts one product back as far as nobody changed it since. */
export async function putBackProduct(
  tx: Database,
  upload: Upload,
  { before, after, now }: Record<"before" | "after" | "now", StoredProduct>,
  ordered: ReadonlySet<number>,
): Promise<Undone> {
  const plan = planUndo(before, after, now, ordered);
  await writeFields(tx, now, plan);
  await writeVariants(tx, now, plan);
  await writeOptions(tx, now, plan);
  await writePictures(tx, plan);
  const short = await moveStock(tx, upload, now, plan.remove);
  const reasons = [...plan.reasons, ...short];
  return { undone: reasons.length ? "kept" : "restored", reasons };
}
