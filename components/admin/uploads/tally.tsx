import { withQuery } from "@/components/admin/pager";
import { classNames } from "@/components/ui/class-names";

type Props = {
  /** Read aloud before the links. */
  label: string;
  action: string;
  /** Name of the field of the query that narrows by them. */
  field: string;
  counts: readonly { value: string; count: number; label: string; bad?: boolean }[];
  chosen: string | undefined;
  locale: string;
};

/** How many ended in each way, each a link that shows those alone; the chosen one leads back to all. */
export function Tally({ label, action, field, counts, chosen, locale }: Props) {
  const figures = new Intl.NumberFormat(locale);
  return (
    <nav aria-label={label}>
      <ul className="grid grid-cols-2 gap-3 lg:grid-cols-4">
        {counts.map(({ value, count, label: word, bad }) => {
          const current = chosen === value;
          return (
            <li key={value}>
              <a
                href={withQuery(action, { [field]: current ? undefined : value })}
                aria-current={current ? "true" : undefined}
                className={classNames(
                  "cut-9 block h-full border bg-surface px-4 py-3 hover:border-tile",
                  current ? "border-tile bg-tile-soft" : "border-line",
                )}
              >
                <span className={classNames("display block text-2xl tabular-nums", bad && count > 0 && "text-bad")}>
                  {figures.format(count)}
                </span>{" "}
                <span className="text-sm text-ink-soft">{word}</span>
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
