import type { Hours, Shift, SpecialDay } from "../../rules";

type Values = Readonly<Record<string, string>>;

/** The week of a form: the rows of each day, Sunday first. A row may be half filled in. */
export type WeekDraft = Hours[][];
/** The dates of a form. */
export type DayDraft = { day: string; name: string; shifts: Hours[] };

const blank: Hours = { opens: "", closes: "" };
const filled = ({ opens, closes }: Hours) => opens !== "" || closes !== "";

/** The rows below a name: `h.1.0.opens`, `h.1.0.closes`, … in their order. */
function rowsBelow(values: Values, name: string): Hours[] {
  const rows: Hours[] = [];
  for (let row = 0; `${name}.${row}.opens` in values || `${name}.${row}.closes` in values; row += 1) {
    rows.push({ opens: values[`${name}.${row}.opens`] ?? "", closes: values[`${name}.${row}.closes`] ?? "" });
  }
  return rows;
}

const below = (name: string, rows: readonly Hours[]): Record<string, string> =>
  Object.fromEntries(
    rows.flatMap(({ opens, closes }, row) => [
      [`${name}.${row}.opens`, opens],
      [`${name}.${row}.closes`, closes],
    ]),
  );

export const weekOfValues = (values: Values): WeekDraft =>
  [0, 1, 2, 3, 4, 5, 6].map((weekday) => rowsBelow(values, `h.${weekday}`));

export const valuesOfWeek = (week: WeekDraft): Record<string, string> =>
  Object.assign({}, ...week.map((rows, weekday) => below(`h.${weekday}`, rows)));

export const weekDraft = (shifts: readonly Shift[]): WeekDraft =>
  [0, 1, 2, 3, 4, 5, 6].map((day) =>
    shifts.filter(({ weekday }) => weekday === day).map(({ opens, closes }) => ({ opens, closes })),
  );

/** The shifts that are filled in, and the name of the row that each came from. */
export function shiftsOfWeek(week: WeekDraft): { shifts: Shift[]; rows: string[] } {
  const all = week.flatMap((rows, weekday) =>
    rows.map((row, index) => ({ shift: { weekday, ...row }, row: `h.${weekday}.${index}` })),
  );
  const kept = all.filter(({ shift }) => filled(shift));
  return { shifts: kept.map(({ shift }) => shift), rows: kept.map(({ row }) => row) };
}

/**
 * What a button other than the one that saves makes of a week.
 * @param does `add.1`: a row for Monday; `remove.1.0`: its first row away; `copy`: the day `copy.from` to those that are ticked
 */
export function changeWeek(week: WeekDraft, does: string, values: Values): WeekDraft {
  const [verb, day, row] = does.split(".");
  if (verb === "add") return week.map((rows, weekday) => (weekday === Number(day) ? [...rows, blank] : rows));
  if (verb === "remove")
    return week.map((rows, weekday) => (weekday === Number(day) ? rows.filter((_, at) => at !== Number(row)) : rows));
  if (verb !== "copy") return week;
  const from = week[Number(values["copy.from"])] ?? [];
  return week.map((rows, weekday) => (`copy.${weekday}` in values ? from.filter(filled) : rows));
}

export function daysOfValues(values: Values): DayDraft[] {
  const days: DayDraft[] = [];
  for (let index = 0; `d.${index}.day` in values; index += 1) {
    const name = `d.${index}`;
    days.push({
      day: values[`${name}.day`] ?? "",
      name: values[`${name}.name`] ?? "",
      shifts: rowsBelow(values, name),
    });
  }
  return days;
}

export const valuesOfDays = (days: readonly DayDraft[]): Record<string, string> =>
  Object.assign(
    {},
    ...days.map(({ day, name, shifts }, index) => ({
      [`d.${index}.day`]: day,
      [`d.${index}.name`]: name,
      ...below(`d.${index}`, shifts),
    })),
  );

export const dayDrafts = (days: readonly SpecialDay[]): DayDraft[] =>
  days.map(({ day, name, shifts }) => ({ day, name, shifts: [...shifts] }));

/** The dates that are filled in; rows of times that were left empty do not count. */
export const datesOf = (days: readonly DayDraft[]): DayDraft[] =>
  days
    .map((each) => ({ ...each, shifts: each.shifts.filter(filled) }))
    .filter(({ day, name, shifts }) => day || name || shifts.length);

/** At most so many days are added at once. */
export const longestSpan = 62;

function datesBetween(from: string, to: string): string[] {
  const [first, last] = [Date.parse(from), Date.parse(to || from)];
  const count = Math.floor((last - first) / 86_400_000) + 1;
  if (!(count > 0)) return [];
  return Array.from({ length: Math.min(count, longestSpan) }, (_, day) =>
    new Date(first + day * 86_400_000).toISOString().slice(0, 10),
  );
}

/**
 * What a button other than the one that saves makes of the dates.
 * @param does `add`: the days from `add.from` to `add.to`, closed, by the name `add.name`, or an empty row; `remove.2`: a day
 * away; `open.2`: a row of times for it; `close.2.0`: one of them away
 */
export function changeDays(days: readonly DayDraft[], does: string, values: Values): DayDraft[] {
  const [verb, index, row] = does.split(".");
  const at = Number(index);
  if (verb === "add") {
    const had = new Set(days.map(({ day }) => day));
    const dates = datesBetween(values["add.from"] ?? "", values["add.to"] ?? "").filter((day) => !had.has(day));
    const added = dates.map((day) => ({ day, name: values["add.name"] ?? "", shifts: [] }));
    return [...days, ...added].sort((a, b) => (a.day || "~").localeCompare(b.day || "~"));
  }
  if (verb === "remove") return days.filter((_, place) => place !== at);
  if (verb === "open")
    return days.map((day, place) => (place === at ? { ...day, shifts: [...day.shifts, blank] } : day));
  if (verb !== "close") return [...days];
  return days.map((day, place) =>
    place === at ? { ...day, shifts: day.shifts.filter((_, each) => each !== Number(row)) } : day,
  );
}
