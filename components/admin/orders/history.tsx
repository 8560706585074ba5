import { LocalTime } from "@/components/orders/local-time";
import type { KeptOrderView } from "@/lib/orders/keeping/views";
import type { Say } from "@/lib/platform/messages";

type Entry = KeptOrderView["history"][number];

function who({ by, name }: Entry, say: Say): string | null {
  if (by === null) return null;
  if (by === "shopper") return say("admin.orders.by.shopper");
  return say(name === null ? `admin.orders.by.${by}_unnamed` : `admin.orders.by.${by}`, { name: name ?? "" });
}

type Props = { entries: readonly Entry[]; timezone: string; say: Say; locale: string };

/** What happened to an order: when, by whom, and what they noted. */
export function History({ entries, timezone, say, locale }: Props) {
  return (
    <ol className="stack-3">
      {entries.map((entry) => (
        <li key={entry.at + entry.status} className="flex gap-3">
          <span aria-hidden="true" className="mt-2 size-2.5 shrink-0 rotate-45 bg-tile" />
          <div className="min-w-0">
            <p className="font-semibold">{say(`admin.orders.status.${entry.status}`)}</p>
            <p className="text-sm text-ink-soft">
              <LocalTime at={entry.at} timezone={timezone} locale={locale} /> <bdi>{who(entry, say)}</bdi>
            </p>
            {entry.note && (
              <p dir="auto" className="text-sm">
                {entry.note}
              </p>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}
