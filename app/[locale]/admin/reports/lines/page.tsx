import type { Metadata } from "next";
import { type Column, DataTable } from "@/components/admin/data-table";
import { AdminFrame } from "@/components/admin/frame";
import { Pager } from "@/components/admin/pager";
import { SpanChoice } from "@/components/admin/reports/span-choice";
import { EmptyState } from "@/components/ui/empty-state";
import { translator } from "@/lib/platform/messages";
import { listSoldLines } from "@/lib/reports/operations/rows";
import { dayText } from "@/lib/reports/rules/tables";
import type { SoldLineView } from "@/lib/reports/views";
import { adminPage } from "../../admin-page";
import { reportLinks } from "../links";
import { answered, askedOf, spanText } from "../report-page";

export const instant = false;

type Props = PageProps<"/[locale]/admin/reports/lines">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale)("admin.reports.lines_title") };
}

export default async function SoldLinesPage(props: Props) {
  const page = await adminPage(props, "reports");
  const { say, path, context, query, frame, locale } = page;
  const product = Number(query.product);
  const { items, scope, page: keyset } = await answered(listSoldLines, context, { ...askedOf(page), product });
  const { here } = reportLinks({ path, sections: frame.sections, scope, query });
  const figures = new Intl.NumberFormat(locale);
  const action = path("/admin/reports/lines");
  const head = (key: string) => say(`admin.reports.${key}`);
  const columns: Column<SoldLineView>[] = [
    {
      key: "number",
      head: head("number"),
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
    { key: "day", head: head("day"), cell: ({ day }) => <time dateTime={day}>{dayText(day, locale)}</time> },
    {
      key: "line",
      head: head("line"),
      cell: ({ name, options }) => <bdi>{options ? `${name} (${options})` : name}</bdi>,
    },
    { key: "price", head: head("price"), figures: true, cell: ({ unitPrice }) => unitPrice.formatted },
    { key: "quantity", head: head("quantity"), figures: true, cell: ({ quantity }) => figures.format(quantity) },
    { key: "discount", head: head("discount"), figures: true, cell: ({ discount }) => discount.formatted },
    { key: "revenue", head: head("revenue"), figures: true, cell: ({ revenue }) => revenue.formatted },
  ];
  return (
    <AdminFrame
      {...frame}
      title={head("lines_title")}
      lead={<p>{say("admin.reports.lines_lead", { span: spanText(page, scope.span) })}</p>}
      back={{ href: path("/admin"), label: head("back") }}
    >
      <SpanChoice say={say} action={action} query={query} scope={scope} />
      {items.length ? (
        <DataTable
          caption={head("lines_title")}
          columns={columns}
          rows={items}
          rowKey={({ number, name, options }) => `${number} ${name} ${options}`}
        />
      ) : (
        <EmptyState title={head("empty")} />
      )}
      <Pager
        say={say}
        action={action}
        query={{ ...here, category: undefined, product: query.product }}
        after={query.after}
        next={keyset.next}
      />
    </AdminFrame>
  );
}
