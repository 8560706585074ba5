import type { Metadata } from "next";
import { AdminForm } from "@/components/admin/admin-form";
import { type Column, DataTable } from "@/components/admin/data-table";
import { AdminFrame } from "@/components/admin/frame";
import { Notice } from "@/components/ui/notice";
import { makeBulk } from "@/lib/catalog/keeping/actions";
import { readBulk } from "@/lib/catalog/keeping/operations/bulk";
import type { BulkItemView } from "@/lib/catalog/keeping/views";
import { translator } from "@/lib/platform/messages";
import { adminPage } from "../../../admin-page";

export const instant = false;

type Props = PageProps<"/[locale]/admin/products/bulk/[id]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale)("admin.products.bulk") };
}

/** What a change of many products would touch, and once it is made what came of it. */
export default async function BulkPage(props: Props) {
  const { say, path, context, words, frame, locale } = await adminPage(props, "products");
  const { id } = await props.params;
  const change = await readBulk.call(context, { id: Number(id) });
  const { kind, products, variants, unchanged, examples, done } = change;
  const w = (key: string, values?: Record<string, string | number>) => say(`admin.products.${key}`, values);
  const said = (text: string | null): string => {
    if (text === null) return w("gone");
    if (kind === "status") return w(`statuses.${text}`);
    return text || w("no_category");
  };
  const value =
    kind === "price"
      ? new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(Number(change.value))
      : said(change.value);
  const columns = (was: string, then: string, pick: (item: BulkItemView) => string | null): Column<BulkItemView>[] => [
    {
      key: "name",
      head: w("name"),
      names: true,
      cell: ({ id: product, name, label }) => (
        <>
          <a href={path(`/admin/products/${product}`)} className="font-semibold text-tile underline">
            <bdi>{name || `#${product}`}</bdi>
          </a>
          {label && <bdi className="block text-sm font-normal text-ink-soft">{label}</bdi>}
        </>
      ),
    },
    { key: "was", head: w(was), figures: kind === "price", cell: (item) => <bdi>{said(item.was)}</bdi> },
    { key: "then", head: w(then), figures: kind === "price", cell: (item) => <bdi>{said(pick(item))}</bdi> },
  ];
  const rowKey = (item: BulkItemView) => `${item.id} ${item.variant}`;
  const table = (items: BulkItemView[], head: Column<BulkItemView>[]) => (
    <DataTable caption={w("preview_examples")} columns={head} rows={items} rowKey={rowKey} />
  );
  const total = kind === "price" ? variants : products;
  return (
    <AdminFrame
      {...frame}
      title={done ? w("applied_title") : w("preview_title", { kind })}
      back={{ href: path("/admin/products"), label: w("preview_back") }}
      lead={w("preview_lead", { kind, value })}
    >
      {done ? (
        <Notice tone="good" live="status">
          {w("applied", { count: done.changed })}
        </Notice>
      ) : (
        <p className="text-lg font-semibold">
          {w("preview_count", { products })} {kind === "price" && products > 0 && w("preview_variants", { variants })}{" "}
          {unchanged > 0 && w("preview_unchanged", { count: unchanged })}
        </p>
      )}
      {done && done.left > 0 && (
        <section className="stack-3">
          <Notice tone="warn">{w("left", { count: done.left })}</Notice>
          {table(
            done.differing,
            columns("shown_was", "is_now", ({ now }) => now),
          )}
        </section>
      )}
      {!done && products > 0 && (
        <>
          <section className="stack-2">
            <h2 className="text-lg font-semibold">{w("preview_examples")}</h2>
            {table(
              examples,
              columns("was", "will", ({ will }) => will),
            )}
            {total > examples.length && (
              <p className="text-ink-soft">{w("preview_more", { count: examples.length })}</p>
            )}
          </section>
          <AdminForm
            action={makeBulk}
            locale={locale}
            next={path("/admin/products")}
            hidden={{ id }}
            words={words(w("apply", { count: products }))}
          />
        </>
      )}
    </AdminFrame>
  );
}
