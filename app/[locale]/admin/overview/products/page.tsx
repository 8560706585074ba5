import type { Metadata } from "next";
import { AdminFrame } from "@/components/admin/frame";
import { Pager } from "@/components/admin/pager";
import { FigureTable } from "@/components/admin/reports/figure-table";
import { SpanChoice } from "@/components/admin/reports/span-choice";
import { EmptyState } from "@/components/ui/empty-state";
import { translator } from "@/lib/platform/messages";
import { listSoldProducts } from "@/lib/reports/operations/catalog";
import { productsTable } from "@/lib/reports/rules/tables";
import { adminPage } from "../../admin-page";
import { reportLinks } from "../../reports/links";
import { answered, askedOf, spanText } from "../../reports/report-page";

export const instant = false;

type Props = PageProps<"/[locale]/admin/overview/products">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale)("admin.reports.products_title") };
}

export default async function SoldProductsPage(props: Props) {
  const page = await adminPage(props, "overview");
  const { say, path, context, query, frame, locale } = page;
  const input = { ...askedOf(page), ...(query.category && { category: query.category }) };
  const { items, scope, category, page: keyset } = await answered(listSoldProducts, context, input);
  const { here, link } = reportLinks({ path, sections: frame.sections, scope, query });
  const action = path("/admin/overview/products");
  return (
    <AdminFrame
      {...frame}
      title={category ? <bdi>{category.name}</bdi> : say("admin.reports.products_title")}
      lead={<p>{say("admin.reports.products_lead", { span: spanText(page, scope.span) })}</p>}
      back={{ href: path("/admin"), label: say("admin.reports.back") }}
    >
      <SpanChoice say={say} action={action} query={query} scope={scope} />
      {items.length ? (
        <FigureTable
          table={productsTable(items, scope, { say, locale, link })}
          label={say("admin.reports.products_title")}
        />
      ) : (
        <EmptyState title={say("admin.reports.empty")} />
      )}
      <Pager say={say} action={action} query={here} after={query.after} next={keyset.next} />
    </AdminFrame>
  );
}
