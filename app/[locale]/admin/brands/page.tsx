import type { Metadata } from "next";
import { type Column, DataTable } from "@/components/admin/data-table";
import { Filters } from "@/components/admin/filters";
import { AdminFrame } from "@/components/admin/frame";
import { Pager } from "@/components/admin/pager";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { addBrand, listKeptBrands } from "@/lib/catalog/brands/operations";
import type { KeptBrandView } from "@/lib/catalog/brands/views";
import { translator } from "@/lib/platform/messages";
import { may } from "@/lib/web/operation";
import { adminPage } from "../admin-page";

export const instant = false;

type Props = PageProps<"/[locale]/admin/brands">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale)("admin.sections.brands") };
}

export default async function BrandsPage(props: Props) {
  const { say, path, context, actor, query, frame, locale } = await adminPage(props, "brands");
  const { q, after } = query;
  const { items, page } = await listKeptBrands.call(context, { ...(q && { q }), ...(after && { after }) });
  const action = path("/admin/brands");
  const figures = new Intl.NumberFormat(locale);
  const columns: Column<KeptBrandView>[] = [
    {
      key: "name",
      head: say("admin.brands.name"),
      names: true,
      cell: ({ id, name }) => (
        <a href={path(`/admin/brands/${id}`)} className="font-semibold text-tile underline">
          <bdi>{name}</bdi>
        </a>
      ),
    },
    { key: "slug", head: say("admin.brands.slug"), cell: ({ slug }) => <bdi className="break-all">{slug}</bdi> },
    {
      key: "products",
      head: say("admin.brands.products"),
      figures: true,
      cell: ({ products }) => figures.format(products),
    },
  ];
  const add = may(actor, addBrand) && (
    <a href={path("/admin/brands/new")} className={buttonClass({})}>
      {say("admin.brands.add")}
    </a>
  );
  return (
    <AdminFrame {...frame} title={say("admin.brands.title")} lead={say("admin.brands.lead")} actions={add}>
      <Filters
        action={action}
        say={say}
        values={query}
        filters={[{ kind: "search", name: "q", label: say("admin.brands.search") }]}
      />
      {items.length ? (
        <DataTable caption={say("admin.brands.title")} columns={columns} rows={items} rowKey={({ id }) => id} />
      ) : (
        <EmptyState
          title={say(q ? "admin.brands.nothing" : "admin.brands.empty")}
          {...(!q && { text: say("admin.brands.empty_hint") })}
        />
      )}
      <Pager say={say} action={action} query={{ q }} after={after} next={page.next} />
    </AdminFrame>
  );
}
