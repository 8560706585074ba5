import type { Column } from "@/components/admin/data-table";
import { CoverPicture } from "@/components/catalog/cover-picture";
import { Badge } from "@/components/ui/badge";
import type { KeptSort } from "@/lib/catalog/keeping/input";
import type { KeptProductView } from "@/lib/catalog/keeping/views";
import type { Say } from "@/lib/platform/messages";

type Given = {
  say: Say;
  path: (path: string) => string;
  locale: string;
  /** Whether the products may be of several shops. */
  shops: boolean;
  /** Whether rows can be selected, for the form around the table. */
  selects: boolean;
  sort: string;
};

const tones = { draft: "plain", published: "good", archived: "warn" } as const;

/** The column that a list is sorted by. */
const sortedBy: Record<KeptSort, { key: string; sorted: "ascending" | "descending" } | null> = {
  newest: null,
  name: { key: "name", sorted: "ascending" },
  cheapest: { key: "price", sorted: "ascending" },
  dearest: { key: "price", sorted: "descending" },
  sold: { key: "sold", sorted: "descending" },
  stock: { key: "stock", sorted: "ascending" },
};

function Thumbnail({ image }: { image: string | null }) {
  return image ? (
    <CoverPicture src={image} alt="" sizes="2.75rem" width={44} height={44} className="size-11 shrink-0" />
  ) : (
    <span aria-hidden="true" className="size-11 shrink-0 border border-dashed border-edge bg-sunken" />
  );
}

/** The columns of the list of products. */
export function productColumns({ say, path, locale, shops, selects, sort }: Given): Column<KeptProductView>[] {
  const w = (key: string, values?: Record<string, string | number>) => say(`admin.products.${key}`, values);
  const figures = new Intl.NumberFormat(locale);
  const columns: (Column<KeptProductView> | false)[] = [
    {
      key: "name",
      head: w("name"),
      names: true,
      cell: ({ id, name, key, image }) => (
        <span className="flex min-w-60 items-center gap-3">
          {selects && (
            <label className="-ms-3 inline-flex min-h-11 min-w-11 shrink-0 items-center justify-center">
              <input
                type="checkbox"
                name="ids"
                value={id}
                aria-label={say("admin.select", { name })}
                className="size-5 accent-tile"
              />
            </label>
          )}
          <Thumbnail image={image} />
          <span className="min-w-0">
            <a href={path(`/admin/products/${id}`)} className="font-semibold break-words text-tile underline">
              <bdi>{name}</bdi>
            </a>
            <bdi className="block text-sm font-normal break-all text-ink-soft">{key}</bdi>
          </span>
        </span>
      ),
    },
    {
      key: "status",
      head: w("status"),
      cell: ({ status }) => <Badge tone={tones[status]}>{w(`statuses.${status}`)}</Badge>,
    },
    {
      key: "price",
      head: w("price"),
      figures: true,
      cell: ({ price }) => {
        if (!price) return say("admin.none");
        const { lowest, highest } = price;
        return lowest.amount === highest.amount
          ? lowest.formatted
          : w("price_range", { lowest: lowest.formatted, highest: highest.formatted });
      },
    },
    {
      key: "stock",
      head: w("stock"),
      figures: true,
      cell: ({ stock, variants, soldOut }) => (
        <>
          {variants > 1 ? w("in_stock", { stock: figures.format(stock), variants }) : figures.format(stock)}
          {soldOut > 0 && variants > 1 && (
            <span className="block text-sm text-bad">{w("sold_out", { count: soldOut })}</span>
          )}
        </>
      ),
    },
    { key: "sold", head: w("sold"), figures: true, cell: ({ soldCount }) => figures.format(soldCount) },
    {
      key: "category",
      head: w("category"),
      cell: ({ category }) => <bdi>{category ? category.names.at(-1) : say("admin.none")}</bdi>,
    },
    { key: "brand", head: w("brand"), cell: ({ brand }) => <bdi>{brand ?? say("admin.none")}</bdi> },
    shops && { key: "retailer", head: w("retailer"), cell: ({ retailer }) => <bdi>{retailer.name}</bdi> },
  ];
  const now = Object.hasOwn(sortedBy, sort) ? sortedBy[sort as KeptSort] : null;
  return columns
    .filter((column) => column !== false)
    .map((column) => (column.key === now?.key ? { ...column, sorted: now.sorted } : column));
}
