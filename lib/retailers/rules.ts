/** Times are "HH:MM" local to the retailer; `closes` at or before `opens` is on the next day. */
export type Hours = { opens: string; closes: string };

/** One shift of a week. */
export type Shift = Hours & { weekday: number };

/**
 * A date (`2026-12-24`, in the shop's own zone) on which the week's hours do not hold: open in these shifts alone, closed
 * without any. A shift belongs to the day that it begins on: what began the evening before ends when it would have.
 */
export type SpecialDay = { day: string; name: string; shifts: readonly Hours[] };

export type OpenState =
  /** `weekday` is null when it closes within a day, so that the time alone is no other. */
  | { open: true; until: string; weekday: number | null }
  /** It does not close within a week. */
  | { open: true; until: null; weekday: null }
  /** `weekday` is null when it opens later today; `day` is the date, where a weekday alone would mean an earlier one. */
  | { open: false; opens: string; weekday: number | null; day?: string }
  | { open: false; opens: null; weekday: null; day?: undefined };

const dayLength = 24 * 60;
const weekLength = 7 * dayLength;
/** A clock is put back by less than this, wherever it is. */
const back = 180;

const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
const dayNumber = (date: string) => Math.floor(Date.parse(`${date}T00:00:00Z`) / (dayLength * 60_000));
const dateOf = (day: number) => new Date(day * dayLength * 60_000).toISOString().slice(0, 10);
/** The first day that is counted from was a Thursday. */
const weekdayOf = (day: number) => (((day + 4) % 7) + 7) % 7;

/** How many minutes a shift lasts by the clock. */
export const lengthOf = ({ opens, closes }: Hours): number =>
  (minutes(closes) - minutes(opens) + dayLength) % dayLength || dayLength;

/**
 * What the retailer's own clock shows, in minutes since 1970 began there. Never goes back: in an hour that is there twice,
 * it stands still the second time, so that what closed in it stays closed.
 */
function localMinute(now: Date, timezone: string): number {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone: timezone,
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    hourCycle: "h23",
  });
  const shown = (at: number): number => {
    const parts = format.formatToParts(at * 60_000);
    const part = (type: string) => Number(parts.find((each) => each.type === type)?.value);
    return Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute")) / 60_000;
  };
  const at = Math.floor(now.getTime() / 60_000);
  const here = shown(at);
  const offset = shown(at - back) - (at - back);
  if (offset <= here - at) return here;
  let [before, after] = [at - back, at];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (shown(middle) - middle === offset) before = middle;
    else after = middle;
  }
  return Math.max(here, shown(before));
}

/** The date that it is in a time zone. */
export const localDate = (now: Date, timezone: string): string =>
  dateOf(Math.floor(localMinute(now, timezone) / dayLength));

/** When the shifts of a day open and close, in local minutes. */
type Spans = (day: number) => { opens: number; closes: number; shift: Hours }[];

function spansBy(week: readonly Shift[], special: readonly SpecialDay[]): Spans {
  const dated = new Map(special.map(({ day, shifts }) => [dayNumber(day), shifts]));
  return (day) =>
    (dated.get(day) ?? week.filter(({ weekday }) => weekday === weekdayOf(day))).map((shift) => {
      const opens = day * dayLength + minutes(shift.opens);
      return { opens, closes: opens + lengthOf(shift), shift };
    });
}

/** The end of whatever follows `at` without a gap, at most a week ahead, and the shift that ends there. */
function lasts(spans: Spans, at: number): { end: number; last: Hours | null } {
  const today = Math.floor(at / dayLength);
  const near = Array.from({ length: 10 }, (_, index) => spans(today - 1 + index)).flat();
  let [end, last]: [number, Hours | null] = [at, null];
  for (let grown = true; grown && end < at + weekLength; ) {
    grown = false;
    for (const { opens, closes, shift } of near) {
      if (opens > end || closes <= end) continue;
      [end, last, grown] = [closes, shift, true];
    }
  }
  return { end, last };
}

/**
 * Whether a retailer is open, until when, or when it opens next. Shifts that touch or overlap are one.
 * @param timezone IANA name; hours are local to it
 * @param special dates that go before the week; those of the past do no harm
 */
export function openState(
  week: readonly Shift[],
  timezone: string,
  now: Date,
  special: readonly SpecialDay[] = [],
): OpenState {
  const at = localMinute(now, timezone);
  const today = Math.floor(at / dayLength);
  const spans = spansBy(week, special);
  const { end, last } = lasts(spans, at);
  if (last && end >= at + weekLength) return { open: true, until: null, weekday: null };
  if (last) {
    const weekday = end - at < dayLength ? null : weekdayOf(Math.floor(end / dayLength));
    return { open: true, until: last.closes.slice(0, 5), weekday };
  }
  // After the last date that differs, a week shows every shift there is.
  const horizon = Math.max(today, ...special.map(({ day }) => dayNumber(day))) + 7;
  for (let day = today; day <= horizon; day += 1) {
    const next = spans(day)
      .filter(({ opens }) => opens > at)
      .sort((a, b) => a.opens - b.opens)[0];
    if (!next) continue;
    const opens = next.shift.opens.slice(0, 5);
    const weekday = day === today ? null : weekdayOf(day);
    return { open: false, opens, weekday, ...(day - today > 7 && { day: dateOf(day) }) };
  }
  return { open: false, opens: null, weekday: null };
}

/** Seen by everybody; the others by their own people and by staff alone. */
export const seenStatuses = ["active", "paused"] as const;

/** Whether shoppers may order from a shop of this status: what is paused is seen and takes no orders. */
export const takesOrders = (status: string): boolean => status === "active";
