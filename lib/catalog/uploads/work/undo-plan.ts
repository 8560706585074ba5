import { isDeepStrictEqual } from "node:util";
import type { StoredPicture, StoredProduct, StoredVariant } from "../../import/write-load";

/** What is written to put a product back, and what is not, in words. */
export type UndoPlan = {
  fields: Partial<Pick<StoredProduct, "name" | "description" | "status" | "brandId" | "categoryId">>;
  /** The options as they were; null leaves them. */
  options: StoredProduct["options"] | null;
  variants: { id: number; set: Partial<Omit<StoredVariant, "id" | "stock">> }[];
  /** Variants that the upload made and nobody ordered. */
  remove: number[];
  removePictures: number[];
  pictures: StoredPicture[];
  reasons: string[];
};

// What comes out of jsonb has its keys in another order.
const same: (a: unknown, b: unknown) => boolean = isDeepStrictEqual;

const productFields = ["name", "description", "status", "brandId", "categoryId"] as const;
const variantFields = [
  "position",
  "sku",
  "barcode",
  "optionValues",
  "price",
  "weight",
  "minQuantity",
  "maxQuantity",
  "active",
] as const;

const words: Record<(typeof productFields)[number] | (typeof variantFields)[number], string> = {
  name: "name",
  description: "description",
  status: "status",
  brandId: "brand",
  categoryId: "category",
  position: "order",
  sku: "SKU",
  barcode: "barcode",
  optionValues: "options",
  price: "price",
  weight: "weight",
  minQuantity: "minimum quantity",
  maxQuantity: "maximum quantity",
  active: "activity",
};

/** The fields that the upload changed and that still are as it left them; the others are told. */
function putBack<T extends object, K extends keyof T & keyof typeof words>(
  fields: readonly K[],
  [before, after, now]: readonly [T, T, T],
  reason: (what: string) => void,
): Partial<Pick<T, K>> {
  const set: Partial<Pick<T, K>> = {};
  for (const field of fields) {
    if (same(before[field], after[field]) || same(now[field], before[field])) continue;
    if (same(now[field], after[field])) set[field] = before[field];
    else reason(words[field]);
  }
  return set;
}

/**
 * What puts a product back as it was before an upload: each thing that the upload changed, unless somebody changed it
 * again since. Stock is no part of it, it goes by the ledger.
 * @param ordered variants that somebody ordered
 */
export function planUndo(
  before: StoredProduct,
  after: StoredProduct,
  now: StoredProduct,
  ordered: ReadonlySet<number>,
): UndoPlan {
  const reasons: string[] = [];
  const changed = (what: string) => reasons.push(`Changed since: ${what}.`);
  const fields = putBack(productFields, [before, after, now], changed);
  const was = new Map(before.variants.map((variant) => [variant.id, variant]));
  const left = new Map(after.variants.map((variant) => [variant.id, variant]));
  const remove: number[] = [];
  const variants: UndoPlan["variants"] = [];
  let others = false;
  for (const variant of now.variants) {
    const label = variant.sku ?? variant.optionValues.join(" / ");
    const [first, second] = [was.get(variant.id), left.get(variant.id)];
    if (!second) others = true;
    else if (!first && ordered.has(variant.id)) {
      others = true;
      reasons.push(`“${label}” was ordered since.`);
    } else if (!first) remove.push(variant.id);
    else {
      const set = putBack(variantFields, [first, second, variant], (what) =>
        reasons.push(`Changed since: ${what} of “${label}”.`),
      );
      if (Object.keys(set).length) variants.push({ id: variant.id, set });
    }
  }
  for (const { id, sku, optionValues } of after.variants) {
    if (was.has(id) && !now.variants.some((variant) => variant.id === id)) {
      reasons.push(`“${sku ?? optionValues.join(" / ")}” was removed since.`);
    }
  }
  const optionsMoved = !same(before.options, after.options);
  const optionsStay = others || !same(now.options, after.options);
  if (optionsMoved && !same(now.options, before.options) && !same(now.options, after.options)) changed("options");
  const pictures = planPictures(before, after, now, changed);
  return {
    fields,
    options: optionsMoved && !optionsStay ? before.options : null,
    variants,
    remove,
    ...pictures,
    reasons,
  };
}

function planPictures(
  before: StoredProduct,
  after: StoredProduct,
  now: StoredProduct,
  changed: (what: string) => void,
): Pick<UndoPlan, "removePictures" | "pictures"> {
  const none = { removePictures: [], pictures: [] };
  if (same(before.pictures, after.pictures)) return none;
  if (!same(now.pictures, after.pictures)) {
    changed("pictures");
    return none;
  }
  const known = new Set(before.pictures.map(({ id }) => id));
  return {
    removePictures: after.pictures.filter(({ id }) => !known.has(id)).map(({ id }) => id),
    pictures: before.pictures,
  };
}
