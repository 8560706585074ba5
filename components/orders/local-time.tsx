type LocalTimeProps = {
  /** ISO 8601. */
  at: string;
  /** IANA name. */
  timezone: string;
  locale: string;
  className?: string;
};

/** The day on the clock of a time zone. */
export function localDay(
  at: string,
  { timezone, locale }: Omit<LocalTimeProps, "at">,
  style: "long" | "medium",
): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: style, timeZone: timezone }).format(new Date(at));
}

const moment = { year: "numeric", month: "short", day: "numeric", hour: "numeric", minute: "2-digit" } as const;

/**
 * A moment on the clock of a time zone, which it names, and for machines. In the profile {@link onOwnClock} turns it to
 * the reader's.
 */
export function LocalTime({ at, timezone, locale, className }: LocalTimeProps) {
  const format = new Intl.DateTimeFormat(locale, { ...moment, timeZone: timezone, timeZoneName: "short" });
  return (
    <time dateTime={at} data-clock="" suppressHydrationWarning className={className}>
      {format.format(new Date(at))}
    </time>
  );
}

/** Puts every {@link LocalTime} of a part of the document on the clock of who reads it, which needs no name. */
export function onOwnClock(part: Element): void {
  const format = new Intl.DateTimeFormat(document.documentElement.lang, moment);
  for (const time of part.querySelectorAll<HTMLTimeElement>("time[data-clock]")) {
    time.textContent = format.format(new Date(time.dateTime));
  }
}
