import { env } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";
import type { Say } from "@/lib/platform/messages";
import { formatMoney } from "@/lib/platform/money";
import { lineChanges, type Possible } from "../changes";
import { formatFees, formatShown, parseFees, type ShownLine } from "../rules";
import type { ChangedData, ChangeView } from "../views";
import type { Chosen, SubmitInput } from "./choose";
import { belowMinimum } from "./refuse";

/** Delivery fees that are not what was shown. A basket that is picked up has none. */
function changedFees(
  chosen: readonly Chosen[],
  shown: ReadonlyMap<number, number>,
  amount: (value: number) => string,
  say: Say,
): ChangeView[] {
  return chosen.flatMap(({ basket: { retailer }, fulfilment, totals }) => {
    const before = shown.get(retailer.id);
    if (fulfilment === "pickup" || before === undefined || before === totals.shipping) return [];
    const fee = { name: retailer.name, was: amount(before), now: amount(totals.shipping) };
    return [{ ...fee, what: "shipping", message: say("checkout.change.shipping", fee) }];
  });
}

/**
 * An honest submit: what differs from what was shown is told, old and new, and nothing is written. What can no longer be
 * had is told as the quantity that can. Source: DESIGN 6.
 * @param shown the lines that the shopper was shown
 * @throws changed, with `ChangedData`, and a field for each basket that became too small for its handover
 */
export function refuseChanged(
  chosen: readonly Chosen[],
  shown: readonly ShownLine[],
  possible: Possible,
  input: SubmitInput,
  { say, locale }: { say: Say; locale: string },
): void {
  const amount = (value: number) => formatMoney(value, env.CHARSU_CURRENCY, locale);
  const total = chosen.reduce((sum, { totals }) => sum + totals.total, 0);
  const changes = [
    ...lineChanges(shown, possible, { say, locale, names: input.names }),
    ...changedFees(chosen, parseFees(input.shownFees ?? ""), amount, say),
  ];
  const errors = belowMinimum(chosen, say, locale);
  const expected = input.expectedTotal;
  const asExpected = expected === undefined || expected === total;
  // A basket that was too small from the beginning is no news.
  if (!changes.length && (asExpected || errors.length)) return;
  const delivered = chosen.filter(({ fulfilment }) => fulfilment === "delivery");
  const fees = new Map(delivered.map(({ basket, totals }) => [basket.retailer.id, totals.shipping]));
  const accept = {
    expectedTotal: total,
    shown: formatShown(chosen.flatMap(({ basket }) => basket.lines)),
    shownFees: formatFees(fees),
    ...(input.retailers && { retailers: chosen.map(({ basket }) => basket.retailer.handle) }),
  };
  const nothingLeft = chosen.length === 0;
  const data: ChangedData = {
    changes,
    total: { was: expected === undefined ? null : amount(expected), now: amount(total) },
    accept: nothingLeft || errors.length ? null : accept,
    nothingLeft,
  };
  throw new AppError("changed", say(nothingLeft ? "cart.unordered" : "checkout.changed"), { data, errors });
}
