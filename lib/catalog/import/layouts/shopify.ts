import type { Cells } from "../cells";
import type { ProductDraft } from "../draft";
import { categoryPath, emptyRow, type FlatRow, type Message } from "../flat-row";

function readStatus(cells: Cells, notes: Message[]): ProductDraft["status"] {
  const status = cells.get("status").toLowerCase();
  const published = cells.get("published", "published on online store").toLowerCase();
  if (status === "archived" || status === "unlisted") {
    notes.push({ code: "status", message: `“${status}” is kept as a draft.` });
  }
  if (published === "false" || (status !== "" && status !== "active")) return "draft";
  return status === "active" || published === "true" ? "published" : null;
}

function readOptions(cells: Cells): FlatRow["options"] {
  const options = [1, 2, 3].map((n) => ({ name: cells.get(`option${n} name`), value: cells.get(`option${n} value`) }));
  // What Shopify writes for a product without options.
  return options[0]?.value === "Default Title" && !options[1]?.value ? [] : options;
}

/** Google's categories may stand as bare ids, which say nothing here. */
function readCategory(cells: Cells): string[] | null {
  const google = cells.get("google shopping / google product category");
  return categoryPath(cells.get("product category") || (/^\d+$/.test(google) ? "" : google) || cells.get("type"));
}

/**
 * One row of Shopify's product export, in the columns of the old template and of the one since 2024.
 * Source: help.shopify.com, “Using CSV files to import and export products”.
 */
export function readShopifyRow(cells: Cells): FlatRow {
  const notes: Message[] = [];
  const key = cells.get("handle", "url handle");
  const image = cells.get("image src", "product image url");
  const position = cells.get("image position");
  const options = readOptions(cells);
  const sku = cells.get("variant sku", "sku").replace(/^'/, "");
  const price = cells.get("variant price", "price");
  const isVariant = sku !== "" || price !== "" || cells.get("option1 value") !== "";
  const row: FlatRow = {
    ...emptyRow(cells.row, key),
    name: cells.get("title"),
    description: cells.get("body (html)", "description"),
    brand: cells.get("vendor"),
    category: readCategory(cells),
    status: readStatus(cells, notes),
    options,
    sku,
    price,
    barcode: cells.get("variant barcode", "barcode").replace(/^'/, ""),
    stock: cells.get("variant inventory qty", "inventory quantity"),
    weight: isVariant ? cells.get("variant grams", "weight value (grams)") : "",
    variantPicture: cells.get("variant image", "variant image url"),
    pictures: image
      ? [{ url: image, alt: cells.get("image alt text"), position: /^\d+$/.test(position) ? Number(position) : null }]
      : [],
    notes,
  };
  if (key === "") row.failure = { code: "no_key", message: "The row has no handle." };
  else if (cells.get("gift card").toLowerCase() === "true") {
    row.failure = { code: "gift_card", message: "Gift cards are not sold here." };
  }
  return row;
}
