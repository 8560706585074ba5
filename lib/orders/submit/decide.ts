import type { CartLine } from "@/lib/cart/cookie";
import { mendBaskets } from "@/lib/cart/mend";
import type { PricedBasket } from "@/lib/cart/read";
import type { Say } from "@/lib/platform/messages";
import { parseShown } from "../rules";
import { type Chosen, choose, nothingToOrder, type SubmitInput } from "./choose";
import { refuseChanged } from "./honest";
import { refuseTooSmall, refuseUnbuyable } from "./refuse";

type Given = {
  /** The cart, and what it means now. */
  lines: readonly CartLine[];
  priced: { baskets: readonly PricedBasket[]; gone: readonly CartLine[] };
  input: SubmitInput;
  say: Say;
  locale: string;
};

/** What is ordered, and the variants that leave the cart with it. */
type Decision = { chosen: Chosen[]; leaving: number[] };

const variantsOf = (chosen: readonly Chosen[]) =>
  chosen.flatMap(({ basket }) => basket.lines.map(({ variantId }) => variantId));

/** A client that says nothing of what it showed gets what it asks for, or the fields that are in the way. */
function asAsked({ lines, priced, input, say, locale }: Given, named: readonly PricedBasket[]): Decision {
  const wanted = input.retailers && new Set(input.retailers).size;
  const nothing = wanted === undefined ? !lines.length : !named.length || named.length < wanted;
  if (nothing) throw nothingToOrder(named, input, say);
  const chosen = choose(named, input, say);
  refuseUnbuyable(chosen, input.retailers ? [] : priced.gone, lines, say);
  refuseTooSmall(chosen, say, locale);
  return { chosen, leaving: variantsOf(chosen) };
}

/**
 * A client that says what it showed gets what can be had, when that is what it showed. What it had left out because it
 * cannot be had is not in the way, and leaves the cart as well: the shopper has consented to it.
 */
function asShown({ priced, input, say, locale }: Given, named: readonly PricedBasket[]): Decision {
  const { baskets, mended } = mendBaskets(named);
  // Of a shop that was named nothing tells which of the things that are gone were its own.
  const gone = input.retailers ? [] : priced.gone;
  const shown =
    input.shown === undefined
      ? [...named.flatMap(({ lines }) => lines), ...gone.map((line) => ({ ...line, price: 0 }))]
      : parseShown(input.shown);
  const chosen = choose(baskets, input, say);
  refuseChanged(chosen, shown, { baskets, mended, gone: priced.gone }, input, { say, locale });
  refuseTooSmall(chosen, say, locale);
  const complete = !input.retailers || chosen.length === new Set(input.retailers).size;
  if (!chosen.length || !complete) throw nothingToOrder(baskets, input, say);
  const leftOut = mended.filter(({ now }) => now === 0).map(({ line }) => line);
  return { chosen, leaving: [...variantsOf(chosen), ...[...leftOut, ...gone].map(({ variantId }) => variantId)] };
}

/**
 * What a submit orders.
 * @throws AppError for whatever keeps it from being ordered as it was asked for or shown
 */
export function decide(given: Given): Decision {
  const { retailers, shown, expectedTotal } = given.input;
  const named = given.priced.baskets.filter(({ retailer }) => !retailers || retailers.includes(retailer.handle));
  const honest = shown !== undefined || expectedTotal !== undefined;
  return honest ? asShown(given, named) : asAsked(given, named);
}
