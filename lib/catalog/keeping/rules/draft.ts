import { amountFrom, typedAmount } from "@/lib/platform/money";
import type { ProductBase, ProductOption } from "../input";
import type { KeptProductDetail } from "../views";
import { arrange, gridSize, mostVariants, type OptionEdit, valuesOf } from "./options";

/** A variant as it stands in the editor's fields: everything as it was typed. */
export type DraftVariant = {
  /** "" for a new one. */
  id: string;
  optionValues: string[];
  sku: string;
  barcode: string;
  price: string;
  weight: string;
  minQuantity: string;
  maxQuantity: string;
  /** Of a stored one what is there, of a new one what it begins with. */
  stock: string;
  active: boolean;
  remove: boolean;
};

/** A product as it stands in the editor's fields. */
export type Draft = {
  retailer: string;
  name: string;
  slug: string;
  description: string;
  /** The category's id; "" for none. */
  category: string;
  brand: string;
  status: string;
  options: ProductOption[];
  variants: DraftVariant[];
  /** The product as it was when these fields were filled; null for a new one. */
  base: ProductBase | null;
};

/** How amounts are written. */
export type Writing = { locale: string; currency: string };

const numberText = (value: number | null): string => (value === null ? "" : String(value));

type BaseVariant = NonNullable<ProductBase["variants"]>[number];

export const draftVariant = (
  variant: BaseVariant,
  stock: number | string,
  { locale, currency }: Writing,
): DraftVariant => ({
  id: String(variant.id),
  optionValues: variant.optionValues,
  sku: variant.sku ?? "",
  barcode: variant.barcode ?? "",
  price: typedAmount(variant.price, currency, locale),
  weight: numberText(variant.weight),
  minQuantity: numberText(variant.minQuantity),
  maxQuantity: numberText(variant.maxQuantity),
  stock: String(stock),
  active: variant.active,
  remove: false,
});

/** What the editor of a stored product begins with. */
export function draftOf(product: KeptProductDetail, writing: Writing): Draft {
  const { name, slug, description, category, brand, status, options } = product;
  const variants = product.variants.map(({ stock: _, price, ...fields }) => ({ ...fields, price: price.amount }));
  const base = { name, slug, description, categoryId: category?.id ?? null, brand, status, options, variants };
  return {
    retailer: product.retailer.handle,
    name,
    slug,
    description,
    category: category ? String(category.id) : "",
    brand: brand ?? "",
    status,
    options,
    variants: variants.map((variant, index) => draftVariant(variant, product.variants[index]!.stock, writing)),
    base,
  };
}

const freshVariant = (optionValues: string[], like?: DraftVariant): DraftVariant => ({
  id: "",
  optionValues,
  sku: "",
  barcode: "",
  price: like?.price ?? "",
  weight: like?.weight ?? "",
  minQuantity: like?.minQuantity ?? "1",
  maxQuantity: like?.maxQuantity ?? "",
  stock: "",
  active: true,
  remove: false,
});

/** What the editor of a new product begins with. */
export const emptyDraft = (retailer: string): Draft => ({
  retailer,
  name: "",
  slug: "",
  description: "",
  category: "",
  brand: "",
  status: "draft",
  options: [],
  variants: [freshVariant([])],
  base: null,
});

type Fields = { get: (name: string) => unknown; has: (name: string) => boolean };

const textOf = (form: Fields, name: string): string => {
  const value = form.get(name);
  // A text area is sent with the line ends of another age.
  return typeof value === "string" ? value.replace(/\r\n?/g, "\n") : "";
};

/** Counts the fields `prefix.0.suffix`, `prefix.1.suffix` … that a form has. */
function counted(form: Fields, prefix: string, suffix = ""): number[] {
  const found: number[] = [];
  while (form.has(`${prefix}.${found.length}${suffix}`) && found.length < 2_000) found.push(found.length);
  return found;
}

const oneLine = (value: string) => value.normalize("NFC").trim().replace(/\s+/g, " ");

function readOptions(form: Fields): { options: ProductOption[]; edits: OptionEdit[] } {
  const options: ProductOption[] = [];
  const edits: OptionEdit[] = [];
  for (const index of counted(form, "options", ".name")) {
    const at = `options.${index}`;
    const values = counted(form, `${at}.values`, ".now").map((place) => ({
      was: textOf(form, `${at}.values.${place}.was`),
      now: oneLine(textOf(form, `${at}.values.${place}.now`)),
    }));
    const name = oneLine(textOf(form, `${at}.name`));
    const was = textOf(form, `${at}.was`);
    if (was) options.push({ name: was, values: values.map((value) => value.was) });
    const more = valuesOf(textOf(form, `${at}.more`));
    if (was || name) edits.push({ name, values, more });
  }
  return { options, edits };
}

function readVariant(form: Fields, at: string): DraftVariant {
  const text = (name: string) => textOf(form, `${at}.${name}`).trim();
  return {
    id: text("id"),
    optionValues: counted(form, `${at}.values`).map((place) => textOf(form, `${at}.values.${place}`)),
    sku: text("sku"),
    barcode: text("barcode"),
    price: text("price"),
    weight: text("weight"),
    minQuantity: text("minQuantity"),
    maxQuantity: text("maxQuantity"),
    stock: text("stock"),
    active: form.has(`${at}.active`),
    remove: form.has(`${at}.remove`),
  };
}

function readBase(text: string): ProductBase | null {
  try {
    return text ? (JSON.parse(text) as ProductBase) : null;
  } catch {
    return null;
  }
}

/** What a form of the editor says, and how its options are to be edited. */
export function readDraft(form: Fields): { draft: Draft; edits: OptionEdit[] } {
  const { options, edits } = readOptions(form);
  const text = (name: string) => textOf(form, name);
  return {
    edits,
    draft: {
      retailer: text("retailer").trim(),
      name: text("name"),
      slug: text("slug").trim(),
      description: text("description"),
      category: text("category"),
      brand: text("brand"),
      status: text("status"),
      options,
      variants: counted(form, "variants", ".id").map((index) => readVariant(form, `variants.${index}`)),
      base: readBase(text("base")),
    },
  };
}

/** Whether the fields of the options say something else than the grid below them. */
export const optionsPending = ({ options }: Draft, edits: readonly OptionEdit[]): boolean =>
  edits.length !== options.length ||
  edits.some(
    ({ name, values, more }, index) =>
      more.length > 0 || name !== options[index]?.name || values.some(({ was, now }) => was !== now),
  );

/**
 * The draft with its grid brought to its options.
 * @returns how many variants that would make, when those are too many
 */
export function withOptions(draft: Draft, edits: readonly OptionEdit[], all: boolean): Draft | number {
  const size = gridSize(
    edits.map(({ name, values, more }) => ({ name, values: [...values.map(({ now }) => now), ...more] })),
  );
  if (size > mostVariants) return size;
  const { options, rows, missing } = arrange(draft.variants, edits, all);
  const like = draft.variants[0];
  // A new row that no longer belongs to the options goes by itself: nothing is lost with it.
  const kept = rows.filter(({ id, remove }) => id !== "" || !remove);
  return { ...draft, options, variants: [...kept, ...missing.map((values) => freshVariant(values, like))] };
}

/** A count as it is typed; "" is `empty`, what is none stays text, so that it is refused at its field. */
function countFrom(text: string, empty: number | null): unknown {
  if (text === "") return empty;
  return /^\d{1,10}$/.test(text) ? Number(text) : text;
}

/** What an operation takes, from the fields of a draft; what is no number stays text, so that it is refused at its field. */
export function inputOf(draft: Draft, { locale, currency }: Writing) {
  const { base, category, variants, retailer, ...rest } = draft;
  return {
    ...rest,
    categoryId: category === "" ? null : Number(category),
    variants: variants.map(({ id, remove, stock, price, weight, minQuantity, maxQuantity, ...fields }) => ({
      ...fields,
      ...(id === "" ? { stock: countFrom(stock, 0) } : { id: Number(id) }),
      ...(remove && { remove }),
      price: amountFrom(price, currency, locale) ?? price,
      weight: countFrom(weight, 0),
      minQuantity: countFrom(minQuantity, 1),
      maxQuantity: countFrom(maxQuantity, null),
    })),
    ...(base ? { base } : { ...(retailer && { retailer }), slug: draft.slug || undefined }),
  };
}
