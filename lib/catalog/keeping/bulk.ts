import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import type { BulkItem } from "@/db/schema";
import { env } from "@/lib/platform/env";
import { formatMoney } from "@/lib/platform/money";
import { largestPrice, priceByPercent } from "./rules/prices";
import type { BulkItemView } from "./views";

export type BulkKind = "status" | "price" | "category";

const json = (rows: readonly unknown[]) => sql`${JSON.stringify(rows)}::jsonb`;
const list = (ids: readonly number[]) => sql`${sql.param([...ids])}::integer[]`;

/** What the items of a change are now, by product or variant; what is gone is not in it. */
async function valuesNow(tx: Database, kind: BulkKind, ids: readonly number[]): Promise<BulkItem[]> {
  const items = {
    status: sql`select id, name, status as was from products where id = any(${list(ids)}) order by id`,
    category: sql`select id, name, category_id as was from products where id = any(${list(ids)}) order by id`,
    price: sql`select p.id, p.name, v.id as variant, v.price::float8 as was
      from variants v join products p on p.id = v.product_id where v.product_id = any(${list(ids)}) order by v.product_id, v.position, v.id`,
  };
  const { rows } = await tx.execute<BulkItem>(items[kind]);
  return rows;
}

/**
 * What becomes otherwise by a change of these products, and how many of them are so already.
 * @param value the status, the category's id, the percent
 */
export async function planBulk(tx: Database, kind: BulkKind, ids: readonly number[], value: string | number | null) {
  const now = await valuesNow(tx, kind, ids);
  const items: BulkItem[] = [];
  for (const item of now) {
    const will = kind === "price" ? Math.min(largestPrice, priceByPercent(Number(item.was), Number(value))) : value;
    if (will !== item.was) items.push({ ...item, will });
  }
  const touched = new Set(items.map(({ id }) => id));
  return { items, unchanged: new Set(now.map(({ id }) => id)).size - touched.size };
}

/**
 * Makes the planned change where everything is as it was shown; holds products first, then variants, each in id order.
 * @returns what was changed of the items, and the shops it is of
 */
export async function applyBulk(tx: Database, kind: BulkKind, items: readonly BulkItem[]) {
  const ids = [...new Set(items.map(({ id }) => id))];
  await tx.execute(sql`select from products where id = any(${list(ids)}) order by id for no key update`);
  if (kind === "price") {
    const variants = items.map(({ variant }) => variant ?? 0);
    await tx.execute(sql`select from variants where id = any(${list(variants)}) order by id for no key update`);
  }
  const write = {
    status: sql`update products p set status = x.will::product_status, updated_at = now()
      from jsonb_to_recordset(${json(items)}) as x (id integer, was text, will text)
      where p.id = x.id and p.status = x.was::product_status returning p.id, p.retailer_id as shop`,
    category: sql`update products p set category_id = x.will, updated_at = now()
      from jsonb_to_recordset(${json(items)}) as x (id integer, was integer, will integer)
      where p.id = x.id and p.category_id is not distinct from x.was returning p.id, p.retailer_id as shop`,
    price: sql`update variants v set price = x.will
      from jsonb_to_recordset(${json(items)}) as x (id integer, variant integer, was bigint, will bigint)
      where v.id = x.variant and v.product_id = x.id and v.price = x.was
      returning v.product_id as id, v.id as variant, v.retailer_id as shop`,
  };
  const { rows } = await tx.execute<{ id: number; variant?: number; shop: number }>(write[kind]);
  const changed = new Set(rows.map(({ id, variant }) => variant ?? id));
  const productIds = [...new Set(rows.map(({ id }) => id))];
  if (kind === "price")
    await tx.execute(sql`update products set updated_at = now() where id = any(${list(productIds)})`);
  return {
    productIds,
    retailerIds: [...new Set(rows.map(({ shop }) => shop))],
    left: items.filter(({ id, variant }) => !changed.has(variant ?? id)),
  };
}

/** A category's names from the root by its id, in one string. */
export async function categoryTrails(tx: Database, ids: readonly number[]): Promise<Map<number, string>> {
  if (!ids.length) return new Map();
  const { rows } = await tx.execute<{ id: number; trail: string }>(sql`
    select c.id, (select string_agg(a.name, ' › ' order by cardinality(a.lineage)) from categories a where a.id = any (c.lineage)) as trail
    from categories c where c.id = any(${list(ids)})`);
  return new Map(rows.map(({ id, trail }) => [id, trail]));
}

/** Items as a page shows them, with what they are now. Two round trips, three for categories. */
export async function describeItems(
  tx: Database,
  kind: BulkKind,
  items: readonly BulkItem[],
  locale: string,
): Promise<BulkItemView[]> {
  if (!items.length) return [];
  const { rows: names } = await tx.execute<{ id: number; variant: number | null; name: string; label: string }>(sql`
    select x.id, x.variant, coalesce(p.name, '') as name,
      coalesce(nullif(array_to_string(v.option_values, ' / '), ''), v.sku, '') as label
    from jsonb_to_recordset(${json(items)}) as x (id integer, variant integer)
    left join products p on p.id = x.id left join variants v on v.id = x.variant`);
  const nowOf = await valuesNow(
    tx,
    kind,
    items.map(({ id }) => id),
  );
  const values = [...items, ...nowOf].flatMap(({ was, will }) => [was, will]);
  const trails =
    kind === "category"
      ? await categoryTrails(
          tx,
          values.filter((each) => typeof each === "number"),
        )
      : new Map();
  const said = (value: string | number | null | undefined): string => {
    if (value === null || value === undefined) return "";
    if (kind === "category") return trails.get(Number(value)) ?? "";
    return kind === "price" ? formatMoney(Number(value), env.CHARSU_CURRENCY, locale) : String(value);
  };
  return items.map((item) => {
    const same = (each: { id: number; variant?: number | null }) =>
      each.id === item.id && (each.variant ?? null) === (item.variant ?? null);
    const found = names.find(same);
    const now = nowOf.find(same);
    return {
      id: item.id,
      variant: item.variant ?? null,
      name: found?.name || item.name,
      label: found?.label ?? "",
      was: said(item.was),
      will: said(item.will),
      now: now ? said(now.was) : null,
    };
  });
}
