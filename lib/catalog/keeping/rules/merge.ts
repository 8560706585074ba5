import type { ProductBase, ProductChange, ProductOption, VariantFields } from "../input";

/** A value of a product as two people may see it differently; null: it is not there. */
export type Difference = { field: string; was: unknown; now: unknown; yours: unknown };

/** What is stored of a product, as far as its editor changes it. */
export type Stored = Omit<Required<ProductBase>, "variants"> & { variants: (VariantFields & { id: number })[] };

/** What remains to be written, what two people wrote differently, and what somebody else wrote meanwhile. */
export type Merged = {
  fields: Partial<Pick<Stored, (typeof ownFields)[number]>>;
  options: ProductOption[] | null;
  /** By variant id: the fields to write. */
  variants: Map<number, Partial<VariantFields>>;
  removed: number[];
  /** Ids that are no variant's of this product, and never were when the change began. */
  unknown: number[];
  added: NonNullable<ProductChange["variants"]>;
  conflicts: Difference[];
  meanwhile: Difference[];
};

export const ownFields = ["name", "slug", "description", "categoryId", "brand", "status"] as const;
export const variantFieldNames = [
  "optionValues",
  "sku",
  "barcode",
  "price",
  "weight",
  "minQuantity",
  "maxQuantity",
  "active",
] as const satisfies readonly (keyof VariantFields)[];

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** Of a value that was `was` to whoever wrote `yours` and is `now` today. */
function decide(was: unknown, now: unknown, yours: unknown): "leave" | "write" | "conflict" {
  if (same(yours, was) || same(yours, now)) return "leave";
  return same(was, now) ? "write" : "conflict";
}

/** Options of the same names in the same places: each keeps what one of the two added and loses what one removed. */
function mergeOptions(was: ProductOption[], now: ProductOption[], yours: ProductOption[]): ProductOption[] | null {
  const names = (options: ProductOption[]) => options.map(({ name }) => name);
  if (!same(names(was), names(now)) || !same(names(was), names(yours))) return null;
  return now.map(({ name, values }, index) => {
    const before = new Set(was[index]!.values);
    const mine = new Set(yours[index]!.values);
    const kept = values.filter((value) => mine.has(value) || !before.has(value));
    return { name, values: [...kept, ...yours[index]!.values.filter((v) => !before.has(v) && !kept.includes(v))] };
  });
}

type Variant = Partial<VariantFields>;
type Change = NonNullable<ProductChange["variants"]>[number];

const changedFields = (a: Variant, b: Variant) =>
  variantFieldNames.filter((name) => b[name] !== undefined && !same(a[name], b[name]));

const only = (variant: Variant, names: readonly (keyof VariantFields)[]) =>
  Object.fromEntries(names.map((name) => [name, variant[name]]));

function mergeVariant(was: Variant | undefined, now: Stored["variants"][number], yours: Change, into: Merged): void {
  const field = `variants.${now.id}`;
  if (yours.remove) {
    const theirs = was ? changedFields(was, now) : [];
    if (theirs.length === 0) into.removed.push(now.id);
    else into.conflicts.push({ field, was: only(was!, theirs), now: only(now, theirs), yours: null });
    return;
  }
  const write: Variant = {};
  for (const name of variantFieldNames) {
    if (yours[name] === undefined) continue;
    const before = was ? was[name] : now[name];
    const step = decide(before, now[name], yours[name]);
    if (step === "write") Object.assign(write, { [name]: yours[name] });
    if (step === "conflict") {
      into.conflicts.push({ field: `${field}.${name}`, was: before, now: now[name], yours: yours[name] });
    }
  }
  if (Object.keys(write).length) into.variants.set(now.id, write);
}

function meanwhileOf(base: ProductBase, now: Stored): Difference[] {
  const found: Difference[] = [];
  for (const field of [...ownFields, "options"] as const) {
    if (base[field] !== undefined && !same(base[field], now[field])) {
      found.push({ field, was: base[field], now: now[field], yours: null });
    }
  }
  const stood = new Map(now.variants.map((variant) => [variant.id, variant]));
  for (const was of base.variants ?? []) {
    const variant = stood.get(was.id);
    stood.delete(was.id);
    const names = variant ? changedFields(was, variant) : [];
    if (!variant)
      found.push({ field: `variants.${was.id}`, was: only(was, variantFieldNames), now: null, yours: null });
    for (const name of names) {
      found.push({ field: `variants.${was.id}.${name}`, was: was[name], now: variant?.[name], yours: null });
    }
  }
  if (base.variants) {
    for (const [id, variant] of stood) {
      found.push({ field: `variants.${id}`, was: null, now: only(variant, variantFieldNames), yours: null });
    }
  }
  return found;
}

/**
 * Unites what somebody wrote with what is stored now, by what they had before them: what one of the two changed goes
 * through, what both changed differently is a conflict. Without `base` there is nothing to compare: everything given is
 * written.
 */
export function mergeProduct(now: Stored, { base, ...yours }: Omit<ProductChange, "id">): Merged {
  const into: Merged = {
    fields: {},
    options: null,
    variants: new Map(),
    removed: [],
    unknown: [],
    added: [],
    conflicts: [],
    meanwhile: base ? meanwhileOf(base, now) : [],
  };
  for (const field of ownFields) {
    if (yours[field] === undefined) continue;
    const was = base && field in base ? base[field] : now[field];
    const step = decide(was, now[field], yours[field]);
    if (step === "write") Object.assign(into.fields, { [field]: yours[field] });
    if (step === "conflict") into.conflicts.push({ field, was, now: now[field], yours: yours[field] });
  }
  if (yours.options) {
    const was = base?.options ?? now.options;
    const step = decide(was, now.options, yours.options);
    const united = step === "conflict" ? mergeOptions(was, now.options, yours.options) : null;
    if (step === "write") into.options = yours.options;
    else if (united) into.options = united;
    else if (step === "conflict") {
      into.conflicts.push({ field: "options", was, now: now.options, yours: yours.options });
    }
  }
  const before = new Map((base?.variants ?? []).map((variant) => [variant.id, variant]));
  const stored = new Map(now.variants.map((variant) => [variant.id, variant]));
  for (const change of yours.variants ?? []) {
    if (change.id === undefined) {
      // Somebody else made the same one meanwhile.
      const twin = now.variants.find(
        ({ id, optionValues }) => base?.variants && !before.has(id) && same(optionValues, change.optionValues ?? []),
      );
      if (twin) mergeVariant({}, twin, change, into);
      else if (!change.remove) into.added.push(change);
      continue;
    }
    const was = before.get(change.id);
    const variant = stored.get(change.id);
    if (variant) mergeVariant(was, variant, change, into);
    else if (!was) into.unknown.push(change.id);
    else if (!change.remove) {
      const names = changedFields(was, change);
      if (names.length) {
        const field = `variants.${change.id}`;
        into.conflicts.push({ field, was: only(was, names), now: null, yours: only(change, names) });
      }
    }
  }
  if (into.conflicts.some(({ field }) => field === "options")) {
    into.conflicts = into.conflicts.filter(({ field }) => !field.endsWith(".optionValues"));
  }
  return into;
}
