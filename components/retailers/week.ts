/** Names of the days in a locale, Sunday first. */
export function dayNames(locale: string): string[] {
  const format = new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: "UTC" });
  // 2023-01-01 was a Sunday.
  return Array.from({ length: 7 }, (_, day) => format.format(Date.UTC(2023, 0, 1 + day)));
}

/** "18:00" in the digits of a locale. */
export function timeText(locale: string, time: string): string {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  const format = new Intl.DateTimeFormat(locale, {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone: "UTC",
  });
  return format.format(Date.UTC(2023, 0, 1, hour, minute));
}

/** 0 (Sunday) to 6: the day that a week begins with. Source: CLDR by way of Intl. */
export function firstDay(locale: string): number {
  const info = new Intl.Locale(locale) as Intl.Locale & { getWeekInfo?: () => { firstDay: number } };
  return (info.getWeekInfo?.().firstDay ?? 1) % 7;
}

/** "2026-12-24" as the day of the week and the date, in words. */
export function dateText(locale: string, date: string): string {
  const format = new Intl.DateTimeFormat(locale, { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" });
  return format.format(Date.parse(date));
}
