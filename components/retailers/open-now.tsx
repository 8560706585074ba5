"use client";
import { useEffect, useState } from "react";
import { classNames } from "@/components/ui/class-names";
import { openState, type Shift, type SpecialDay } from "@/lib/retailers/rules";
import { dateText } from "./week";

type OpenNowProps = {
  hours: readonly Shift[];
  specialDays: readonly SpecialDay[];
  timezone: string;
  locale: string;
  /** Sentences with {time} and {day} in them, which are filled in here. */
  words: Record<"openUntil" | "openUntilDay" | "openAlways" | "opensToday" | "opensOn" | "none", string>;
  /** Names of the days, Sunday first, and of the times that occur in `hours` and `specialDays`. */
  days: string[];
  times: Record<string, string>;
};

/** Whether the shop is open at this moment. The page itself is the same at every hour, so the browser says it. */
export function OpenNow({ hours, specialDays, timezone, locale, words, days, times }: OpenNowProps) {
  const [now, setNow] = useState<Date | null>(null);
  useEffect(() => {
    setNow(new Date());
    const timer = setInterval(() => setNow(new Date()), 60_000);
    return () => clearInterval(timer);
  }, []);
  if (!now) return <p className="min-h-[1lh] text-sm scriptless:hidden" />;
  const state = openState(hours, timezone, now, specialDays);
  const at = state.open ? state.until : state.opens;
  const [never, soon, later] = state.open
    ? [words.openAlways, words.openUntil, words.openUntilDay]
    : [words.none, words.opensToday, words.opensOn];
  const sentence = at === null ? never : state.weekday === null ? soon : later;
  const date = state.open ? undefined : state.day;
  const day = date ? dateText(locale, date) : state.weekday === null ? "" : (days[state.weekday] ?? "");
  return (
    <p className={classNames("min-h-[1lh] text-sm font-semibold", state.open ? "text-good" : "text-ink-soft")}>
      {sentence.replace("{time}", times[at ?? ""] ?? "").replace("{day}", day)}
    </p>
  );
}
