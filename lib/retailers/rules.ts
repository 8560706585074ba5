/** One shift of a week; `closes` at or before `opens` ends on the next day. Times are "HH:MM" local to the retailer. */
export type Shift = { weekday: number; opens: string; closes: string };

export type OpenState =
  /** `weekday` is null when it closes within a day, so that the time alone is no other. */
  | { open: true; until: string; weekday: number | null }
  /** It never closes. */
  | { open: true; until: null; weekday: null }
  /** `weekday` is null when it opens later today. */
  | { open: false; opens: string; weekday: number | null }
  | { open: false; opens: null; weekday: null };

const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
const day = 24 * 60;
const week = 7 * day;
const weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

/** The minute of the week, Sunday midnight being 0, on the retailer's own clock. */
function localMinute(now: Date, timezone: string): number {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone: timezone,
    weekday: "short",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).formatToParts(now);
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? "";
  return weekdays.indexOf(part("weekday")) * day + Number(part("hour")) * 60 + Number(part("minute"));
}

/** Where on the week's clock a shift begins, and for how many minutes it lasts. */
function span(shift: Shift): { opens: number; length: number } {
  const length = (minutes(shift.closes) - minutes(shift.opens) + day) % day || day;
  return { opens: shift.weekday * day + minutes(shift.opens), length };
}

/** Minutes from `at` to the end of whatever follows without a gap, and the shift that ends there. */
function lasts(shifts: readonly Shift[], at: number): { wait: number; last: Shift | null } {
  let wait = 0;
  let last: Shift | null = null;
  for (let grown = true; grown && wait < week; ) {
    grown = false;
    for (const shift of shifts) {
      const { opens, length } = span(shift);
      const passed = (at + wait - opens + 2 * week) % week;
      if (passed >= length) continue;
      wait += length - passed;
      last = shift;
      grown = true;
    }
  }
  return { wait, last };
}

/**
 * Whether a retailer is open, until when, or when it opens next. Shifts that touch or overlap are one.
 * @param timezone IANA name; hours are local to it
 */
export function openState(shifts: readonly Shift[], timezone: string, now: Date): OpenState {
  const at = localMinute(now, timezone);
  const { wait: open, last } = lasts(shifts, at);
  if (last && open >= week) return { open: true, until: null, weekday: null };
  if (last) {
    const weekday = open < day ? null : Math.floor(((at + open) % week) / day);
    return { open: true, until: last.closes.slice(0, 5), weekday };
  }
  let next: { wait: number; shift: Shift } | null = null;
  for (const shift of shifts) {
    const wait = (span(shift).opens - at + week) % week;
    if (!next || wait < next.wait) next = { wait, shift };
  }
  if (!next) return { open: false, opens: null, weekday: null };
  const today = Math.floor(at / day) === next.shift.weekday && next.wait < day;
  return { open: false, opens: next.shift.opens.slice(0, 5), weekday: today ? null : next.shift.weekday };
}
