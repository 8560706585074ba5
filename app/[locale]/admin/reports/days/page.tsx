import type { Metadata } from "next";
import { type Column, DataTable } from "@/components/admin/data-table";
import { AdminFrame } from "@/components/admin/frame";
import { Pager } from "@/components/admin/pager";
import { SpanChoice } from "@/components/admin/reports/span-choice";
import { EmptyState } from "@/components/ui/empty-state";
import { translator } from "@/lib/platform/messages";
import { listSoldDays } from "@/lib/reports/operations/rows";
import { dayText } from "@/lib/reports/rules/tables";
import type { SoldDayView } from "@/lib/reports/views";
import { adminPage } from "../../admin-page";
import { reportLinks } from "../links";
import { answered, askedOf, spanText } from "../report-page";

export const instant = false;

type Props = PageProps<"/[locale]/admin/reports/days">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale)("admin.reports.by_day_title") };
}

export default async function SoldDaysPage(props: Props) {
  const page = await adminPage(props, "reports");
  const { say, path, context, query, frame, locale } = page;
  const { items, scope, page: keyset } = await answered(listSoldDays, context, askedOf(page));
  const { here, link } = reportLinks({ path, sections: frame.sections, scope, query });
  const figures = new Intl.NumberFormat(locale);
  const percents = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 });
  const action = path("/admin/reports/days");
  const ordersOf = ({ day, shop }: SoldDayView, state: string, text: string) => (
    <a
      href={link("orders", { from: day, to: day, retailer: shop.handle, state })}
      className="underline decoration-edge underline-offset-4 hover:text-tile"
    >
      {text}
    </a>
  );
  const head = (key: string) => say(`admin.reports.${key}`);
  const columns: Column<SoldDayView>[] = [
    {
      key: "day",
      head: head("day"),
      names: true,
      cell: ({ day }) => <time dateTime={day}>{dayText(day, locale, { dateStyle: "medium" })}</time>,
    },
    ...(scope.shop
      ? []
      : [{ key: "shop", head: head("shop"), cell: ({ shop }: SoldDayView) => <bdi>{shop.name}</bdi> }]),
    {
      key: "revenue",
      head: head("revenue"),
      figures: true,
      cell: (row) => ordersOf(row, "counts", row.revenue.formatted),
    },
    {
      key: "orders",
      head: head("orders"),
      figures: true,
      cell: (row) => ordersOf(row, "counts", figures.format(row.orders)),
    },
    {
      key: "average",
      head: head("average"),
      figures: true,
      cell: ({ average }) => average?.formatted ?? head("nothing"),
    },
    { key: "units", head: head("units"), figures: true, cell: ({ units }) => figures.format(units) },
    {
      key: "placed",
      head: head("placed"),
      figures: true,
      cell: (row) => ordersOf(row, "placed", figures.format(row.placed)),
    },
    { key: "baskets", head: head("baskets"), figures: true, cell: ({ baskets }) => figures.format(baskets) },
    {
      key: "conversion",
      head: head("conversion"),
      figures: true,
      cell: ({ conversion }) => (conversion === null ? head("nothing") : percents.format(conversion / 100)),
    },
  ];
  return (
    <AdminFrame
      {...frame}
      title={head("by_day_title")}
      lead={<p>{say("admin.reports.by_day_lead", { span: spanText(page, scope.span) })}</p>}
      back={{ href: path("/admin"), label: head("back") }}
    >
      <SpanChoice say={say} action={action} query={query} scope={scope} />
      {items.length ? (
        <DataTable
          caption={head("by_day_title")}
          columns={columns}
          rows={items}
          rowKey={({ day, shop }) => `${day} ${shop.handle}`}
        />
      ) : (
        <EmptyState title={head("empty")} />
      )}
      <Pager say={say} action={action} query={here} after={query.after} next={keyset.next} />
    </AdminFrame>
  );
}
