import { classNames } from "@/components/ui/class-names";

const steps = [
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
] as const;

/** How long ago, in the largest unit that fits: "3 hr". */
export function agoIn(locale: string, at: string, now: number): string {
  const seconds = Math.max(60, Math.floor((now - Date.parse(at)) / 1000));
  const [unit, size] = steps.find(([, each]) => seconds >= each)!;
  const format = new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "short" });
  return format.format(Math.floor(seconds / size));
}

/** How long somebody has been waiting; more than a day stands out. */
export function Waiting({ at, now, locale, words }: { at: string; now: number; locale: string; words: string }) {
  const late = now - Date.parse(at) > 86_400_000;
  return (
    <time dateTime={at} className={classNames("whitespace-nowrap", late && "font-semibold text-warn")}>
      {words.replace("{time}", agoIn(locale, at, now))}
    </time>
  );
}
