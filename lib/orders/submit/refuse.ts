import type { CartLine } from "@/lib/cart/cookie";
import { problemView } from "@/lib/cart/read";
import { env } from "@/lib/platform/env";
import { AppError, type FieldError } from "@/lib/platform/errors";
import type { Say } from "@/lib/platform/messages";
import { formatMoney } from "@/lib/platform/money";
import type { Chosen } from "./choose";

/** The baskets that are too small for their handover, each with what is missing. */
export function belowMinimum(chosen: readonly Chosen[], say: Say, locale: string): FieldError[] {
  return chosen.flatMap(({ basket: { retailer }, totals: { missingToMinimum } }) => {
    if (missingToMinimum === 0) return [];
    const amount = formatMoney(missingToMinimum, env.CHARSU_CURRENCY, locale);
    const message = say("cart.missing", { amount, shop: retailer.name });
    return [{ field: `baskets.${retailer.handle}`, code: "below_minimum_order", message }];
  });
}

/** @throws invalid, when a basket is too small */
export function refuseTooSmall(chosen: readonly Chosen[], say: Say, locale: string): void {
  const errors = belowMinimum(chosen, say, locale);
  if (errors.length) throw new AppError("invalid", errors[0]!.message, { errors });
}

/**
 * Stock, minimum and maximum quantities, with a field for each line that cannot be bought.
 * @param items the lines of the cart, which the fields count
 * @throws conflict, when all that is wrong is that a shop is paused; out_of_stock; invalid, when all that is wrong is a quantity that another would mend
 */
export function refuseUnbuyable(
  chosen: readonly Chosen[],
  gone: readonly CartLine[],
  items: readonly CartLine[],
  say: Say,
): void {
  const position = (variantId: number) => items.findIndex((line) => line.variantId === variantId);
  const errors: FieldError[] = chosen.flatMap(({ basket }) =>
    basket.lines.flatMap((line) => {
      if (!line.problem) return [];
      const { code, message } = problemView(line.problem, line, say);
      return [{ field: `items.${position(line.variantId)}.quantity`, code, message: `${line.name}: ${message}` }];
    }),
  );
  for (const line of gone) {
    errors.push({
      field: `items.${position(line.variantId)}.variantId`,
      code: "gone",
      message: say("cart.problem.gone", { count: 0 }),
    });
  }
  if (!errors.length) return;
  const { message } = errors[0]!;
  if (errors.every(({ code }) => code === "paused")) throw new AppError("conflict", message, { errors });
  const mendable = errors.every(({ code }) => code === "below_minimum" || code === "above_maximum");
  throw new AppError(mendable ? "invalid" : "out_of_stock", message, { errors });
}
