import type { Metadata } from "next";
import { type Column, DataTable } from "@/components/admin/data-table";
import { Filters } from "@/components/admin/filters";
import { AdminFrame } from "@/components/admin/frame";
import { Pager } from "@/components/admin/pager";
import { localDay } from "@/components/orders/local-time";
import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { translator } from "@/lib/platform/messages";
import { decideRetailer } from "@/lib/retailers/keeping/operations/decide";
import { listKeptRetailers } from "@/lib/retailers/keeping/operations/read";
import { retailerStatuses } from "@/lib/retailers/keeping/rules/status";
import type { KeptRetailerRowView } from "@/lib/retailers/keeping/views";
import { may } from "@/lib/web/operation";
import { adminPage } from "../admin-page";
import { statusTones } from "../shop/standing";

export const instant = false;

type Props = PageProps<"/[locale]/admin/retailers">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale)("admin.sections.retailers") };
}

/** Counted so far; a page says that there are more. */
const most = 100;

export default async function RetailersPage(props: Props) {
  const { say, path, context, actor, query, frame, locale } = await adminPage(props, "retailers");
  const { q, city, trade, after } = query;
  const status = retailerStatuses.find((each) => each === query.status);
  const narrowed = { ...(q && { q }), ...(status && { status }), ...(city && { city }), ...(trade && { trade }) };
  const found = await listKeptRetailers.safe(context, { ...narrowed, ...(after && { after }) });
  const { items, page } = found.ok ? found.data : { items: [], page: { next: null, pending: 0 } };
  const action = path("/admin/retailers");
  const decides = may(actor, decideRetailer);
  const columns: Column<KeptRetailerRowView>[] = [
    {
      key: "name",
      head: say("admin.retailers.name"),
      names: true,
      cell: ({ id, name }) => (
        <a href={path(`/admin/retailers/${id}`)} className="font-semibold break-words text-tile underline">
          <bdi>{name}</bdi>
        </a>
      ),
    },
    {
      key: "status",
      head: say("admin.retailers.state"),
      cell: (row) => <Badge tone={statusTones[row.status]}>{say(`admin.retailers.status.${row.status}`)}</Badge>,
    },
    { key: "trade", head: say("admin.retailers.trade"), cell: (row) => <bdi>{row.trade || say("admin.none")}</bdi> },
    { key: "city", head: say("admin.retailers.city"), cell: (row) => <bdi>{row.city || say("admin.none")}</bdi> },
    {
      key: "since",
      head: say("admin.retailers.since"),
      cell: ({ createdAt }) => localDay(createdAt, { timezone: "UTC", locale }, "medium"),
    },
  ];
  const text = (name: "q" | "city" | "trade", label: string) => ({ kind: "search" as const, name, label });
  const some = Object.keys(narrowed).length > 0;
  const waiting = {
    count: page.pending,
    shown: `${new Intl.NumberFormat(locale).format(Math.min(page.pending, most - 1))}${page.pending >= most ? "+" : ""}`,
  };
  return (
    <AdminFrame
      {...frame}
      title={say("admin.retailers.title")}
      lead={
        <>
          <p>{say(decides ? "admin.retailers.lead" : "admin.retailers.lead_read")}</p>
          <p className={page.pending > 0 ? "font-semibold text-warn" : undefined}>
            {page.pending > 0 ? (
              <a href={`${action}?status=pending`} className="inline-flex min-h-11 items-center underline">
                {say("admin.retailers.waiting", waiting)}
              </a>
            ) : (
              say("admin.retailers.waiting", waiting)
            )}
          </p>
        </>
      }
    >
      <Filters
        action={action}
        say={say}
        values={{ ...query, status }}
        filters={[
          text("q", say("admin.retailers.search")),
          {
            kind: "select",
            name: "status",
            label: say("admin.retailers.state"),
            options: [
              { value: "", label: say("admin.retailers.any") },
              ...retailerStatuses.map((value) => ({ value, label: say(`admin.retailers.status.${value}`) })),
            ],
          },
          text("city", say("admin.retailers.city_search")),
          text("trade", say("admin.retailers.trade_search")),
        ]}
      />
      {!found.ok ? (
        <Notice tone="warn" live="status" title={found.error.errors[0]?.message ?? found.error.message} />
      ) : items.length ? (
        <DataTable caption={say("admin.retailers.title")} columns={columns} rows={items} rowKey={({ id }) => id} />
      ) : (
        <EmptyState
          title={say(some ? "admin.retailers.nothing" : "admin.retailers.empty")}
          {...(!some && { text: say("admin.retailers.empty_hint") })}
        />
      )}
      <Pager say={say} action={action} query={narrowed} after={after} next={page.next} />
    </AdminFrame>
  );
}
