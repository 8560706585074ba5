/** Days of shops as `YYYY-MM-DD`, both ends included. */
export type Span = { from: string; to: string };

export const presets = ["7d", "30d", "90d", "month"] as const;
export type Preset = (typeof presets)[number];

/** As many days as a chosen span may have: a leap year. */
export const longestSpan = 366;

const dayLength = 86_400_000;
const at = (day: string) => Date.parse(`${day}T00:00:00Z`);

/** A day of the calendar, `count` days after another one. Days have no clock, so none is longer. */
export const addDays = (day: string, count: number): string =>
  new Date(at(day) + count * dayLength).toISOString().slice(0, 10);

/** How many days a span has. */
export const daysIn = ({ from, to }: Span): number => (at(to) - at(from)) / dayLength + 1;

/** Its days in order. */
export const daysOf = (span: Span): string[] =>
  Array.from({ length: daysIn(span) }, (_, index) => addDays(span.from, index));

/** The days of a preset that end today; the month is the running one, from its first day. */
export function spanOf(preset: Preset, today: string): Span {
  if (preset === "month") return { from: `${today.slice(0, 8)}01`, to: today };
  return { from: addDays(today, 1 - Number.parseInt(preset, 10)), to: today };
}

/** What a span is compared with: as many days, right before it. */
export function comparedWith(span: Span): Span {
  return { from: addDays(span.from, -daysIn(span)), to: addDays(span.from, -1) };
}

/** How much more than before, in percent with one decimal; null when there was nothing before. */
export function changeOf(now: number, before: number): number | null {
  return before === 0 ? null : Math.round(((now - before) / before) * 1000) / 10;
}

/** Revenue for each order, rounded half up; null without orders. Source: DESIGN 4. */
export const averageBasket = (revenue: number, orders: number): number | null =>
  orders === 0 ? null : Math.floor((2 * revenue + orders) / (2 * orders));

/**
 * Orders for each hundred baskets that began, with one decimal; null when none began. Both are counted by the day on which
 * they happened, so an order of a basket of yesterday counts today, and one that was taken by phone had no basket.
 */
export const conversionOf = (placed: number, baskets: number): number | null =>
  baskets === 0 ? null : Math.round((placed / baskets) * 1000) / 10;
