import * as z from "zod";

export const stockView = z.object({
  /** Of the variant. */
  id: z.int(),
  productId: z.int(),
  name: z.string(),
  /** Values of the product's options, as "Blue, M"; "" for a product without options. */
  options: z.string(),
  sku: z.string().nullable(),
  retailer: z.object({ handle: z.string(), name: z.string() }),
  stock: z.int(),
  /** At or below what its shop calls low. */
  low: z.boolean(),
  /** Whether shoppers see it. */
  sold: z.boolean(),
});

export const stockMoveView = z.object({
  id: z.int(),
  at: z.string(),
  delta: z.int(),
  /** The stock after it. */
  balance: z.int(),
  reason: z.enum(["initial", "import", "order", "cancel", "return", "adjust"]),
  note: z.string(),
  /** Who moved it, by their part in the market; null when nobody was signed in. */
  side: z.enum(["shop", "market", "shopper"]).nullable(),
  /** Their name, where the reader may know it. */
  name: z.string().nullable(),
  orderNumber: z.string().nullable(),
  upload: z.int().nullable(),
});

export const stockHistoryView = z.object({
  variant: stockView,
  items: z.array(stockMoveView),
  page: z.object({ size: z.int(), next: z.int().nullable() }),
});

export type StockView = z.infer<typeof stockView>;
export type StockMoveView = z.infer<typeof stockMoveView>;
