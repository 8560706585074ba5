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

/** A moment on the clock of a time zone, which it names, and for machines. */
export function LocalTime({ at, timezone, locale, className }: LocalTimeProps) {
  const format = new Intl.DateTimeFormat(locale, {
    year: "numeric",
    month: "short",
    day: "numeric",
    hour: "numeric",
    minute: "2-digit",
    timeZone: timezone,
    timeZoneName: "short",
  });
  return (
    <time dateTime={at} className={className}>
      {format.format(new Date(at))}
    </time>
  );
}
