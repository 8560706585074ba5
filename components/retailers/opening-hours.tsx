import type { Say } from "@/lib/platform/messages";
import { takesOrders } from "@/lib/retailers/rules";
import type { RetailerView } from "@/lib/retailers/views";
import { OpenNow } from "./open-now";
import { dayNames, firstDay, timeText } from "./week";

type HoursProps = { shop: RetailerView; locale: string; say: Say };

/** Open or closed at this moment, on the shop's own clock. */
export function OpenLine({ shop, locale, say }: HoursProps) {
  // The browser fills the holes: the page is cached and does not know the hour.
  const holes = { time: "{time}", day: "{day}" };
  const times = Object.fromEntries(
    [...shop.hours, ...shop.specialDays.flatMap(({ shifts }) => shifts)]
      .flatMap(({ opens, closes }) => [opens, closes])
      .map((time) => [time, timeText(locale, time)]),
  );
  if (!takesOrders(shop.status)) return <p className="font-semibold text-warn">{say("retailer.paused")}</p>;
  return (
    <OpenNow
      hours={shop.hours}
      specialDays={shop.specialDays}
      timezone={shop.timezone}
      locale={locale}
      days={dayNames(locale)}
      times={times}
      words={{
        openUntil: say("retailer.open_until", holes),
        openUntilDay: say("retailer.open_until_day", holes),
        openAlways: say("retailer.open_always"),
        opensToday: say("retailer.opens_today", holes),
        opensOn: say("retailer.opens_on", holes),
        none: say("retailer.no_hours"),
      }}
    />
  );
}

/** The week, a row for each day, with every shift. */
export function HoursTable({ shop, locale, say }: HoursProps) {
  const days = dayNames(locale);
  const first = firstDay(locale);
  return (
    <table className="w-full text-sm">
      <caption className="sr-only">{say("retailer.hours")}</caption>
      <tbody>
        {days.map((_, index) => {
          const weekday = (first + index) % 7;
          const shifts = shop.hours.filter((shift) => shift.weekday === weekday);
          return (
            <tr key={weekday} className="border-b border-line last:border-0">
              <th scope="row" className="py-1.5 pe-4 text-start align-top font-normal">
                {days[weekday]}
              </th>
              <td className="py-1.5 text-end tabular-nums">
                {shifts.length === 0 && <span className="text-ink-soft">{say("retailer.closed")}</span>}
                {shifts.map(({ opens, closes }) => (
                  <span key={opens} className="block">
                    <bdi>
                      {timeText(locale, opens)}–{timeText(locale, closes)}
                    </bdi>
                  </span>
                ))}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
