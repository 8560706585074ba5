import * as z from "zod";
import { mendBaskets } from "@/lib/cart/mend";
import { basketView, type PricedBasket, priceCart, totalsOf, type Viewing } from "@/lib/cart/read";
import { handoversOf, suggestedFulfilment } from "@/lib/cart/rules";
import { currentCart } from "@/lib/cart/saved";
import { env } from "@/lib/platform/env";
import { money } from "@/lib/platform/money";
import { customer } from "@/lib/web/actor";
import { operation } from "@/lib/web/operation";
import { lineChanges } from "../changes";
import { checkoutDefaults } from "../queries";
import { type CheckoutBasketView, checkoutView } from "../views";

function checkoutBasket(basket: PricedBasket, viewing: Viewing): CheckoutBasketView {
  const { subtotal } = totalsOf(basket, "pickup");
  const suggested = suggestedFulfilment(basket.retailer, subtotal);
  const price = (amount: number) => money(amount, env.CHARSU_CURRENCY, viewing.locale);
  const handovers = handoversOf(basket.retailer, subtotal).map(({ fulfilment, shipping, missing }) => ({
    fulfilment,
    shipping: price(shipping),
    missing: price(missing),
  }));
  return { ...basketView(basket, viewing, suggested ?? undefined), handovers, suggested };
}

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
  run: async ({ input, actor, context, tx, now }) => {
    const { locale, say } = context;
    const { baskets } = await priceCart(tx, await currentCart(tx, actor.userId));
    const asked = baskets.filter(({ retailer }) => !input.retailer || retailer.handle === input.retailer);
    const possible = { ...mendBaskets(asked), gone: [] };
    return {
      baskets: possible.baskets.map((basket) => checkoutBasket(basket, { now, locale, say })),
      changes: lineChanges(
        asked.flatMap((basket) => basket.lines),
        possible,
        { say, locale },
      ),
      ...(await checkoutDefaults(tx, actor.userId!)),
    };
  },
});
