import { invalidField } from "@/lib/platform/errors";
import type { Say } from "@/lib/platform/messages";
import type { NewVariant, ProductChange, ProductOption, VariantFields } from "./input";
import type { Merged, Stored } from "./rules/merge";
import { keyOf } from "./rules/options";
import type { VariantRow } from "./write";

type Updated = VariantRow & { id: number };

/** What a merged change writes of options and variants. */
export type Plan = {
  /** Null: they stay. */
  options: ProductOption[] | null;
  updated: Updated[];
  added: (NewVariant & { position: number })[];
  removed: number[];
  /** Of `updated`, those that take a SKU or values which another variant of the product has until then. */
  parked: number[];
  /** All SKUs that the product has afterwards. */
  skus: (string | null)[];
};

/** A combination's place in the grid that the options make. */
function placeIn(options: readonly ProductOption[], values: readonly string[]): number {
  return options.reduce((place, option, index) => {
    const at = option.values.indexOf(values[index] ?? "");
    return place * (option.values.length + 1) + (at < 0 ? option.values.length : at);
  }, 0);
}

/** The options with whatever value their variants have. */
function complete(options: readonly ProductOption[], variants: readonly Pick<VariantFields, "optionValues">[]) {
  return options.map(({ name, values }, index) => ({
    name,
    values: [...new Set([...values, ...variants.map(({ optionValues }) => optionValues[index] ?? "")])].filter(Boolean),
  }));
}

/** Under what name a variant's fields came. */
function fieldNames(change: ProductChange["variants"]): (variant: { id?: number; optionValues: string[] }) => string {
  return (variant) => {
    const index = (change ?? []).findIndex((each) =>
      variant.id === undefined
        ? each.id === undefined && keyOf(each.optionValues ?? []) === keyOf(variant.optionValues)
        : each.id === variant.id,
    );
    return `variants.${Math.max(0, index)}`;
  };
}

/**
 * @param kept variants that are to be removed and stay, switched off, because orders name them
 * @throws AppError `invalid`
 */
export function planVariants(
  now: Stored,
  merged: Merged,
  change: ProductChange["variants"],
  kept: readonly number[],
  say: Say,
): Plan {
  const fieldOf = fieldNames(change);
  const gone = new Set(merged.removed.filter((id) => !kept.includes(id)));
  const options = merged.options ?? now.options;
  const standing = now.variants
    .filter(({ id }) => !gone.has(id))
    .map((variant) => ({
      ...variant,
      ...merged.variants.get(variant.id),
      ...(kept.includes(variant.id) && { active: false }),
    }));
  const fits = ({ optionValues }: { optionValues: string[] }) => optionValues.length === options.length;
  const added = merged.added.map((variant) => {
    const at = fieldOf({ optionValues: variant.optionValues ?? [] });
    const row = {
      optionValues: variant.optionValues ?? [],
      sku: variant.sku ?? null,
      barcode: variant.barcode ?? null,
      price: variant.price,
      stock: variant.stock ?? 0,
      weight: variant.weight ?? 0,
      minQuantity: variant.minQuantity ?? 1,
      maxQuantity: variant.maxQuantity ?? null,
      active: variant.active ?? true,
    };
    if (row.price === undefined) throw invalidField(`${at}.price`, "required", say("fields.required"));
    if (!fits(row) || row.optionValues.includes("")) {
      throw invalidField(`${at}.optionValues`, "options", say("admin.products.options_differ"));
    }
    return { ...row, price: row.price };
  });
  // One that has not as many values as there are options cannot be chosen: it is put aside, as an import does.
  const rows = standing.map((row) => (fits(row) ? row : { ...row, active: false }));
  const all = [...rows, ...added];
  if (!all.length) throw invalidField("variants", "required", say("admin.products.no_variant"));
  const seen = new Set<string>();
  for (const row of all) {
    const at = fieldOf(row);
    if (row.maxQuantity !== null && row.maxQuantity < row.minQuantity) {
      throw invalidField(`${at}.maxQuantity`, "small", say("admin.products.max_below_min"));
    }
    if (seen.has(keyOf(row.optionValues))) {
      throw invalidField(`${at}.optionValues`, "taken", say("admin.products.variant_twice"));
    }
    seen.add(keyOf(row.optionValues));
  }
  const whole = complete(options, all.filter(fits));
  const arranged = merged.options !== null || added.length > 0;
  const order = new Map(
    [...all].sort((a, b) => placeIn(whole, a.optionValues) - placeIn(whole, b.optionValues)).map((row, i) => [row, i]),
  );
  const before = new Map(now.variants.map((variant, position) => [variant.id, { ...variant, position }]));
  const positioned = rows.map((row) => ({
    ...row,
    position: arranged ? order.get(row)! : before.get(row.id)!.position,
  }));
  const differs = (row: Updated) => {
    const was = before.get(row.id)!;
    return (Object.keys(row) as (keyof Updated)[]).some((key) => JSON.stringify(row[key]) !== JSON.stringify(was[key]));
  };
  const updated = positioned.filter(differs);
  const takes = (row: Updated) =>
    now.variants.some(
      (other) =>
        other.id !== row.id &&
        ((row.sku !== null && other.sku === row.sku) || keyOf(other.optionValues) === keyOf(row.optionValues)),
    );
  const holders = updated.some(takes) ? updated.map(({ id }) => id) : [];
  const changed = JSON.stringify(whole) !== JSON.stringify(now.options);
  return {
    options: changed ? whole : null,
    updated,
    added: added.map((row) => ({ ...row, position: order.get(row)! })),
    removed: [...gone],
    parked: holders,
    skus: all.map(({ sku }) => sku),
  };
}
