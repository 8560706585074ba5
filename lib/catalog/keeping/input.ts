import * as z from "zod";
import { keysetInput } from "@/lib/platform/pages";
import { largestPrice } from "./rules/prices";

const largest = 2_147_483_647;
const id = z.int().min(1).max(largest);

export const keptProductId = z.object({ id });

export const productStatuses = ["draft", "published", "archived"] as const;
export const stockStates = ["in", "low", "out"] as const;
/** `stock`: by the variant that has least; only for the products of shops that are named. */
export const keptSorts = ["newest", "name", "cheapest", "dearest", "sold", "stock"] as const;

/** What narrows the list; a view of it is these in an address. */
export const keptFilters = {
  /** Words of the name, or the beginning of a SKU or a key. */
  q: z.string().trim().max(200).optional(),
  status: z.enum(productStatuses).optional(),
  /** A category's path or name; its whole subtree counts. */
  category: z.string().trim().max(500).optional(),
  /** A brand's name or slug. */
  brand: z.string().trim().max(200).optional(),
  /** A retailer's handle or name. */
  retailer: z.string().trim().max(200).optional(),
  /** `in`: something can be bought; `low`: a variant that is on sale has few left, or none; `out`: none has any. */
  stock: z.enum(stockStates).optional(),
  /** `none`: without a picture. */
  pictures: z.enum(["none"]).optional(),
};

export const keptProductsInput = z.object({
  ...keysetInput,
  ...keptFilters,
  sort: z.enum(keptSorts).default("newest"),
});

const text = (most: number) =>
  z
    .string("fields.required")
    .transform((value) => value.normalize("NFC").trim())
    .pipe(z.string().min(1, "fields.required").max(most));

/** "" is nothing. */
const perhaps = (most: number) =>
  z
    .string()
    .transform((value) => value.trim() || null)
    .pipe(z.string().max(most).nullable())
    .nullable();

/** Small letters and digits of any script in words joined by hyphens. */
const slug = z
  .string("fields.required")
  .trim()
  .min(1, "fields.required")
  .max(100)
  .regex(/^[\p{Ll}\p{Lm}\p{Lo}\p{M}\p{N}]+(-[\p{Ll}\p{Lm}\p{Lo}\p{M}\p{N}]+)*$/u, "fields.slug");

const option = z.object({ name: text(100), values: z.array(text(200)).min(1).max(500) });
const options = z.array(option).max(10);

const variantFields = {
  /** Aligned with the product's options. */
  optionValues: z.array(z.string().max(200)).max(10),
  sku: perhaps(100),
  barcode: perhaps(100),
  /** Minor units of the market's currency. */
  price: z.int("fields.price").min(0, "fields.price").max(largestPrice, "fields.price"),
  /** Grams. */
  weight: z.int("fields.count").min(0, "fields.count").max(largest, "fields.count"),
  minQuantity: z.int("fields.count").min(1, "fields.count").max(largest, "fields.count"),
  maxQuantity: z.int("fields.count").min(1, "fields.count").max(largest, "fields.count").nullable(),
  active: z.boolean(),
};

const ownFields = {
  name: text(300),
  slug,
  /** HTML; it is cleaned before it is stored. */
  description: z.string().max(200_000),
  categoryId: id.nullable(),
  /** A brand's name. */
  brand: perhaps(120),
  status: z.enum(productStatuses),
};

/** What is there of a variant when it comes, and of nobody's business later. */
const firstStock = z.int("fields.count").min(0, "fields.count").max(largest, "fields.count").default(0);

const newVariant = z.object({
  ...variantFields,
  optionValues: variantFields.optionValues.default([]),
  sku: variantFields.sku.default(null),
  barcode: variantFields.barcode.default(null),
  weight: variantFields.weight.default(0),
  minQuantity: variantFields.minQuantity.default(1),
  maxQuantity: variantFields.maxQuantity.default(null),
  active: variantFields.active.default(true),
  stock: firstStock,
});

export const addProductInput = z.object({
  /** The handle of the shop that sells it; of whoever works for one shop alone, that one. */
  retailer: z.string().trim().max(100).optional(),
  name: ownFields.name,
  slug: slug.optional(),
  /** What the shop's own files call it; made from the name when it is left out. */
  key: text(200).optional(),
  description: ownFields.description.default(""),
  categoryId: ownFields.categoryId.default(null),
  brand: ownFields.brand.default(null),
  status: ownFields.status.default("draft"),
  options: options.default([]),
  variants: z.array(newVariant).min(1).max(500),
});

const variantChange = z.object({
  ...z.object(variantFields).partial().shape,
  /** Without it a new one. */
  id: id.optional(),
  stock: firstStock.optional(),
  remove: z.boolean().optional(),
});

const base = z.object({
  ...z.object({ ...ownFields, description: z.string(), slug: z.string(), options }).partial().shape,
  variants: z.array(z.object({ ...variantFields, id })).optional(),
});

/** What is left out stays as it is; of variants, those that are left out. */
export const editProductInput = z.object({
  ...z.object({ ...ownFields, options }).partial().shape,
  id,
  variants: z.array(variantChange).max(1_000).optional(),
  /** The product as it was when this change of it began: what others have changed since is then kept or told of. */
  base: base.optional(),
});

export type ProductOption = z.output<typeof option>;
export type VariantFields = z.output<z.ZodObject<typeof variantFields>>;
export type NewVariant = z.output<typeof newVariant>;
export type ProductChange = z.output<typeof editProductInput>;
export type ProductBase = z.output<typeof base>;
export type KeptFilters = z.output<z.ZodObject<typeof keptFilters>>;
export type KeptSort = (typeof keptSorts)[number];

export const bulkInput = z.object({
  ...keptFilters,
  /** The products that are meant. */
  ids: z.array(id).max(1_000).optional(),
  /** In their place: whatever the filters find. */
  all: z.boolean().default(false),
  action: z.enum(["publish", "archive", "price", "move"]),
  /** For `price`: added to each price, with at most two decimals, as -12.5. */
  percent: z
    .number("fields.percent")
    .gt(-100, "fields.percent")
    .max(1_000, "fields.percent")
    .refine((value) => Number.isInteger(Number((value * 100).toPrecision(12))), "fields.percent")
    .optional(),
  /** For `move`: where to; null takes them out of their category. */
  categoryId: id.nullable().optional(),
  /** The same by its path or, where no other is called so, its name. */
  categoryTo: z.string().trim().max(500).optional(),
});

export const keptCategoryChoiceInput = z.object({ q: z.string().trim().max(100) });
