import * as z from "zod";
import { currentCart } from "@/lib/cart/saved";
import { customer } from "@/lib/web/actor";
import { operation } from "@/lib/web/operation";
import { checkoutBaskets } from "../checkout-baskets";
import { checkoutDefaults } from "../queries";
import { checkoutView } from "../views";

/** What the checkout page shows: what can be had of the baskets now, what differs from the cart in that, and what the shopper gave the last time. */
export const prepareCheckout = operation({
  name: "orders.prepareCheckout",
  summary: "The cart and the contact that a checkout begins with.",
  message: "Ready to order.",
  input: z.object({ retailer: z.string().max(100).optional() }),
  output: checkoutView,
  allow: [customer],
  limit: "none",
  readOnly: true,
  run: async ({ input, actor, context: { locale, say }, tx, now }) => ({
    ...(await checkoutBaskets(tx, await currentCart(tx, actor.userId), { now, locale, say }, input.retailer)),
    ...(await checkoutDefaults(tx, actor.userId!)),
  }),
});
