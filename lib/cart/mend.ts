import type { PricedBasket, PricedLine } from "./read";
import { type LineProblem, nearestQuantity } from "./rules";

/** A line that cannot be had as it is in the cart; `now` is the quantity that can, 0 for none. */
export type MendedLine = { line: PricedLine; now: number; problem: LineProblem };

function mendLine(line: PricedLine): MendedLine | null {
  if (!line.problem) return null;
  const now = nearestQuantity(line, line.quantity);
  const capped = line.problem.code === "too_many" && now > 0 && now < line.stock;
  return { line, now, problem: capped ? { code: "above_maximum", maximum: now } : line.problem };
}

/**
 * What can be had of some baskets: each line with a problem gets the nearest quantity that may be bought, or is left out,
 * and with it a basket of which nothing is left. The cart itself stays as it is.
 */
export function mendBaskets(baskets: readonly PricedBasket[]): { baskets: PricedBasket[]; mended: MendedLine[] } {
  const mended = baskets.flatMap(({ lines }) => lines.flatMap((line) => mendLine(line) ?? []));
  const nows = new Map(mended.map(({ line, now }) => [line.variantId, now]));
  const possible = baskets.map((basket) => ({
    ...basket,
    lines: basket.lines
      .map((line) => ({ ...line, quantity: nows.get(line.variantId) ?? line.quantity, problem: null }))
      .filter(({ quantity }) => quantity > 0),
  }));
  return { baskets: possible.filter(({ lines }) => lines.length > 0), mended };
}
