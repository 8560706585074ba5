import type { ReactNode } from "react";
import { Banner } from "@/components/retailers/banner";
import { dateText, dayNames, firstDay, timeText } from "@/components/retailers/week";
import { countryName } from "@/lib/accounts/addresses/rules";
import type { Say } from "@/lib/platform/messages";
import { parts, typedSettings } from "@/lib/retailers/keeping/typed";
import type { KeptRetailerView } from "@/lib/retailers/keeping/views";
import type { Hours } from "@/lib/retailers/rules";
import { deliveryWords, placeWords, profileWords } from "./words";

type Props = { shop: KeptRetailerView; part: string; currency: string; locale: string; say: Say };
type Row = readonly [label: string, value: ReactNode];

function rowsOf({ shop, part, currency, locale, say }: Props): Row[] {
  const at = { locale, currency };
  const shifts = (list: readonly Hours[], none: string) =>
    list.map(({ opens, closes }) => `${timeText(locale, opens)}–${timeText(locale, closes)}`).join(", ") || none;
  if (part === "hours") {
    const names = dayNames(locale);
    const first = firstDay(locale);
    return names.map((_, index): Row => {
      const day = (first + index) % 7;
      const own = shop.hours.filter(({ weekday }) => weekday === day);
      return [names[day]!, shifts(own, say("admin.shop.closed"))];
    });
  }
  if (part === "days")
    return shop.specialDays.map(({ day, name, shifts: own }) => [
      `${dateText(locale, day)} ${day.slice(0, 4)}`,
      [name, shifts(own, say("admin.shop.closed_all_day"))].filter(Boolean).join(": "),
    ]);
  if (part === "place") {
    const typed = typedSettings(shop, "place", at);
    const labels: Record<string, string> = {
      ...placeWords(say),
      addressLine: say("addresses.words.line1"),
      postcode: say("addresses.words.postcode"),
      city: say("addresses.words.city"),
    };
    return parts.place.map((field) => [
      labels[field] ?? field,
      field === "country" ? countryName(shop.country, locale) : typed[field],
    ]);
  }
  if (part === "delivery") {
    const typed = typedSettings(shop, "delivery", at);
    const { labels } = deliveryWords(say, currency);
    return parts.delivery.map((field) => {
      const value = shop[field];
      return [labels[field], typeof value === "boolean" ? say(value ? "admin.yes" : "admin.no") : typed[field]];
    });
  }
  const labels = profileWords(say);
  const { name, tagline, trade } = shop;
  return [
    [labels.name, name],
    [labels.tagline, tagline],
    [labels.trade, trade],
    // Cleaned before it was stored.
    [labels.description, <div key="text" className="prose" dangerouslySetInnerHTML={{ __html: shop.description }} />],
    [say("admin.shop.banner"), <Banner key="banner" hue={shop.hue} src={shop.banner} className="h-24 max-w-md" />],
  ];
}

/** The settings of one page for those who read them alone. */
export function Facts(props: Props) {
  const rows = rowsOf(props);
  if (!rows.length) return <p className="text-ink-soft">{props.say("admin.shop.no_days")}</p>;
  return (
    <dl className="grid max-w-3xl gap-x-6 sm:grid-cols-[14rem_1fr]">
      {rows.map(([label, value]) => (
        <div key={label} className="contents">
          <dt className="border-line pt-3 text-ink-soft sm:border-b sm:pb-3">{label}</dt>
          <dd dir="auto" className="min-w-0 border-b border-line pb-3 break-words sm:pt-3">
            {value || <span className="text-ink-soft">{props.say("admin.none")}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
