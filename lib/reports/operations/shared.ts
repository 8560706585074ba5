import { env } from "@/lib/platform/env";
import { type Money, money } from "@/lib/platform/money";
import { type Actor, admin, operator, productManager, retailer, supervisor } from "@/lib/web/actor";

/** Whoever reads revenue. DESIGN 9: orders are the market's keepers' and the shop's own, and nothing to a product manager. */
export const ofSales = { allow: [admin, supervisor, retailer], limit: "none", readOnly: true } as const;
/** Whoever reads how many pieces were sold. Who reads money as well comes first, by the login that may. */
export const ofPieces = {
  allow: [admin, supervisor, productManager, operator, retailer],
  limit: "none",
  readOnly: true,
} as const;

/** The shops whose figures an operation of these rights tells; null for all, as `allow` decides. */
export const shopsOf = (actor: Actor, { allow }: { allow: typeof ofSales.allow | typeof ofPieces.allow }) =>
  allow.find((guard) => guard.holds(actor)) === retailer ? actor.shops : null;

/** Whether it tells money, too. */
export const readsMoney = (actor: Actor): boolean => {
  const guard = ofPieces.allow.find((each) => each.holds(actor));
  return guard !== productManager && guard !== operator;
};

/** Amounts of the market's currency. */
export const priced =
  (locale: string) =>
  (amount: number): Money =>
    money(amount, env.CHARSU_CURRENCY, locale);
