import * as z from "zod";
import { viewCart } from "@/lib/cart/read";
import { currentCart } from "@/lib/cart/saved";
import { cartView } from "@/lib/cart/views";
import { customer } from "@/lib/web/actor";
import { operation } from "@/lib/web/operation";
import { addressInput } from "../input";
import { checkoutDefaults } from "../queries";

/** What the checkout page shows: the baskets as they are now, and what the shopper gave the last time. */
export const prepareCheckout = operation({
  name: "orders.prepareCheckout",
  summary: "The cart and the contact that a checkout begins with.",
  message: "Ready to order.",
  cookies: { cart: "cart" },
  input: z.object({ cart: z.string().optional(), retailer: z.string().max(100).optional() }),
  output: z.object({
    cart: cartView,
    contact: z.object({ name: z.string(), email: z.string(), phone: z.string() }),
    address: addressInput.nullable(),
  }),
  allow: [customer],
  limit: "none",
  readOnly: true,
  run: async ({ input, actor, context, tx, now }) => {
    const { locale, say } = context;
    const cart = await viewCart(tx, await currentCart(tx, actor.userId, input.cart), { now, locale, say });
    const baskets = input.retailer
      ? cart.baskets.filter(({ retailer }) => retailer.handle === input.retailer)
      : cart.baskets;
    return { cart: { ...cart, baskets }, ...(await checkoutDefaults(tx, actor.userId!)) };
  },
});
