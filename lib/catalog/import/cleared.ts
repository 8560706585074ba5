import type { ClearedField } from "./draft";
import type { Header } from "./header";

/** The columns that each field which can be empty is read from, in any layout, as `columnName` makes them. */
const columns: Record<ClearedField, readonly string[]> = {
  description: ["description", "body (html)", "short description"],
  brand: ["brand", "brands", "vendor"],
  category: ["category", "categories", "product category", "type"],
  barcode: ["barcode", "variant barcode", "gtin, upc, ean, or isbn"],
  weightGrams: [
    "weight g",
    "weight kg",
    "variant grams",
    "weight value (grams)",
    "weight (kg)",
    "weight (g)",
    "weight (lbs)",
    "weight (oz)",
  ],
  minQuantity: ["min quantity"],
  maxQuantity: ["max quantity", "sold individually?"],
};

/** The fields that a file with this header has something to say of, be it that there is to be nothing. */
export function clearedBy({ layout, names }: Header): ReadonlySet<ClearedField> {
  // WooCommerce's type is the kind of product.
  const known = new Set(names.filter((name) => layout !== "woocommerce" || name !== "type"));
  const fields = Object.entries(columns) as [ClearedField, readonly string[]][];
  return new Set(fields.filter(([, each]) => each.some((name) => known.has(name))).map(([field]) => field));
}
