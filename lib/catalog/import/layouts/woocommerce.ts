import { decodeEntities } from "@/lib/platform/text/clean-html";
import { type Cells, unguarded } from "../cells";
import type { ProductDraft } from "../draft";
import { categoryPath, emptyRow, type FlatRow, keyFromName, type Message } from "../flat-row";
import type { WeightUnit } from "../numbers";

type Attribute = { name: string; values: string[] };

/** A row of WooCommerce's export: a product by itself, a parent, or a variation of a parent. */
export type WooRow = {
  type: "simple" | "variable" | "variation";
  flat: FlatRow;
  /** What variations call it: its SKU and `id:` number. */
  names: string[];
  /** The name of its parent; `""` for the others. */
  parent: string;
  attributes: Attribute[];
  /** The stock is counted on the parent. */
  sharedStock: boolean;
};

const weightUnits: [string, WeightUnit][] = [
  ["weight (kg)", "kg"],
  ["weight (g)", "g"],
  ["weight (lbs)", "lb"],
  ["weight (oz)", "oz"],
];

/** A list with commas between its items; a comma inside one is written `\,`. */
export function splitList(text: string): string[] {
  return text
    .split(/(?<!\\),/)
    .map((item) => item.replace(/\\,/g, ",").trim())
    .filter(Boolean);
}

function readAttributes(cells: Cells): Attribute[] {
  const attributes: Attribute[] = [];
  for (let n = 1; cells.has(`attribute ${n} name`); n++) {
    const name = decodeEntities(cells.get(`attribute ${n} name`));
    const values = splitList(cells.get(`attribute ${n} value(s)`)).map(decodeEntities);
    if (name) attributes.push({ name, values });
  }
  return attributes;
}

/** The moment that a cell means; a bare day ends at its last millisecond when `end`. UTC, as the file has no zone. */
function moment(text: string, end: boolean): number | null {
  if (text === "") return null;
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text);
  const time = Date.parse(
    day
      ? `${text}T${end ? "23:59:59.999" : "00:00:00"}Z`
      : `${text.replace(" ", "T")}${/Z|[+-]\d\d:?\d\d$/.test(text) ? "" : "Z"}`,
  );
  return Number.isNaN(time) ? null : time;
}

function readPrice(cells: Cells, now: Date, notes: Message[]): string {
  const regular = unguarded(cells.get("regular price"));
  const sale = unguarded(cells.get("sale price"));
  if (sale === "") return regular;
  const starts = moment(cells.get("date sale price starts"), false) ?? Number.NEGATIVE_INFINITY;
  const ends = moment(cells.get("date sale price ends"), true) ?? Number.POSITIVE_INFINITY;
  if (now.getTime() < starts || now.getTime() > ends) return regular;
  if (regular !== "") notes.push({ code: "sale_price", message: `The sale price ${sale} is taken, not ${regular}.` });
  return sale;
}

function readStock(cells: Cells, notes: Message[]): string {
  const stock = unguarded(cells.get("stock"));
  if (stock !== "" && stock.toLowerCase() !== "parent") return stock;
  const inStock = cells.get("in stock?").toLowerCase();
  if (inStock === "0") return "0";
  if (inStock !== "" && stock === "") {
    notes.push({ code: "stock_not_counted", message: "The file counts no stock here, only that there is some." });
  }
  return "";
}

function readStatus(cells: Cells, notes: Message[]): ProductDraft["status"] {
  const published = unguarded(cells.get("published"));
  if (published === "") return null;
  if (published !== "1") return "draft";
  if (cells.get("visibility in catalog").toLowerCase() !== "hidden") return "published";
  notes.push({ code: "status", message: "Hidden from the catalog, so it is kept as a draft." });
  return "draft";
}

/** The export writes a newline as `\n`. */
const prose = (text: string) => text.replace(/(?<!\\)\\n/g, "\n").replace(/\\\\n/g, "\\n");

function readDescription(cells: Cells): string {
  const short = prose(unguarded(cells.get("short description")));
  const long = prose(unguarded(cells.get("description")));
  return short === long ? long : [short, long].filter(Boolean).join("\n\n");
}

/** Why rows of this type make no product; null when they do. */
function refuseType(types: string[]): Message | null {
  if (types.includes("grouped")) {
    return { code: "grouped", message: "A grouped product only lists others, which are imported by themselves." };
  }
  if (types.includes("external")) {
    return { code: "external", message: "An external product is sold on another site, so it cannot be sold here." };
  }
  const known = types.some((type) => type === "simple" || type === "variable" || type === "variation");
  return known ? null : { code: "type", message: `The type “${types.join(", ")}” is not known.` };
}

/**
 * One row of WooCommerce's product export. `now` decides whether a sale price holds.
 * Source: woocommerce.com/document/product-csv-importer-exporter.
 */
export function readWooRow(cells: Cells, now: Date): WooRow {
  const notes: Message[] = [];
  const types = splitList(cells.get("type").toLowerCase());
  const type = types.includes("variation") ? "variation" : types.includes("variable") ? "variable" : "simple";
  const id = cells.get("id");
  const sku = unguarded(cells.get("sku"));
  const name = decodeEntities(unguarded(cells.get("name")));
  const [header, weightUnit] = weightUnits.find(([column]) => cells.has(column)) ?? ["weight (kg)", "kg" as const];
  const category = splitList(cells.get("categories"))[0] ?? "";
  const ownVariant = type !== "variable";
  if (types.includes("virtual") || types.includes("downloadable")) {
    notes.push({ code: "virtual", message: "A virtual or downloadable product is read as an ordinary one." });
  }
  const flat: FlatRow = {
    ...emptyRow(cells.row, sku || (id ? `id:${id}` : keyFromName(name))),
    name: type === "variation" ? "" : name,
    description: type === "variation" ? "" : readDescription(cells),
    brand: decodeEntities(splitList(cells.get("brands", "brand"))[0] ?? ""),
    category: categoryPath(decodeEntities(category)),
    status: type === "variation" ? null : readStatus(cells, notes),
    sku: ownVariant ? sku : "",
    barcode: ownVariant ? unguarded(cells.get("gtin, upc, ean, or isbn")) : "",
    price: ownVariant ? readPrice(cells, now, notes) : "",
    stock: ownVariant ? readStock(cells, notes) : "",
    weight: unguarded(cells.get(header)),
    weightUnit,
    maxQuantity: cells.get("sold individually?") === "1" ? "1" : "",
    notes,
    failure: refuseType(types),
  };
  const images = splitList(cells.get("images"));
  if (type === "variation") flat.variantPicture = images[0] ?? "";
  else flat.pictures = images.map((url) => ({ url, alt: "", position: null }));
  const parent = type === "variation" ? unguarded(cells.get("parent")) : "";
  flat.failure ??= flat.key === "" ? { code: "no_key", message: "The row has no ID, no SKU and no name." } : null;
  if (type === "variation" && parent === "") {
    flat.failure ??= { code: "no_parent", message: "The variation does not name its parent." };
  }
  return {
    type,
    flat,
    names: [sku, id && `id:${id}`].filter(Boolean),
    parent,
    attributes: readAttributes(cells),
    sharedStock: unguarded(cells.get("stock")).toLowerCase() === "parent",
  };
}
