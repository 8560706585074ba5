import * as z from "zod";
import { basketView } from "@/lib/cart/views";
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

export const orderView = z.object({
  number: z.string(),
  /** With the IANA time zone of its clock. */
  retailer: z.object({ handle: z.string(), name: z.string(), timezone: z.string() }),
  status: z.string(),
  paymentStatus: z.string(),
  payment: z.string(),
  fulfilment: z.enum(["delivery", "pickup"]),
  contact: z.object({ name: z.string(), email: z.string(), phone: z.string() }),
  address: z
    .object({
      line1: z.string(),
      line2: z.string().optional(),
      postcode: z.string(),
      city: z.string(),
      country: z.string(),
    })
    .nullable(),
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

/** What one submit made: an order for each retailer. */
export const submitView = z.object({ number: z.int(), orders: z.array(orderView) });

export type OrderView = z.infer<typeof orderView>;
export type CheckoutBasketView = z.infer<typeof checkoutBasketView>;
