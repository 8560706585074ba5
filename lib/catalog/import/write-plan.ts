import type { ClearedField, ProductDraft, VariantDraft } from "./draft";
import type { StoredPicture, StoredProduct, StoredProducts, StoredVariant } from "./write-load";

/** What of a variant is written; `stock: null` leaves it, whatever was sold in the meantime. */
export type VariantWrite = Omit<StoredVariant, "id" | "stock"> & { id: number | null; stock: number | null };
export type PictureWrite = Omit<StoredPicture, "id"> & { id: number | null };
export type OptionWrite = { position: number; name: string; values: string[] };

/** Everything that makes the catalog say what a draft says; empty lists where it says so already. */
export type ProductPlan = {
  draft: ProductDraft;
  references: References;
  /** Null: a new product. */
  stored: StoredProduct | null;
  /** The product's own columns, when they change. */
  fields: Pick<StoredProduct, "name" | "description" | "status" | "brandId" | "categoryId"> | null;
  options: OptionWrite[];
  /** How many options the product has afterwards; null leaves them. */
  optionCount: number | null;
  variants: VariantWrite[];
  pictures: PictureWrite[];
};

/** Ids of what drafts name. */
export type References = { brandId: number | null; categoryId: number | null };

/** The product that a draft means; undefined when the shop has none. */
export function storedFor(draft: ProductDraft, stored: StoredProducts): StoredProduct | undefined {
  return (draft.identity === "sku" ? stored.bySku.get(draft.key) : undefined) ?? stored.byKey.get(draft.key);
}

/** Why a draft cannot be written, before anything is asked of the database; null when it can. */
export function refuse(draft: ProductDraft, stored: StoredProducts): string | null {
  const product = storedFor(draft, stored);
  if (JSON.stringify(draft).includes("\\u0000")) return "The text holds a character that cannot be stored.";
  if (!product && !draft.name) return "A new product needs a name.";
  for (const { sku } of draft.variants) {
    const holder = sku === null ? undefined : stored.bySku.get(sku);
    if (holder && holder !== product) return `The SKU “${sku}” belongs to “${holder.name}” already.`;
  }
  const { fresh } = matchVariants(draft, product?.variants ?? []);
  const unpriced = fresh.find(({ price }) => price === null);
  if (!unpriced) return null;
  return unpriced.key && draft.variants.length > 1
    ? `A new variant needs a price; “${unpriced.key}” has none.`
    : `A new ${product ? "variant" : "product"} needs a price.`;
}

/** Pairs a draft's variants with the stored ones: by SKU, else by option values. */
function matchVariants(draft: ProductDraft, stored: readonly StoredVariant[]) {
  const matches = new Map<VariantDraft, StoredVariant>();
  const taken = new Set<StoredVariant>();
  let bySku = 0;
  const match = (variant: VariantDraft, found: StoredVariant | undefined) => {
    if (!found) return;
    matches.set(variant, found);
    taken.add(found);
  };
  for (const variant of draft.variants) {
    match(variant, variant.sku === null ? undefined : stored.find(({ sku }) => sku === variant.sku));
  }
  bySku = matches.size;
  const same = (a: readonly string[], b: readonly string[]) =>
    a.length === b.length && a.every((value, index) => value === b[index]);
  for (const variant of draft.variants) {
    if (matches.has(variant)) continue;
    match(
      variant,
      stored.find((each) => !taken.has(each) && same(each.optionValues, variant.options)),
    );
  }
  return {
    matches,
    fresh: draft.variants.filter((variant) => !matches.has(variant)),
    left: stored.filter((each) => !taken.has(each)),
    /** The file names no options and needs none: every variant is known by its SKU. */
    silent: draft.options.length === 0 && bySku === draft.variants.length,
  };
}

/** A field that can be empty: what the draft says, else as it was, unless its empty cells mean `nothing`. */
const said = <T>(draft: ProductDraft, field: ClearedField, value: T | null, was: T, nothing: T): T =>
  value ?? (draft.clears.has(field) ? nothing : was);

const differs = <T extends object>(now: T, was: { [K in keyof T]: unknown }): boolean =>
  (Object.keys(now) as (keyof T)[]).some((key) => JSON.stringify(now[key]) !== JSON.stringify(was[key]));

function planVariants(draft: ProductDraft, stored: StoredProduct | null) {
  const { matches, left, silent } = matchVariants(draft, stored?.variants ?? []);
  const arity = silent ? (stored?.options.length ?? 0) : draft.options.length;
  const remaining = left.filter(({ optionValues }) => optionValues.length === arity);
  const ordered = draft.identity === "key" && remaining.length === 0;
  let last = Math.max(-1, ...(stored?.variants ?? []).map(({ position }) => position));
  const writes: VariantWrite[] = [];
  for (const [index, variant] of draft.variants.entries()) {
    const was = matches.get(variant);
    if (!was) last += 1;
    const now: VariantWrite = {
      id: was?.id ?? null,
      position: ordered ? index : (was?.position ?? last),
      sku: variant.sku ?? was?.sku ?? null,
      barcode: said(draft, "barcode", variant.barcode, was?.barcode ?? null, null),
      optionValues: silent && was ? was.optionValues : variant.options,
      price: variant.price ?? was?.price ?? 0,
      stock: variant.stock ?? (was ? null : 0),
      weight: said(draft, "weightGrams", variant.weightGrams, was?.weight ?? 0, 0),
      minQuantity: said(draft, "minQuantity", variant.minQuantity, was?.minQuantity ?? 1, 1),
      maxQuantity: said(draft, "maxQuantity", variant.maxQuantity, was?.maxQuantity ?? null, null),
      // One that was put aside for its number of options comes back with them.
      active: was && was.optionValues.length === (stored?.options.length ?? 0) ? was.active : true,
    };
    if (was && now.stock === was.stock) now.stock = null;
    if (!was || differs({ ...now, stock: now.stock ?? was.stock }, was)) writes.push(now);
  }
  for (const was of left) {
    if (was.active && was.optionValues.length !== arity) writes.push({ ...was, stock: null, active: false });
  }
  return { writes, remaining, silent };
}

/** The options as they are to stand: the file's values, and those of variants that the file leaves out. */
function planOptions(draft: ProductDraft, stored: StoredProduct | null, remaining: readonly StoredVariant[]) {
  return draft.options.map(({ name, values }, index) => {
    const kept = new Set(remaining.map(({ optionValues }) => optionValues[index] ?? ""));
    const inFile = new Set(values);
    if ([...kept].every((value) => inFile.has(value))) return { name, values };
    const before = (stored?.options[index]?.values ?? []).filter((value) => kept.has(value) || inFile.has(value));
    return { name, values: [...new Set([...before, ...kept, ...values])] };
  });
}

function planPictures(draft: ProductDraft, stored: StoredProduct | null): PictureWrite[] {
  if (draft.pictures.length === 0) return [];
  const before = stored?.pictures ?? [];
  const named = new Map(draft.pictures.map((picture) => [picture.url, picture]));
  const first = draft.pictures[0]?.url;
  const known = before.map((picture) => ({
    ...picture,
    alt: named.get(picture.url)?.alt ?? picture.alt,
    primary: picture.url === first,
  }));
  const last = Math.max(-1, ...before.map(({ position }) => position));
  const fresh = draft.pictures
    .filter(({ url }) => !before.some((picture) => picture.url === url))
    .map(({ url, alt }, index) => ({
      id: null,
      position: last + 1 + index,
      url,
      alt: alt ?? "",
      primary: url === first,
    }));
  return [...known.filter((picture, index) => differs(picture, before[index] as StoredPicture)), ...fresh];
}

/** Compares a draft with what is stored. `references` are the ids of the brand and the category that it names. */
export function planProduct(draft: ProductDraft, stored: StoredProduct | null, references: References): ProductPlan {
  // One that is named and not there is no empty cell.
  const reference = (field: "brand" | "category", id: number | null, was: number | null = null) =>
    draft[field] === null ? said(draft, field, null, was, null) : (id ?? was);
  const fields = {
    name: draft.name ?? stored?.name ?? "",
    description: said(draft, "description", draft.descriptionHtml, stored?.description ?? "", ""),
    status: draft.status ?? stored?.status ?? ("published" as const),
    brandId: reference("brand", references.brandId, stored?.brandId),
    categoryId: reference("category", references.categoryId, stored?.categoryId),
  };
  const { writes, remaining, silent } = planVariants(draft, stored);
  const options = silent ? [] : planOptions(draft, stored, remaining);
  return {
    draft,
    references,
    stored,
    fields: !stored || differs(fields, stored) ? fields : null,
    options: options
      .map((option, position) => ({ position, ...option }))
      .filter(({ position, ...option }) => differs(option, stored?.options[position] ?? { name: null, values: null })),
    optionCount: silent || options.length >= (stored?.options.length ?? 0) ? null : options.length,
    variants: writes,
    pictures: planPictures(draft, stored),
  };
}

/** Nothing to write. */
export function isEmpty({ fields, options, optionCount, variants, pictures }: ProductPlan): boolean {
  return !fields && optionCount === null && options.length + variants.length + pictures.length === 0;
}
