import { type Column, DataTable } from "@/components/admin/data-table";
import type { KeptProductDetail } from "@/lib/catalog/keeping/views";
import type { Say } from "@/lib/platform/messages";

type Variant = KeptProductDetail["variants"][number];
type Props = { product: KeptProductDetail; say: Say; path: (path: string) => string; locale: string };

/** A product for whoever reads it and changes nothing. */
export function ProductSheet({ product, say, path, locale }: Props) {
  const w = (key: string) => say(`admin.products.${key}`);
  const figures = new Intl.NumberFormat(locale);
  const none = say("admin.none");
  const facts = [
    [w("status"), w(`statuses.${product.status}`)],
    [w("key"), product.key],
    [w("slug"), product.slug],
    [w("category"), product.category?.names.join(" › ") ?? w("no_category")],
    [w("brand"), product.brand ?? none],
    [w("sold"), figures.format(product.soldCount)],
    ...product.options.map(({ name, values }) => [name, values.join(", ")]),
  ];
  const columns: Column<Variant>[] = [
    {
      key: "variant",
      head: w("variant"),
      names: true,
      cell: ({ optionValues }) => <bdi>{optionValues.join(" / ") || w("variant_only")}</bdi>,
    },
    { key: "sku", head: w("sku"), cell: ({ sku }) => <bdi>{sku ?? none}</bdi> },
    { key: "price", head: w("price"), figures: true, cell: ({ price }) => price.formatted },
    { key: "weight", head: w("weight"), figures: true, cell: ({ weight }) => figures.format(weight) },
    { key: "min", head: w("min"), figures: true, cell: ({ minQuantity }) => figures.format(minQuantity) },
    {
      key: "max",
      head: w("max"),
      figures: true,
      cell: ({ maxQuantity }) => (maxQuantity === null ? none : figures.format(maxQuantity)),
    },
    { key: "barcode", head: w("barcode"), cell: ({ barcode }) => <bdi>{barcode ?? none}</bdi> },
    {
      key: "stock",
      head: w("stock"),
      figures: true,
      cell: ({ id, stock }) => (
        <a href={path(`/admin/stock/${id}`)} className="font-semibold text-tile underline">
          {figures.format(stock)}
        </a>
      ),
    },
    { key: "active", head: w("active"), cell: ({ active }) => say(active ? "admin.yes" : "admin.no") },
  ];
  return (
    <>
      <dl className="grid max-w-3xl gap-x-6 gap-y-2 sm:grid-cols-[10rem_minmax(0,1fr)]">
        {facts.map(([label, value]) => (
          <div key={label} className="contents">
            <dt className="text-ink-soft">{label}</dt>
            <dd className="min-w-0 break-words">
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      <section className="stack-2">
        <h2 className="text-lg font-semibold">{w("variants")}</h2>
        <DataTable caption={w("variants")} columns={columns} rows={product.variants} rowKey={({ id }) => id} />
      </section>
    </>
  );
}
