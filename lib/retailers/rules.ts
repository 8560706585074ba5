/** One shift of a week; `closes` at or before `opens` ends on the next day. Times are "HH:MM" local to the retailer. */
export type Shift = { weekday: number; opens: string; closes: string };

export type OpenState =
  | { open: true; until: string }
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

/**
 * Whether a retailer is open, until when, or when it opens next.
 * @param timezone IANA name; hours are local to it
 */
export function openState(shifts: readonly Shift[], timezone: string, now: Date): OpenState {
  const at = localMinute(now, timezone);
  let next: { wait: number; shift: Shift } | null = null;
  for (const shift of shifts) {
    const opens = shift.weekday * day + minutes(shift.opens);
    const length = (minutes(shift.closes) - minutes(shift.opens) + day) % day || day;
    if ((at - opens + week) % week < length) return { open: true, until: shift.closes.slice(0, 5) };
    const wait = (opens - at + week) % week;
    if (!next || wait < next.wait) next = { wait, shift };
  }
  if (!next) return { open: false, opens: null, weekday: null };
  const today = Math.floor(at / day) === next.shift.weekday && next.wait < day;
  return { open: false, opens: next.shift.opens.slice(0, 5), weekday: today ? null : next.shift.weekday };
}
