/** One product as a file describes it, whatever the layout. `null` = the file says nothing: an update leaves it as it is. */
export type ProductDraft = {
  kind: "product";
  /** Stable identity inside the retailer's files: handle, SKU or `id:` of the parent, or the slug of the name. */
  key: string;
  /** `sku`: the file names only a variant's SKU, and `key` is that SKU; the product is the one that holds it. */
  identity: "key" | "sku";
  /** Its first row in the file, from 1. */
  row: number;
  name: string | null;
  /** Cleaned. */
  descriptionHtml: string | null;
  brand: string | null;
  /** Names from the root. */
  category: string[] | null;
  status: "published" | "draft" | null;
  options: { name: string; values: string[] }[];
  variants: VariantDraft[];
  /** The first one is the primary one; no address twice. */
  pictures: { url: string; alt: string | null }[];
  /** Every row that made it; rows that failed are reported apart. */
  rows: number[];
  /** Fields that the file has a column for and whose empty cells mean that there is to be nothing. */
  clears: ReadonlySet<ClearedField>;
};

/** What can be empty: everything else keeps its value whatever a file says. */
export type ClearedField =
  | "description"
  | "brand"
  | "category"
  | "barcode"
  | "weightGrams"
  | "minQuantity"
  | "maxQuantity";

export type VariantDraft = {
  row: number;
  /** The SKU, or the option values joined by ` / `. */
  key: string;
  sku: string | null;
  barcode: string | null;
  /** Aligned with the product's options. */
  options: string[];
  /** Minor units of the market's currency. */
  price: number | null;
  stock: number | null;
  weightGrams: number | null;
  minQuantity: number | null;
  maxQuantity: number | null;
  picture: string | null;
};

/** `failed`: the row made nothing. `note`: it was read, but differently from what it says. */
export type RowProblem = {
  kind: "problem";
  row: number;
  code: string;
  message: string;
  severity: "failed" | "note";
};

export type LayoutName = "charsu" | "shopify" | "woocommerce";

/** The first item of every file: what it was recognized as. */
export type LayoutFound = { kind: "layout"; layout: LayoutName; row: number };

export type ImportItem = LayoutFound | ProductDraft | RowProblem;

/** A problem that ends the row. */
export const failed = (row: number, code: string, message: string): RowProblem => ({
  kind: "problem",
  row,
  code,
  message,
  severity: "failed",
});

/** Something understood differently from what the row says. */
export const note = (row: number, code: string, message: string): RowProblem => ({
  kind: "problem",
  row,
  code,
  message,
  severity: "note",
});
