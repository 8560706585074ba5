import { type Cells, unguarded } from "../cells";
import type { ProductDraft } from "../draft";
import { categoryPath, emptyRow, type FlatRow, keyFromName } from "../flat-row";

const statuses: Record<string, ProductDraft["status"]> = {
  "": null,
  published: "published",
  active: "published",
  draft: "draft",
};

/** One row of Charsu's own layout. A row with neither handle nor name is told apart by its SKU. */
export function readCharsuRow(cells: Cells): FlatRow {
  const get = (name: string) => unguarded(cells.get(name));
  const handle = get("handle");
  const name = get("name");
  const sku = get("sku");
  const status = get("status").toLowerCase();
  const image = get("image");
  const row: FlatRow = {
    ...emptyRow(cells.row, handle || keyFromName(name) || sku),
    identity: handle || name ? "key" : "sku",
    name,
    description: get("description"),
    brand: get("brand"),
    category: categoryPath(get("category")),
    status: statuses[status] ?? null,
    options: [1, 2, 3, 4, 5, 6].map((n) => ({ name: get(`option${n} name`), value: get(`option${n} value`) })),
    sku,
    barcode: get("barcode"),
    price: get("price"),
    stock: get("stock"),
    weight: get("weight g") || get("weight kg"),
    weightUnit: get("weight g") ? "g" : get("weight kg") ? "kg" : "g",
    minQuantity: get("min quantity"),
    maxQuantity: get("max quantity"),
    pictures: image ? [{ url: image, alt: get("image alt"), position: null }] : [],
  };
  if (row.key === "") row.failure = { code: "no_key", message: "The row has no handle, no name and no SKU." };
  else if (!(status in statuses)) {
    row.failure = { code: "status", message: `The status is “${status}”; it can be published or draft.` };
  }
  return row;
}

/** Rows whose columns somebody named by hand: one with neither handle nor name is another variant of the product above. */
export function continued(): (cells: Cells) => FlatRow {
  let key = "";
  return (cells) => {
    const row = readCharsuRow(cells);
    if (row.identity === "key") key = row.key;
    else if (key !== "")
      return { ...row, key, identity: "key", failure: row.failure?.code === "no_key" ? null : row.failure };
    return row;
  };
}
