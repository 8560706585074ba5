import { AdminForm } from "@/components/admin/admin-form";
import { localDay } from "@/components/orders/local-time";
import { StatusBadge } from "@/components/orders/order-card";
import { classNames } from "@/components/ui/class-names";
import { Money } from "@/components/ui/price";
import { stepFromBoard } from "@/lib/orders/keeping/actions";
import { isOpen, nextStep } from "@/lib/orders/keeping/rules";
import type { BoardOrderView } from "@/lib/orders/keeping/views";
import { lineLabel } from "@/lib/orders/rules";
import type { Say } from "@/lib/platform/messages";
import { Waiting } from "./waiting";

/** Lines that a row names before it counts the others. */
const named = 3;

type Props = {
  orders: readonly BoardOrderView[];
  say: Say;
  locale: string;
  /** The present, in milliseconds since 1970. */
  now: number;
  /** Where an order's own page stands, and where a shop's orders do; no shop is named when null. */
  hrefOf: (number: string) => string;
  shopHref: ((handle: string) => string) | null;
  /** Where a move comes back to. */
  next: string;
  words: (button: string, of?: string) => { problem: string; pending: string; button: string; of?: string };
  /** The form that several are selected for; null where none are. */
  selectFor: string | null;
  /** The rows are of several statuses. */
  mixed: boolean;
};

function Items({ lines, pieces, say }: Pick<BoardOrderView, "lines" | "pieces"> & { say: Say }) {
  const rest = lines.length - named;
  return (
    <div className="min-w-0 text-sm">
      <p className="font-semibold">{say("admin.orders.pieces", { count: pieces })}</p>
      <ul>
        {lines.slice(0, named).map((line) => (
          <li key={`${line.name} ${line.options}`} dir="auto" className="truncate">
            <bdi>{line.quantity} ×</bdi> {lineLabel(line)}
          </li>
        ))}
        {rest > 0 && <li className="text-ink-soft">{say("admin.orders.more_lines", { count: rest })}</li>}
      </ul>
    </div>
  );
}

/** Orders of a board, each with what is in it, who waits for it how long, and the next step as one button. */
export function BoardList({ orders, say, locale, now, hrefOf, shopHref, next, words, selectFor, mixed }: Props) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {orders.map((order) => {
        const { number, retailer, status, name, note, placedAt } = order;
        const step = nextStep(order);
        return (
          <li
            key={number}
            className={classNames(
              "grid items-center gap-x-5 gap-y-2 py-3 hover:bg-tile-soft has-checked:bg-tile-soft",
              selectFor ? "grid-cols-[auto_minmax(0,1fr)]" : "grid-cols-1",
              selectFor
                ? "lg:grid-cols-[auto_11rem_minmax(0,1fr)_14rem_13rem]"
                : "lg:grid-cols-[11rem_minmax(0,1fr)_14rem_13rem]",
            )}
          >
            {selectFor && (
              <label className="grid size-11 place-items-center">
                <span className="sr-only">{say("admin.select", { name: number })}</span>
                <input type="checkbox" form={selectFor} name="ids" value={number} className="size-5 accent-tile" />
              </label>
            )}
            <div className="min-w-0">
              <p className="flex flex-wrap items-baseline gap-x-3">
                <a
                  href={hrefOf(number)}
                  className="inline-flex min-h-11 items-center text-lg font-bold text-tile underline"
                >
                  <bdi>{number}</bdi>
                </a>
                <span className="text-sm">
                  {isOpen(status) ? (
                    <Waiting
                      at={placedAt}
                      now={now}
                      locale={locale}
                      words={say("admin.orders.waiting", { time: "{time}" })}
                    />
                  ) : (
                    <time dateTime={placedAt}>
                      {localDay(placedAt, { timezone: retailer.timezone, locale }, "medium")}
                    </time>
                  )}
                </span>
              </p>
              {mixed && <StatusBadge status={status} say={say} words="admin.orders.status" />}
            </div>
            <div className={classNames("min-w-0 max-lg:col-start-1", selectFor && "max-lg:col-start-2")}>
              <Items {...order} say={say} />
              {note && (
                <div className="mt-1 border-s-2 border-saffron ps-2 text-sm">
                  <p dir="auto" className="line-clamp-2">
                    {note}
                  </p>
                </div>
              )}
            </div>
            <div className={classNames("min-w-0 text-sm max-lg:col-start-1", selectFor && "max-lg:col-start-2")}>
              <p dir="auto" className="truncate font-semibold">
                {name}
              </p>
              <p>
                {say(`admin.orders.way.${order.fulfilment}`)} · <Money text={order.total.formatted} />
              </p>
              {shopHref && (
                <p dir="auto" className="truncate">
                  <a href={shopHref(retailer.handle)} className="text-tile underline">
                    {retailer.name}
                  </a>
                </p>
              )}
            </div>
            {step && order.moves.includes(step) && (
              <div className={classNames("max-lg:col-start-1", selectFor && "max-lg:col-start-2")}>
                <AdminForm
                  action={stepFromBoard}
                  locale={locale}
                  next={next}
                  hidden={{ id: number, from: status, to: step }}
                  words={words(say(`admin.orders.step.${step}`), say("admin.orders.step_of", { number }))}
                />
              </div>
            )}
          </li>
        );
      })}
    </ul>
  );
}
