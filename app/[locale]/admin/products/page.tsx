import type { Metadata } from "next";
import { type Column, DataTable } from "@/components/admin/data-table";
import { Filters } from "@/components/admin/filters";
import { AdminFrame } from "@/components/admin/frame";
import { Pager } from "@/components/admin/pager";
import { BulkForm } from "@/components/admin/products/bulk-form";
import { productColumns } from "@/components/admin/products/columns";
import { ProductViews } from "@/components/admin/products/product-views";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { showBulk } from "@/lib/catalog/keeping/actions";
import { foundAtMost } from "@/lib/catalog/keeping/filters";
import { keptFilters, keptSorts, productStatuses, stockStates } from "@/lib/catalog/keeping/input";
import { addProduct } from "@/lib/catalog/keeping/operations/add";
import { countedAtMost, listKeptProducts } from "@/lib/catalog/keeping/operations/list";
import type { KeptProductView } from "@/lib/catalog/keeping/views";
import { type Say, translator } from "@/lib/platform/messages";
import { may } from "@/lib/web/operation";
import { adminPage } from "../admin-page";

export const instant = false;

type Props = PageProps<"/[locale]/admin/products">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale)("admin.sections.products") };
}

const names = [...Object.keys(keptFilters), "sort"];

/** Words of the form that changes several products, which runs in the browser as well. */
const bulkWords = (say: Say) => ({
  ...Object.fromEntries(
    [
      "bulk",
      "bulk_lead",
      "bulk_which",
      "bulk_selected",
      "bulk_all",
      "bulk_action",
      "bulk_actions.publish",
      "bulk_actions.archive",
      "bulk_actions.price",
      "bulk_actions.move",
      "bulk_percent",
      "bulk_percent_hint",
      "bulk_category",
      "bulk_category_hint",
      "bulk_show",
    ].map((key) => [key, say(`admin.products.${key}`)]),
  ),
  select_all: say("admin.select_all"),
  problem: say("errors.invalid"),
});

export default async function ProductsPage(props: Props) {
  const { say, path, context, actor, query, frame, locale } = await adminPage(props, "products");
  const asked = Object.fromEntries(names.flatMap((name) => (query[name] ? [[name, query[name]]] : [])));
  const { after } = query;
  const result = await listKeptProducts.safe(context, { ...asked, ...(after && { after }) });
  // An address that somebody wrote by hand, or an order that only one shop's products have.
  if (!result.ok && result.error.code !== "invalid") throw result.error;
  const { items, page, count, capped } = result.ok
    ? result.data
    : { items: [], page: { next: null }, count: 0, capped: false };
  const problem = result.ok ? null : (result.error.errors[0]?.message ?? result.error.message);
  const action = path("/admin/products");
  const w = (key: string) => say(`admin.products.${key}`);
  const market = actor.roles.length > 0;
  const choices = <T extends string>(group: string, values: readonly T[]) => [
    { value: "", label: w("any") },
    ...values.map((value) => ({ value, label: w(`${group}.${value}`) })),
  ];
  const bulk = may(actor, addProduct);
  const columns: Column<KeptProductView>[] = productColumns({
    say,
    path,
    locale,
    shops: market || actor.shops.length > 1,
    selects: bulk,
    sort: query.sort ?? "newest",
  });
  const add = bulk && (
    <a href={path("/admin/products/new")} className={buttonClass({})}>
      {w("add")}
    </a>
  );
  const counted =
    count > countedAtMost
      ? say("admin.products.count_many", { count: countedAtMost })
      : say("admin.products.count", { count });
  const table = <DataTable caption={w("title")} columns={columns} rows={items} rowKey={({ id }) => id} />;
  return (
    <AdminFrame {...frame} title={w("title")} lead={w(market ? "lead_market" : "lead")} actions={add}>
      <ProductViews say={say} action={action} query={asked} />
      <Filters
        action={action}
        say={say}
        values={query}
        filters={[
          { kind: "search", name: "q", label: w("search") },
          { kind: "select", name: "status", label: w("status"), options: choices("statuses", productStatuses) },
          { kind: "select", name: "stock", label: w("stock"), options: choices("stocks", stockStates) },
          {
            kind: "select",
            name: "pictures",
            label: w("pictures"),
            options: [
              { value: "", label: w("any") },
              { value: "none", label: w("pictures_none") },
            ],
          },
          { kind: "search", name: "category", label: w("category") },
          { kind: "search", name: "brand", label: w("brand") },
          ...(market || actor.shops.length > 1
            ? [{ kind: "search" as const, name: "retailer", label: w("retailer") }]
            : []),
          {
            kind: "select",
            name: "sort",
            label: w("sort"),
            options: keptSorts.map((value) => ({ value, label: w(`sorts.${value}`) })),
          },
        ]}
      />
      {problem && (
        <p role="alert" className="font-semibold text-bad">
          {problem}
        </p>
      )}
      {items.length > 0 && <p className="text-ink-soft">{counted}</p>}
      {capped && <Notice tone="warn">{say("admin.products.search_capped", { count: foundAtMost })}</Notice>}
      {!items.length && !problem && (
        <EmptyState
          title={w(Object.keys(asked).length ? "nothing" : "empty")}
          {...(!Object.keys(asked).length && { text: w("empty_hint") })}
        />
      )}
      {items.length > 0 &&
        (bulk ? (
          <BulkForm action={showBulk} locale={locale} filters={asked} words={bulkWords(say)}>
            {table}
          </BulkForm>
        ) : (
          table
        ))}
      <Pager say={say} action={action} query={asked} after={after} next={page.next} />
    </AdminFrame>
  );
}
