import * as z from "zod";

export const moneyView = z.object({ amount: z.int(), currency: z.string(), formatted: z.string() });

export const pictureView = z.object({
  /** Our own copy; null until there is one, then a placeholder is drawn from name and category. */
  src: z.string().nullable(),
  alt: z.string(),
});

export const variantView = z.object({
  id: z.int(),
  sku: z.string().nullable(),
  /** Values by option name, as {"Size": "M"}. */
  options: z.record(z.string(), z.string()),
  price: moneyView,
  stock: z.int(),
  minQuantity: z.int(),
  maxQuantity: z.int().nullable(),
  /** Grams. */
  weight: z.int(),
});

const named = z.object({ name: z.string(), slug: z.string() });

/** A product in lists. `price` is the lowest of its variants; `priceVaries` says that others cost more. */
export const productView = z.object({
  id: z.int(),
  slug: z.string(),
  name: z.string(),
  brand: z.string().nullable(),
  category: z.object({ name: z.string(), path: z.string() }).nullable(),
  retailer: z.object({ handle: z.string(), name: z.string() }),
  price: moneyView,
  priceVaries: z.boolean(),
  inStock: z.boolean(),
  soldCount: z.int(),
  image: z.string().nullable(),
  imageAlt: z.string(),
  variants: z.array(variantView),
});

export const productDetailView = productView.extend({
  retailerId: z.int(),
  /** HTML, cleaned before it was stored. */
  description: z.string(),
  options: z.array(z.object({ name: z.string(), values: z.array(z.string()) })),
  pictures: z.array(pictureView),
  /** From the root to the product's own category. */
  trail: z.array(z.object({ name: z.string(), path: z.string() })),
});

export const categoryView = z.object({
  id: z.int(),
  name: z.string(),
  /** Slugs from the root, joined by "/". */
  path: z.string(),
  parentId: z.int().nullable(),
  /** Published products in the whole subtree. */
  products: z.int(),
  children: z.int(),
});

export const brandView = named.extend({ id: z.int() });

export type MoneyView = z.infer<typeof moneyView>;
export type VariantView = z.infer<typeof variantView>;
export type ProductView = z.infer<typeof productView>;
export type ProductDetailView = z.infer<typeof productDetailView>;
export type CategoryView = z.infer<typeof categoryView>;
