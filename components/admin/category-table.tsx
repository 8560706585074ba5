import type { KeptCategoryView } from "@/lib/catalog/categories/views";
import type { Say } from "@/lib/platform/messages";
import { pathIn } from "@/lib/platform/messages/paths";
import { type Column, DataTable } from "./data-table";

type Props = { locale: string; say: Say; caption: string; rows: readonly KeptCategoryView[]; whole?: boolean };

/** Names from the root, as one line. */
export const lane = ({ above, name }: Pick<KeptCategoryView, "above" | "name">): string =>
  [...above.map((each) => each.name), name].join(" › ");

/** Categories in rows; `whole` names each with the lane that leads to it. */
export function CategoryTable({ locale, say, caption, rows, whole = false }: Props) {
  const path = pathIn(locale);
  const figures = new Intl.NumberFormat(locale);
  const columns: Column<KeptCategoryView>[] = [
    {
      key: "name",
      head: say("admin.categories.name"),
      names: true,
      cell: (row) => (
        <a href={path(`/admin/categories/${row.id}`)} className="font-semibold text-tile underline">
          <bdi>{whole ? lane(row) : row.name}</bdi>
        </a>
      ),
    },
    {
      key: "path",
      head: say("admin.categories.path"),
      cell: (row) => <bdi className="break-all text-ink-soft">/{row.path}</bdi>,
    },
    {
      key: "parts",
      head: say("admin.categories.parts"),
      figures: true,
      cell: ({ children }) => figures.format(children),
    },
    {
      key: "products",
      head: say("admin.categories.products"),
      figures: true,
      cell: ({ products }) => figures.format(products),
    },
  ];
  return <DataTable caption={caption} columns={columns} rows={rows} rowKey={({ id }) => id} />;
}
