import type { Metadata } from "next";
import { type Filter, Filters } from "@/components/admin/filters";
import { AdminFrame } from "@/components/admin/frame";
import { BoardList } from "@/components/admin/orders/board-list";
import { BulkBar } from "@/components/admin/orders/bulk-bar";
import { StatusTabs } from "@/components/admin/orders/status-tabs";
import { Pager, withQuery } from "@/components/admin/pager";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { moveOrder } from "@/lib/orders/keeping/operations/move";
import { listKeptOrders } from "@/lib/orders/keeping/operations/read";
import type { BoardView } from "@/lib/orders/keeping/views";
import { keepsMarket } from "@/lib/orders/keeping/who";
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
  const { q, after, fulfilment, shop, since, until } = query;
  const status = isOrderStatus(query.status) ? query.status : "pending";
  const given = Object.entries({ status, q, after, fulfilment, shop, since, until }).filter(([, value]) => value);
  const answer = await listKeptOrders.safe(context, Object.fromEntries(given));
  const { items, page, counts, shops } = answer.ok ? answer.data : nothing;
  const problems = answer.ok ? [] : answer.error.errors;
  const market = keepsMarket(actor);
  const mayMove = may(actor, moveOrder);
  const action = path("/admin/orders");
  const narrowed = { fulfilment, shop, since, until };
  const here = withQuery(action, { status, ...narrowed });
  const moves = [...new Set(q ? [] : items.flatMap((order) => order.moves))];
  const errorOf = (name: string) => problems.find(({ field }) => field === name)?.message;
  const filters: Filter[] = [
    { kind: "search", name: "q", label: say(market ? "admin.orders.search_market" : "admin.orders.search") },
    {
      kind: "select",
      name: "fulfilment",
      label: say("admin.orders.fulfilment"),
      options: [
        { value: "", label: say("admin.orders.any") },
        ...["delivery", "pickup"].map((value) => ({ value, label: say(`admin.orders.way.${value}`) })),
      ],
    },
    ...(market
      ? [{ kind: "search", name: "shop", label: say("admin.orders.shop_handle") } as const]
      : shops.length > 1
        ? [
            {
              kind: "select",
              name: "shop",
              label: say("admin.orders.shop"),
              options: [
                { value: "", label: say("admin.orders.all_shops") },
                ...shops.map(({ handle, name }) => ({ value: handle, label: name })),
              ],
            } as const,
          ]
        : []),
  ];
  return (
    <AdminFrame
      {...frame}
      title={say("admin.orders.title")}
      lead={say(market ? "admin.orders.lead_market" : "admin.orders.lead_shop")}
    >
      <Filters action={action} say={say} values={query} filters={filters} keep={{ status }}>
        {(["since", "until"] as const).map((name) => (
          <div key={name} className="basis-36">
            <Field
              type="date"
              name={name}
              label={say(`admin.orders.${name}`)}
              defaultValue={query[name] ?? ""}
              error={errorOf(name)}
            />
          </div>
        ))}
      </Filters>
      {problems.map(({ field, message }) => (
        <Notice key={field} tone="warn" live="status">
          {message}
        </Notice>
      ))}
      <StatusTabs say={say} locale={locale} action={action} query={narrowed} open={q ? null : status} counts={counts} />
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
      {items.length > 0 && (
        <BoardList
          orders={items}
          say={say}
          locale={locale}
          now={Date.now()}
          hrefOf={(number) => path(`/admin/orders/${number}`)}
          shopHref={market ? (handle) => withQuery(action, { status, shop: handle }) : null}
          next={withQuery(here, { done: "order_moved" })}
          words={words}
          selectFor={q ? null : bulk}
          mixed={Boolean(q)}
        />
      )}
      {answer.ok && items.length === 0 && (
        <EmptyState
          title={say(q ? "admin.orders.nothing" : "admin.orders.empty")}
          text={say(q ? "admin.orders.nothing_hint" : "admin.orders.empty_hint", {
            status: say(`admin.orders.status.${status}`),
          })}
        />
      )}
      {!q && (
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
        {!q && items.length > 0 && (
          <a
            href={withQuery(path("/admin/orders/packing"), { status, ...narrowed })}
            className={buttonClass({ look: "quiet" })}
          >
            {say("admin.orders.print_all")}
          </a>
        )}
        <Pager say={say} action={action} query={{ status, ...narrowed }} after={after} next={page.next} />
      </div>
    </AdminFrame>
  );
}
