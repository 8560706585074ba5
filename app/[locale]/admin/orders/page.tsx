import type { Metadata } from "next";
import { AdminFrame } from "@/components/admin/frame";
import { BoardFilters } from "@/components/admin/orders/board-filters";
import { BoardList } from "@/components/admin/orders/board-list";
import { BulkBar } from "@/components/admin/orders/bulk-bar";
import { StatusTabs } from "@/components/admin/orders/status-tabs";
import { Pager, withQuery } from "@/components/admin/pager";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { moveOrder } from "@/lib/orders/keeping/operations/move";
import { listKeptOrders } from "@/lib/orders/keeping/operations/read";
import { revealOrder } from "@/lib/orders/keeping/operations/reveal";
import { keepsMarket, seesMasked } from "@/lib/orders/keeping/operations/who";
import type { BoardView } from "@/lib/orders/keeping/views";
import { isOrderStatus } from "@/lib/orders/rules";
import { translator } from "@/lib/platform/messages";
import { may } from "@/lib/web/operation";
import { adminPage } from "../admin-page";

export const instant = false;

type Props = PageProps<"/[locale]/admin/orders">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale)("admin.sections.orders") };
}

const bulk = "bulk";
const nothing: BoardView = { items: [], page: { size: 0, next: null }, counts: [], shops: [] };

export default async function OrdersPage(props: Props) {
  const { say, path, context, actor, query, words, frame, locale } = await adminPage(props, "orders");
  const { q, after, fulfilment, shop, since, until, late } = query;
  const person = /^\d{1,9}$/.test(query.person ?? "") ? query.person : undefined;
  // What is looked for is of any status.
  const found = Boolean(q || person);
  const status = isOrderStatus(query.status) ? query.status : "pending";
  const given = Object.entries({ status, q, after, fulfilment, shop, since, until }).filter(([, value]) => value);
  const asked = { ...Object.fromEntries(given), ...(person && { person: Number(person) }) };
  const answer = await listKeptOrders.safe(context, asked);
  const { items, page, counts, shops } = answer.ok ? answer.data : nothing;
  const problems = answer.ok ? [] : answer.error.errors;
  const market = keepsMarket(actor);
  const mayMove = may(actor, moveOrder);
  const action = path("/admin/orders");
  const narrowed = { fulfilment, shop, since, until };
  const here = withQuery(action, { status, ...narrowed });
  const moves = [...new Set(found ? [] : items.flatMap((order) => order.moves))];
  const problemOf = Object.fromEntries(problems.map(({ field, message }) => [field, message]));
  return (
    <AdminFrame
      {...frame}
      title={say("admin.orders.title")}
      lead={say(market ? "admin.orders.lead_market" : "admin.orders.lead_shop")}
    >
      {late && /^\d{1,10}-\d{1,3}$/.test(late) && (
        <Notice tone="warn" live="alert" title={say("admin.orders.late", { number: late })}>
          <a href={path(`/admin/orders/${late}`)} className="inline-flex min-h-11 items-center text-tile underline">
            {say("admin.orders.see")}
          </a>
        </Notice>
      )}
      <StatusTabs
        say={say}
        locale={locale}
        action={action}
        query={narrowed}
        open={found ? null : status}
        counts={counts}
      />
      <BoardFilters
        say={say}
        action={action}
        status={status}
        values={query}
        problems={problemOf}
        market={market}
        masked={seesMasked(actor) && !may(actor, revealOrder)}
        shops={shops}
      />
      {q && answer.ok && (
        <p>
          <bdi>
            {say(items.length < page.size ? "admin.orders.found" : "admin.orders.found_most", {
              count: items.length,
              q,
            })}
          </bdi>{" "}
          <a href={here} className="inline-flex min-h-11 items-center text-tile underline">
            {say("admin.orders.back_to_board")}
          </a>
        </p>
      )}
      {person && answer.ok && (
        <p className="flex flex-wrap gap-x-6">
          <a
            href={path(`/admin/people/${person}`)}
            className="inline-flex min-h-11 items-center font-semibold text-tile underline"
          >
            {say("admin.orders.of_person")}
          </a>
          <a href={here} className="inline-flex min-h-11 items-center text-tile underline">
            {say("admin.orders.back_to_board")}
          </a>
        </p>
      )}
      {items.length > 0 && (
        <BoardList
          orders={items}
          say={say}
          locale={locale}
          now={Date.now()}
          hrefOf={(number) => path(`/admin/orders/${number}`)}
          shopHref={market ? (handle) => withQuery(action, { status, shop: handle }) : null}
          next={withQuery(action, { status, ...narrowed, q, person, done: "order_moved" })}
          words={words}
          selectFor={found ? null : bulk}
          mixed={found}
        />
      )}
      {answer.ok && items.length === 0 && (
        <EmptyState
          title={say(found ? "admin.orders.nothing" : "admin.orders.empty")}
          text={say(found ? "admin.orders.nothing_hint" : "admin.orders.empty_hint", {
            status: say(`admin.orders.status.${status}`),
          })}
        />
      )}
      {!found && (
        <BulkBar
          id={bulk}
          locale={locale}
          from={status}
          moves={(mayMove ? moves : []).map((to) => ({ to, label: say(`admin.orders.step.${to}`) }))}
          packingHref={path("/admin/orders/packing")}
          empty={items.length === 0}
          words={{
            title: say("admin.orders.selected"),
            note: say("admin.orders.selected_note"),
            optional: say("admin.orders.optional"),
            print: say("admin.orders.print"),
            pending: say("admin.saving"),
            all: say("admin.select_all"),
          }}
        />
      )}
      <div className="flex flex-wrap items-center gap-3">
        {!found && items.length > 0 && (
          <a
            href={withQuery(path("/admin/orders/packing"), { status, ...narrowed })}
            className={buttonClass({ look: "quiet" })}
          >
            {say("admin.orders.print_all")}
          </a>
        )}
        <Pager say={say} action={action} query={{ status, ...narrowed, person }} after={after} next={page.next} />
      </div>
    </AdminFrame>
  );
}
