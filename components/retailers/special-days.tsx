"use client";
import { useEffect, useState } from "react";
import { localDate, type SpecialDay } from "@/lib/retailers/rules";
import { dateText, timeText } from "./week";

type Props = {
  days: readonly SpecialDay[];
  timezone: string;
  locale: string;
  /** The date that it was at the shop when the page was made. */
  today: string;
  words: { title: string; closed: string };
};

/** For so many days ahead; a holiday in half a year is no news. */
const ahead = 28;

const later = (date: string, days: number) => new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);

/** The days to come on which the week's hours do not hold. The page may be older than the day: the browser looks again. */
export function SpecialDays({ days, timezone, locale, today: made, words }: Props) {
  const [today, setToday] = useState(made);
  useEffect(() => setToday(localDate(new Date(), timezone)), [timezone]);
  const until = later(today, ahead);
  const near = days.filter(({ day }) => day >= today && day <= until);
  if (!near.length) return null;
  return (
    <div className="mt-4">
      <h3 className="text-sm font-semibold">{words.title}</h3>
      <ul className="mt-1 text-sm">
        {near.map(({ day, name, shifts }) => (
          <li key={day} className="flex justify-between gap-4 border-b border-line py-1.5 last:border-0">
            <span className="min-w-0">
              <span className="block">{dateText(locale, day)}</span>
              {name && (
                <span dir="auto" className="block text-ink-soft">
                  {name}
                </span>
              )}
            </span>
            <span className="text-end tabular-nums">
              {shifts.length === 0 && <span className="text-ink-soft">{words.closed}</span>}
              {shifts.map(({ opens, closes }) => (
                <bdi key={opens} className="block whitespace-nowrap">
                  {timeText(locale, opens)}–{timeText(locale, closes)}
                </bdi>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
