import type { CheckoutBasket } from "@/components/orders/handover-choice";
import { SummaryLines } from "@/components/orders/summary-lines";
import type { CheckoutBasketView } from "@/lib/orders/views";
import type { Say } from "@/lib/platform/messages";

/** A basket in the words of the checkout's form. */
export function checkoutBasket(basket: CheckoutBasketView, say: Say, path: (path: string) => string): CheckoutBasket {
  const { handle, name, city } = basket.retailer;
  return {
    handle,
    name,
    subtotal: basket.subtotal.amount,
    options: basket.handovers.map(({ fulfilment, shipping, missing }) => ({
      value: fulfilment,
      label:
        fulfilment === "pickup"
          ? say("checkout.pickup_at", { place: city || name })
          : shipping.amount
            ? say("checkout.delivery_for", { price: shipping.formatted })
            : say("checkout.delivery_free"),
      shipping: shipping.amount,
      missing: missing.amount > 0 ? say("cart.missing", { amount: missing.formatted, shop: name }) : null,
    })),
    suggested: basket.suggested,
    more: { href: path(`/retailers/${handle}`), label: say("checkout.more_from", { shop: name }) },
    summary: <SummaryLines name={name} lines={basket.lines} />,
  };
}
