import type { ProductDraft } from "./draft";
import type { WeightUnit } from "./numbers";

/** A row of any layout, its texts not yet read as numbers; `""` = the file says nothing. */
export type FlatRow = {
  row: number;
  key: string;
  identity: ProductDraft["identity"];
  name: string;
  description: string;
  brand: string;
  category: string[] | null;
  status: ProductDraft["status"];
  /** By the position of the option's columns. */
  options: { name: string; value: string }[];
  sku: string;
  barcode: string;
  price: string;
  stock: string;
  weight: string;
  weightUnit: WeightUnit;
  minQuantity: string;
  maxQuantity: string;
  variantPicture: string;
  pictures: { url: string; alt: string; position: number | null }[];
  /** What was understood differently from what the row says. */
  notes: Message[];
  /** Why the row cannot be used. */
  failure: Message | null;
};

export type Message = { code: string; message: string };

/** A row that says nothing but where it stands and whose it is. */
export function emptyRow(row: number, key: string): FlatRow {
  return {
    row,
    key,
    identity: "key",
    name: "",
    description: "",
    brand: "",
    category: null,
    status: null,
    options: [],
    sku: "",
    barcode: "",
    price: "",
    stock: "",
    weight: "",
    weightUnit: "g",
    minQuantity: "",
    maxQuantity: "",
    variantPicture: "",
    pictures: [],
    notes: [],
    failure: null,
  };
}

/** `Clothing > Shirts` as names from the root; null when there is none. */
export function categoryPath(text: string): string[] | null {
  const names = text
    .split(">")
    .map((name) => name.trim().replace(/\s+/g, " "))
    .filter(Boolean);
  return names.length > 0 ? names : null;
}

/** A name as a key: lower case letters and digits of any script, joined by hyphens. */
export function keyFromName(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
}
