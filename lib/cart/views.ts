import * as z from "zod";
import { moneyView } from "@/lib/catalog/views";

const problemView = z.object({
  code: z.enum(["gone", "paused", "out_of_stock", "too_many", "below_minimum", "above_maximum"]),
  message: z.string(),
  /** The quantity that would be fine, when there is one. */
  fix: z.int().nullable(),
});

export const cartLineView = z.object({
  variantId: z.int(),
  productSlug: z.string(),
  name: z.string(),
  /** Values only, as "M, blue". */
  options: z.string(),
  image: z.string().nullable(),
  imageAlt: z.string(),
  category: z.string().nullable(),
  quantity: z.int(),
  minQuantity: z.int(),
  maxQuantity: z.int().nullable(),
  stock: z.int(),
  unitPrice: moneyView,
  total: moneyView,
  /** Grams, of all pieces. */
  weight: z.int(),
  problem: problemView.nullable(),
});

export const basketView = z.object({
  retailer: z.object({
    id: z.int(),
    handle: z.string(),
    name: z.string(),
    hue: z.int(),
    city: z.string(),
    country: z.string(),
  }),
  open: z.boolean(),
  /** "until 18:00" or "Monday 09:00", in the retailer's own time; null when there are no hours. */
  openNote: z.string().nullable(),
  delivers: z.boolean(),
  picksUp: z.boolean(),
  fulfilment: z.enum(["delivery", "pickup"]),
  lines: z.array(cartLineView),
  subtotal: moneyView,
  shipping: moneyView,
  discount: moneyView,
  total: moneyView,
  missingToMinimum: moneyView,
  /** Grams. */
  weight: z.int(),
  /** Nothing keeps this basket from being submitted. */
  ready: z.boolean(),
});

export const cartView = z.object({
  baskets: z.array(basketView),
  /** Lines whose product is no longer sold. */
  gone: z.array(z.object({ variantId: z.int() })),
  total: moneyView,
  /** Pieces in all baskets. */
  count: z.int(),
});

export type CartLineView = z.infer<typeof cartLineView>;
export type BasketView = z.infer<typeof basketView>;
export type CartView = z.infer<typeof cartView>;
