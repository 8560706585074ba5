import type { Database } from "@/db/client";
import type { CartLine } from "@/lib/cart/cookie";
import { mendBaskets } from "@/lib/cart/mend";
import { basketView, type PricedBasket, priceCart, totalsOf, type Viewing } from "@/lib/cart/read";
import { handoversOf, suggestedFulfilment } from "@/lib/cart/rules";
import { env } from "@/lib/platform/env";
import { money } from "@/lib/platform/money";
import { lineChanges } from "./changes";
import type { ChangeView, CheckoutBasketView } from "./views";

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

/**
 * What can be ordered of some lines now, and what differs from them in that.
 * @param handle of the one shop that is ordered from; every shop when absent
 */
export async function checkoutBaskets(
  tx: Database,
  lines: readonly CartLine[],
  viewing: Viewing,
  handle?: string | undefined,
): Promise<{ baskets: CheckoutBasketView[]; changes: ChangeView[] }> {
  const { baskets } = await priceCart(tx, lines);
  const asked = baskets.filter(({ retailer }) => !handle || retailer.handle === handle);
  const possible = { ...mendBaskets(asked), gone: [] };
  const wanted = asked.flatMap((basket) => basket.lines);
  return {
    baskets: possible.baskets.map((basket) => checkoutBasket(basket, viewing)),
    changes: lineChanges(wanted, possible, viewing),
  };
}
