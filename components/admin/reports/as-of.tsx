import { translator } from "@/lib/platform/messages";

type Props = {
  /** ISO 8601. */
  at: string;
  /** IANA name. */
  timezone: string;
  locale: string;
};

/** Until when all that happened is in the figures. */
export function AsOf({ at, timezone, locale }: Props) {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short", timeZone: timezone });
  return <time dateTime={at}>{translator(locale)("admin.reports.as_of", { time: format.format(new Date(at)) })}</time>;
}
