import * as z from "zod";
import { basketView, cartView } from "@/lib/cart/views";
import { moneyView } from "@/lib/catalog/views";

export const orderLineView = z.object({
  name: z.string(),
  options: z.string(),
  sku: z.string().nullable(),
  productSlug: z.string().nullable(),
  quantity: z.int(),
  unitPrice: moneyView,
  total: moneyView,
});

export const orderStatusView = z.object({ status: z.string(), note: z.string(), at: z.iso.datetime() });

const addressView = z.object({
  organization: z.string().optional(),
  line1: z.string(),
  line2: z.string().optional(),
  district: z.string().optional(),
  city: z.string(),
  region: z.string().optional(),
  postcode: z.string(),
  country: z.string(),
});

export const orderView = z.object({
  number: z.string(),
  /** With the IANA time zone of its clock. */
  retailer: z.object({ handle: z.string(), name: z.string(), timezone: z.string() }),
  status: z.string(),
  paymentStatus: z.string(),
  payment: z.string(),
  fulfilment: z.enum(["delivery", "pickup"]),
  contact: z.object({ name: z.string(), email: z.string(), phone: z.string() }),
  address: addressView.nullable(),
  note: z.string(),
  subtotal: moneyView,
  discount: moneyView,
  shipping: moneyView,
  total: moneyView,
  /** Grams. */
  weight: z.int(),
  placedAt: z.iso.datetime(),
  lines: z.array(orderLineView),
  log: z.array(orderStatusView),
});

/** A basket at the checkout, with each way that its shop hands over and what is missing to that. */
export const checkoutBasketView = basketView.extend({
  handovers: z.array(z.object({ fulfilment: z.enum(["delivery", "pickup"]), shipping: moneyView, missing: moneyView })),
  /** What the checkout begins with; null when the basket is too small for every way. */
  suggested: z.enum(["delivery", "pickup"]).nullable(),
});

/** One thing that is not as the shopper was shown; amounts and quantities as people read them. */
const changeView = z.object({
  /** Of a line; a delivery fee has none. */
  variantId: z.int().optional(),
  name: z.string(),
  what: z.enum(["price", "quantity", "added", "gone", "shipping"]),
  was: z.string().nullable(),
  now: z.string().nullable(),
  /** All of it in a sentence, with the reason where there is one. */
  message: z.string(),
});

/** What a checkout page begins with. */
export const checkoutView = z.object({
  baskets: z.array(checkoutBasketView),
  /** What differs from the cart because it cannot be had as it is there. */
  changes: z.array(changeView),
  contact: z.object({ name: z.string(), email: z.string(), phone: z.string() }),
  address: addressView.nullable(),
});

/** What an order's lines became in the cart. */
export const reorderView = z.object({
  cart: cartView,
  lines: z.array(
    z.object({
      name: z.string(),
      options: z.string(),
      wanted: z.int(),
      /** Pieces that went into the cart. */
      added: z.int(),
      code: z.enum(["gone", "paused", "out_of_stock", "too_many", "below_minimum", "above_maximum", "full"]).nullable(),
      /** What was in the way, in a sentence; null when nothing was. */
      message: z.string().nullable(),
    }),
  ),
});

/** What one submit made: an order for each retailer. */
export const submitView = z.object({ number: z.int(), orders: z.array(orderView) });

export type OrderView = z.infer<typeof orderView>;
export type ChangeView = z.infer<typeof changeView>;
export type CheckoutBasketView = z.infer<typeof checkoutBasketView>;

/** What a client needs to show a change and to go on. */
export type ChangedData = {
  changes: ChangeView[];
  total: { was: string | null; now: string };
  /** Sent with the next try, it says that the shopper has seen all this; null when that try would be refused. */
  accept: { expectedTotal: number; shown: string; shownFees: string; retailers?: string[] } | null;
  nothingLeft: boolean;
};

/** What a client needs to show that an edited order would cost something else, and to go on. Amounts as people read them. */
export type ChangedTotalData = {
  total: { was: string; now: string };
  /** Sent with the next try, it says that the shopper has seen it. Minor units. */
  accept: { expectedTotal: number };
};
