import type { CartLine } from "@/lib/cart/cookie";
import type { MendedLine } from "@/lib/cart/mend";
import { type PricedBasket, problemView } from "@/lib/cart/read";
import { env } from "@/lib/platform/env";
import type { Say } from "@/lib/platform/messages";
import { formatMoney } from "@/lib/platform/money";
import { type Difference, differences, lineLabel, type ShownLine } from "./rules";
import type { ChangeView } from "./views";

/** What became of the lines of a cart: what can be had, why that is not all, and what nobody sells any more. */
export type Possible = { baskets: readonly PricedBasket[]; mended: readonly MendedLine[]; gone: readonly CartLine[] };

/**
 * Every line that is not as it was shown, old and new, in words.
 * @param names what lines were called where they were shown, by variant id, for those that cannot be named from here
 */
export function lineChanges(
  shown: readonly ShownLine[],
  { baskets, mended, gone }: Possible,
  { say, locale, names = {} }: { say: Say; locale: string; names?: Record<string, string> | undefined },
): ChangeView[] {
  const current = baskets.flatMap(({ lines }) => lines);
  const labels = new Map(
    [...mended.map(({ line }) => line), ...current].map((line) => [line.variantId, lineLabel(line)]),
  );
  const reasons = new Map([
    ...gone.map(({ variantId }) => [variantId, say("cart.problem.gone", { count: 0 })] as const),
    ...mended.map(({ line, problem }) => [line.variantId, problemView(problem, line, say).message] as const),
  ]);

  const changeOf = ({ variantId, what, was, now }: Difference): ChangeView => {
    const show = (value: number | null) =>
      value === null ? null : what === "price" ? formatMoney(value, env.CHARSU_CURRENCY, locale) : String(value);
    const name = labels.get(variantId) ?? names[variantId] ?? say("checkout.unnamed");
    const reason = what === "quantity" || what === "gone" ? reasons.get(variantId) : undefined;
    const kind = reason === undefined ? what : what === "gone" ? "left_out" : "limited";
    const change = { variantId, name, what, was: show(was), now: show(now) };
    const words = { name, was: change.was ?? "", now: change.now ?? "", reason: reason ?? "" };
    return { ...change, message: say(`checkout.change.${kind}`, words) };
  };
  return differences(shown, current).map(changeOf);
}
