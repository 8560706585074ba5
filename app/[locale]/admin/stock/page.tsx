import type { Metadata } from "next";
import { type Column, DataTable } from "@/components/admin/data-table";
import { type Filter, Filters } from "@/components/admin/filters";
import { AdminFrame } from "@/components/admin/frame";
import { Pager, withQuery } from "@/components/admin/pager";
import { Badge } from "@/components/ui/badge";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { countStock, listStock } from "@/lib/catalog/stock/operations";
import type { StockView } from "@/lib/catalog/stock/views";
import { translator } from "@/lib/platform/messages";
import { may } from "@/lib/web/operation";
import { adminPage } from "../admin-page";
import { stockQuery } from "./stock-query";

export const instant = false;

type Props = PageProps<"/[locale]/admin/stock">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale)("admin.sections.stock") };
}

export default async function StockPage(props: Props) {
  const { say, path, context, actor, query, frame, locale } = await adminPage(props, "stock");
  const asked = stockQuery(query);
  const { items, page } = await listStock.call(context, { ...asked, ...(query.after && { after: query.after }) });
  const action = path("/admin/stock");
  const figures = new Intl.NumberFormat(locale);
  const several = actor.shops.length !== 1 || actor.roles.length > 0;
  const columns: Column<StockView>[] = [
    {
      key: "product",
      head: say("admin.stock.product"),
      names: true,
      cell: ({ id, name, options }) => (
        <a href={path(`/admin/stock/${id}`)} className="font-semibold text-tile underline">
          <bdi>{name}</bdi>
          {options && (
            <span className="font-normal">
              {" · "}
              <bdi>{options}</bdi>
            </span>
          )}
        </a>
      ),
    },
    { key: "sku", head: say("admin.stock.sku"), cell: ({ sku }) => <bdi>{sku ?? say("admin.none")}</bdi> },
    ...(several
      ? [
          {
            key: "shop",
            head: say("admin.stock.shop"),
            cell: ({ retailer }: StockView) => <bdi>{retailer.name}</bdi>,
          },
        ]
      : []),
    {
      key: "state",
      head: say("admin.stock.state"),
      cell: ({ stock, low, sold }) => (
        <span className="flex flex-wrap gap-1.5">
          {stock === 0 ? (
            <Badge tone="bad">{say("admin.stock.out")}</Badge>
          ) : low ? (
            <Badge tone="warn">{say("admin.stock.low")}</Badge>
          ) : (
            <Badge tone="good">{say("admin.stock.fine")}</Badge>
          )}
          {!sold && <Badge>{say("admin.stock.hidden")}</Badge>}
        </span>
      ),
    },
    {
      key: "left",
      head: say("admin.stock.left"),
      figures: true,
      cell: ({ stock }) => <span className="font-semibold">{figures.format(stock)}</span>,
    },
  ];
  const filters: Filter[] = [
    { kind: "search", name: "q", label: say("admin.stock.search") },
    {
      kind: "select",
      name: "level",
      label: say("admin.stock.level"),
      options: [
        { value: "", label: say("admin.stock.level_all") },
        { value: "low", label: say("admin.stock.level_low") },
        { value: "out", label: say("admin.stock.level_out") },
      ],
    },
  ];
  const count = may(actor, countStock) && (
    <a href={withQuery(path("/admin/stock/count"), asked)} className={buttonClass({ look: "secondary" })}>
      {say("admin.stock.count")}
    </a>
  );
  return (
    <AdminFrame {...frame} title={say("admin.stock.title")} lead={say("admin.stock.lead")} actions={count}>
      <Filters action={action} say={say} values={query} filters={filters} keep={{ retailer: query.retailer }} />
      {items.length ? (
        <DataTable caption={say("admin.stock.title")} columns={columns} rows={items} rowKey={({ id }) => id} />
      ) : (
        <EmptyState title={say("admin.stock.empty")} text={say("admin.stock.empty_hint")} />
      )}
      <Pager say={say} action={action} query={asked} after={query.after} next={page.next} />
    </AdminFrame>
  );
}
