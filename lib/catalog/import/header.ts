import type { LayoutName } from "./draft";
import { ImportFileError } from "./errors";
import { charsuColumns } from "./layouts/charsu-columns";
import type { SheetRow } from "./sheet";

/** Header names are compared without case; spaces and underscores are the same. */
export const columnName = (text: string) =>
  text
    .replace(/[\s_\u00a0]+/g, " ")
    .trim()
    .toLowerCase();

export type Header = {
  layout: LayoutName;
  row: number;
  names: string[];
  /** A row that names no product goes on with the one above it. */
  continues?: boolean;
};

/** How many rows may stand before the header, itself included. */
export const headerWithin = 20;

const own = new Set<string>(charsuColumns.map(columnName));

/** The layout whose header these cells are, by the columns that only it has. */
function recognize(cells: string[]): LayoutName | null {
  const names = new Set(cells.map(columnName));
  const some = (...wanted: string[]) => wanted.some((name) => names.has(name));
  if (
    some("handle", "url handle") &&
    some("title", "body (html)", "variant price", "variant sku", "variant inventory qty")
  ) {
    return "shopify";
  }
  if (names.has("type") && some("name", "sku", "id") && some("regular price", "parent", "categories", "published")) {
    return "woocommerce";
  }
  const known = [...names].filter((name) => own.has(name));
  return some("handle", "name", "sku") && known.length >= 2 ? "charsu" : null;
}

/** The header of a known layout among a file's first rows; null when there is none. */
export function recognizeHeader(rows: readonly SheetRow[], wanted?: LayoutName): Header | null {
  for (const { row, cells } of rows) {
    const layout = row <= headerWithin ? recognize(cells) : null;
    if (layout && (!wanted || layout === wanted)) return { layout, row, names: cells.map(columnName) };
  }
  return null;
}

/**
 * The header among a file's first rows; title and blank rows may stand before it. Throws ImportFileError that names
 * what was found and what is known.
 */
export function findHeader(rows: SheetRow[], wanted?: LayoutName): Header {
  const header = recognizeHeader(rows, wanted);
  if (header) return header;
  const filled = ({ cells }: SheetRow) => cells.filter((cell) => cell.trim()).length;
  const widest = rows.reduce<SheetRow | null>((best, row) => (best && filled(best) >= filled(row) ? best : row), null);
  const found = (widest?.cells ?? []).map((cell) => cell.trim().slice(0, 40)).filter(Boolean);
  const shown = found.length > 0 ? `${found.slice(0, 12).join(", ")}${found.length > 12 ? ", …" : ""}` : "nothing";
  throw new ImportFileError(
    "unknown_header",
    `No row names columns that are known. Found: ${shown}. Known: Charsu's columns (${charsuColumns.slice(0, 5).join(", ")}, … with at least one of handle, name, sku), ` +
      "Shopify's product export (Handle, Title, Variant Price, …), WooCommerce's product export (ID, Type, SKU, Name, Regular price, …).",
    widest?.row ?? 1,
  );
}
