import type { Metadata } from "next";
import { CountSheet } from "@/components/admin/count-sheet";
import { AdminFrame } from "@/components/admin/frame";
import { Pager, withQuery } from "@/components/admin/pager";
import { EmptyState } from "@/components/ui/empty-state";
import { saveCount } from "@/lib/catalog/stock/actions";
import { listStock } from "@/lib/catalog/stock/operations";
import { translator } from "@/lib/platform/messages";
import { adminPage } from "../../admin-page";
import { stockQuery } from "../stock-query";

export const instant = false;

type Props = PageProps<"/[locale]/admin/stock/count">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale)("admin.stock.count_title") };
}

export default async function CountPage(props: Props) {
  const { say, path, context, query, frame, words, locale } = await adminPage(props, "stock");
  const asked = stockQuery(query);
  const { items, page } = await listStock.call(context, { ...asked, ...(query.after && { after: query.after }) });
  const action = path("/admin/stock/count");
  return (
    <AdminFrame
      {...frame}
      title={say("admin.stock.count_title")}
      lead={say("admin.stock.count_lead")}
      back={{ href: withQuery(path("/admin/stock"), asked), label: say("admin.sections.stock") }}
    >
      {items.length ? (
        <CountSheet
          action={saveCount}
          locale={locale}
          next={withQuery(path("/admin/stock"), { ...asked, done: "stock_counted" })}
          rows={items.map(({ id, name, options, sku, stock }) => ({ id, name, options, sku: sku ?? "", stock }))}
          words={{
            ...words(say("admin.stock.take_over")),
            caption: say("admin.stock.count_title"),
            product: say("admin.stock.product"),
            sku: say("admin.stock.sku"),
            left: say("admin.stock.left"),
            counted: say("admin.stock.counted"),
            note: say("admin.stock.note"),
            print: say("admin.stock.print"),
            none: say("admin.stock.none_counted"),
          }}
        />
      ) : (
        <EmptyState title={say("admin.stock.empty")} text={say("admin.stock.empty_hint")} />
      )}
      <Pager say={say} action={action} query={asked} after={query.after} next={page.next} />
    </AdminFrame>
  );
}
