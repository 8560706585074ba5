import type * as z from "zod";
import { fulfilmentOf, type PricedBasket, totalsOf } from "@/lib/cart/read";
import type { Fulfilment } from "@/lib/cart/rules";
import { AppError, type FieldError } from "@/lib/platform/errors";
import type { Say } from "@/lib/platform/messages";
import type { submitInput } from "../input";

export type SubmitInput = z.output<typeof submitInput>;
export type Chosen = { basket: PricedBasket; fulfilment: Fulfilment; totals: ReturnType<typeof totalsOf> };

const refusal = (field: string, code: string, message: string) =>
  new AppError("invalid", message, { errors: [{ field, code, message }] });

/**
 * Each basket with the way of its handover and its sums.
 * @throws invalid: a way that the shop does not offer, a payment of another way, a delivery without an address
 */
export function choose(baskets: readonly PricedBasket[], input: SubmitInput, say: Say): Chosen[] {
  const chosen = baskets.map((basket) => {
    const wanted = input.choices?.[basket.retailer.handle] ?? input.fulfilment;
    const fulfilment = fulfilmentOf(basket, wanted);
    if (wanted && wanted !== fulfilment) {
      throw refusal("fulfilment", "not_offered", say("checkout.not_offered", { shop: basket.retailer.name }));
    }
    const payment = fulfilment === "delivery" ? "cash_on_delivery" : "cash_on_pickup";
    if (input.payment && input.payment !== payment) {
      throw refusal("payment", "payment_mismatch", say("checkout.payment_mismatch"));
    }
    return { basket, fulfilment, totals: totalsOf(basket, fulfilment) };
  });
  if (chosen.some((each) => each.fulfilment === "delivery") && !input.address) {
    throw refusal("address.line1", "required", say("checkout.address_needed"));
  }
  return chosen;
}

/** All baskets that were named, or none: a name without one is told, as when its shop closed in the meantime. */
export function nothingToOrder(baskets: readonly PricedBasket[], input: SubmitInput, say: Say): AppError {
  const found = new Set(baskets.map(({ retailer }) => retailer.handle));
  const message = say("checkout.empty");
  const errors = (input.retailers ?? []).flatMap((handle, index): FieldError[] =>
    found.has(handle) ? [] : [{ field: `retailers.${index}`, code: "nothing_to_order", message }],
  );
  return new AppError("invalid", message, { errors });
}
