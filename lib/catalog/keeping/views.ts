import * as z from "zod";
import { moneyView } from "../views";
import { productStatuses } from "./input";

const category = z.object({
  id: z.int(),
  /** From the root, itself last. */
  names: z.array(z.string()),
});

const status = z.enum(productStatuses);
const shop = z.object({ id: z.int(), handle: z.string(), name: z.string() });

/** A product in the lists of those who keep the catalog. */
export const keptProductView = z.object({
  id: z.int(),
  key: z.string(),
  slug: z.string(),
  name: z.string(),
  status,
  retailer: shop,
  brand: z.string().nullable(),
  category: category.nullable(),
  /** Of the cheapest and the dearest variant; null without one. */
  price: z.object({ lowest: moneyView, highest: moneyView }).nullable(),
  /** Of all variants together. */
  stock: z.int(),
  variants: z.int(),
  /** Variants that have none left. */
  soldOut: z.int(),
  soldCount: z.int(),
  image: z.string().nullable(),
});

export const keptVariantView = z.object({
  id: z.int(),
  optionValues: z.array(z.string()),
  sku: z.string().nullable(),
  barcode: z.string().nullable(),
  price: moneyView,
  stock: z.int(),
  weight: z.int(),
  minQuantity: z.int(),
  maxQuantity: z.int().nullable(),
  active: z.boolean(),
});

/** A product with everything that its editor shows. */
export const keptProductDetailView = z.object({
  id: z.int(),
  key: z.string(),
  slug: z.string(),
  name: z.string(),
  description: z.string(),
  status,
  retailer: shop,
  brand: z.string().nullable(),
  category: category.nullable(),
  options: z.array(z.object({ name: z.string(), values: z.array(z.string()) })),
  variants: z.array(keptVariantView),
  soldCount: z.int(),
  createdAt: z.string(),
  updatedAt: z.string(),
});

const difference = z.object({ field: z.string(), was: z.unknown(), now: z.unknown(), yours: z.unknown() });

/** A product that was changed, what somebody else changed meanwhile, and variants that an order keeps from being removed. */
export const productSavedView = z.object({
  product: keptProductDetailView,
  meanwhile: z.array(difference),
  kept: z.array(z.int()),
});

export const productRemovedView = z.object({
  id: z.int(),
  /** `archived`: orders name it, so that it is put away and not removed. */
  outcome: z.enum(["removed", "archived"]),
});

const bulkItem = z.object({
  id: z.int(),
  name: z.string(),
  variant: z.int().nullable(),
  /** The variant's option values, or its SKU. */
  label: z.string(),
  /** What it was when this was shown, what it becomes, and, where it was left, what it is; null: it is gone. */
  was: z.string(),
  will: z.string(),
  now: z.string().nullable(),
});

/** What a change of many products touches, before it is made; and what came of it. */
export const bulkView = z.object({
  id: z.int(),
  kind: z.enum(["status", "price", "category"]),
  /** In words: the status's key, the percent, the category's names. */
  value: z.string(),
  /** Products that it touches, and, where prices change, variants. */
  products: z.int(),
  variants: z.int(),
  /** Of the products that are meant, those that are as they would become already. */
  unchanged: z.int(),
  examples: z.array(bulkItem),
  /** So many of its entries were gone through. */
  made: z.int(),
  /** Null before all of them were. */
  done: z.object({ changed: z.int(), left: z.int(), differing: z.array(bulkItem) }).nullable(),
});

export const categoryChoiceView = z.object({ items: z.array(category) });

export type KeptProductView = z.infer<typeof keptProductView>;
export type KeptProductDetail = z.infer<typeof keptProductDetailView>;
export type BulkView = z.infer<typeof bulkView>;
export type CategoryChoice = z.infer<typeof category>;
export type BulkItemView = z.infer<typeof bulkItem>;
