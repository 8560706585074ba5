import { withQuery } from "@/components/admin/pager";
import { classNames } from "@/components/ui/class-names";
import type { BoardView } from "@/lib/orders/keeping/views";
import { orderStatuses } from "@/lib/orders/rules";
import type { Say } from "@/lib/platform/messages";

type Props = {
  say: Say;
  locale: string;
  action: string;
  /** What else narrows the board. */
  query: Readonly<Record<string, string | undefined>>;
  /** Null while the board shows what was searched for. */
  open: string | null;
  counts: BoardView["counts"];
};

/** The columns of the board with how many orders each holds. */
export function StatusTabs({ say, locale, action, query, open, counts }: Props) {
  const figures = new Intl.NumberFormat(locale);
  return (
    <nav aria-label={say("admin.orders.statuses")}>
      <ul className="flex flex-wrap gap-2">
        {orderStatuses.map((status) => {
          const known = counts.find((each) => each.status === status);
          const figure = known && figures.format(known.count);
          return (
            <li key={status}>
              <a
                href={withQuery(action, { ...query, status })}
                aria-current={status === open ? "page" : undefined}
                className={classNames(
                  "inline-flex min-h-11 items-center gap-2 border px-3 text-sm font-semibold cut-5",
                  status === open ? "border-tile bg-tile text-on-tile" : "border-line bg-surface hover:border-tile",
                  known?.count === 0 && status !== open && "text-ink-soft",
                )}
              >
                {say(`admin.orders.status.${status}`)}
                {figure && (
                  <span className="tabular-nums">
                    {known.more ? say("admin.orders.more_than", { count: figure }) : figure}
                  </span>
                )}
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
