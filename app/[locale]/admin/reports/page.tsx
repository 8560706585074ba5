import type { Metadata } from "next";
import { type Column, DataTable } from "@/components/admin/data-table";
import { AdminFrame } from "@/components/admin/frame";
import { Pager, withQuery } from "@/components/admin/pager";
import { SpanChoice } from "@/components/admin/reports/span-choice";
import { LocalTime } from "@/components/orders/local-time";
import { classNames } from "@/components/ui/class-names";
import { EmptyState } from "@/components/ui/empty-state";
import { translator } from "@/lib/platform/messages";
import { soldStates } from "@/lib/reports/input";
import { listSoldOrders } from "@/lib/reports/operations/rows";
import type { SoldOrderView } from "@/lib/reports/views";
import { adminPage } from "../admin-page";
import { reportLinks } from "./links";
import { answered, askedOf, spanText } from "./report-page";

export const instant = false;

type Props = PageProps<"/[locale]/admin/reports">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale)("admin.sections.reports") };
}

export default async function SoldOrdersPage(props: Props) {
  const page = await adminPage(props, "reports");
  const { say, path, context, query, frame, locale } = page;
  const state = soldStates.find((each) => each === query.state) ?? "counts";
  const { items, scope, page: keyset } = await answered(listSoldOrders, context, { ...askedOf(page), state });
  const { here, link } = reportLinks({ path, sections: frame.sections, scope, query });
  const action = path("/admin/reports");
  const columns: Column<SoldOrderView>[] = [
    {
      key: "number",
      head: say("admin.reports.number"),
      names: true,
      cell: ({ number }) =>
        frame.sections.includes("orders") ? (
          <a href={path(`/admin/orders/${number}`)} className="font-semibold text-tile underline">
            {number}
          </a>
        ) : (
          number
        ),
    },
    ...(scope.shop
      ? []
      : [{ key: "shop", head: say("admin.reports.shop"), cell: ({ shop }: SoldOrderView) => <bdi>{shop.name}</bdi> }]),
    {
      key: "at",
      head: say("admin.reports.placed_at"),
      cell: ({ createdAt, timezone }) => <LocalTime at={createdAt} timezone={timezone} locale={locale} />,
    },
    { key: "status", head: say("admin.reports.status"), cell: ({ status }) => say(`orders.status.${status}`) },
    { key: "revenue", head: say("admin.reports.revenue"), figures: true, cell: ({ revenue }) => revenue.formatted },
    { key: "shipping", head: say("admin.reports.shipping"), figures: true, cell: ({ shipping }) => shipping.formatted },
    { key: "total", head: say("admin.reports.total"), figures: true, cell: ({ total }) => total.formatted },
  ];
  return (
    <AdminFrame
      {...frame}
      title={say("admin.reports.orders_title")}
      lead={<p>{say("admin.reports.orders_lead", { span: spanText(page, scope.span) })}</p>}
      actions={
        <a href={link("days")} className="inline-flex min-h-11 items-center font-semibold text-tile underline">
          {say("admin.reports.by_day_title")}
        </a>
      }
    >
      <SpanChoice say={say} action={action} query={query} scope={scope} />
      <nav aria-label={say("admin.reports.state")}>
        <ul className="flex flex-wrap gap-x-5">
          {soldStates.map((each) => (
            <li key={each}>
              <a
                href={withQuery(action, { ...here, state: each })}
                aria-current={each === state ? "true" : undefined}
                className={classNames(
                  "inline-flex min-h-11 items-center border-b-4 font-semibold",
                  each === state ? "border-tile text-tile" : "border-transparent hover:text-tile",
                )}
              >
                {say(`admin.reports.states.${each}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {items.length ? (
        <DataTable
          caption={say("admin.reports.orders_title")}
          columns={columns}
          rows={items}
          rowKey={({ number }) => number}
        />
      ) : (
        <EmptyState title={say("admin.reports.empty")} />
      )}
      <Pager say={say} action={action} query={{ ...here, state }} after={query.after} next={keyset.next} />
    </AdminFrame>
  );
}
