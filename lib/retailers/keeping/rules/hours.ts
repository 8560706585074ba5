import type { Hours, Shift, SpecialDay } from "../../rules";
import { lengthOf } from "../../rules";

const dayLength = 24 * 60;
const weekLength = 7 * dayLength;
const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** A shift that runs into another one: their places in the list. */
export type Overlap = { index: number; other: number };

type Span = { opens: number; length: number };

/** @param turn after how many minutes the clock begins anew; never when absent */
function overlapping(spans: readonly Span[], turn?: number): Overlap[] {
  const runsInto = (a: Span, b: Span) => {
    const wait = turn === undefined ? b.opens - a.opens : (b.opens - a.opens + turn) % turn;
    return wait >= 0 && wait < a.length;
  };
  return spans.flatMap((span, index) => {
    const other = spans.findIndex((each, at) => at < index && (runsInto(each, span) || runsInto(span, each)));
    return other < 0 ? [] : { index, other };
  });
}

/** The shifts of a week that run into one before them in the list. What only touches does not. */
export const overlapsOfWeek = (week: readonly Shift[]): Overlap[] =>
  overlapping(
    week.map((shift) => ({ opens: shift.weekday * dayLength + minutes(shift.opens), length: lengthOf(shift) })),
    weekLength,
  );

/** The same for the shifts of dates, in the order of the list. */
export const overlapsOfDays = (days: readonly SpecialDay[]): Overlap[] =>
  overlapping(
    days.flatMap(({ day, shifts }) =>
      shifts.map((shift) => ({ opens: Date.parse(day) / 60_000 + minutes(shift.opens), length: lengthOf(shift) })),
    ),
  );

/** Shifts in one line, for people and to be compared: `09:00–13:00, 15:00–19:00`; "" for none. */
export const lineOf = (shifts: readonly Hours[]): string =>
  [...shifts]
    .sort((a, b) => a.opens.localeCompare(b.opens))
    .map(({ opens, closes }) => `${opens}–${closes}`)
    .join(", ");

/** The shifts of each day of a week, by its number. */
export const byWeekday = (week: readonly Shift[]): Record<string, string> =>
  Object.fromEntries(
    [0, 1, 2, 3, 4, 5, 6].map((day) => [String(day), lineOf(week.filter(({ weekday }) => weekday === day))]),
  );

/** A date as it is compared: its name and its shifts. */
export type DatedHours = { name: string; hours: string };

export const byDate = (days: readonly SpecialDay[]): Record<string, DatedHours> =>
  Object.fromEntries(days.map(({ day, name, shifts }) => [day, { name, hours: lineOf(shifts) }]));

/** The shifts of a line that {@link lineOf} made. */
export const shiftsOf = (line: string): Hours[] =>
  line
    ? line.split(", ").map((each) => {
        const [opens = "", closes = ""] = each.split("–");
        return { opens, closes };
      })
    : [];
