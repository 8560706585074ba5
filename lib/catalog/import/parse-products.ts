import { buildProduct } from "./build-product";
import type { FileContext } from "./build-variant";
import { type Cells, cellReader } from "./cells";
import { clearedBy } from "./cleared";
import { failed, type ImportItem, type LayoutName, note, type ProductDraft, type RowProblem } from "./draft";
import { ImportFileError } from "./errors";
import type { FlatRow } from "./flat-row";
import { groupWooRows } from "./group-woocommerce";
import { columnName, findHeader, type Header, headerWithin } from "./header";
import { continued, readCharsuRow } from "./layouts/charsu";
import { charsuColumns } from "./layouts/charsu-columns";
import { readShopifyRow } from "./layouts/shopify";
import { readWooRow } from "./layouts/woocommerce";
import type { ImportLimits } from "./limits";
import { readSheet, type SheetRow } from "./sheet";
import type { ImportFile } from "./source";

export type ParseOptions = {
  /** Digits after the decimal sign of the market's currency. */
  exponent: number;
  /** Take the file as this layout only. */
  layout?: LayoutName;
  /** Which columns mean what, when that is known already; row 0 when no row names them. */
  header?: Header;
  /** In columns that can be empty, an empty cell means that there is to be nothing; otherwise it leaves what is there. */
  clearEmpty?: boolean;
  /** Decides whether a sale price holds; now. */
  now?: Date;
};

/** More rows than any real product has; a file of one endless product must not be held in memory. */
const maxRowsPerProduct = 5_000;

const isBlank = ({ cells }: SheetRow) => cells.every((cell) => cell.trim() === "");

/** Marks what is wrong with a row whatever its layout. */
function checked<T extends FlatRow>(flat: T, cells: Cells, { cells: raw }: SheetRow, width: number): T {
  const error = cells.error();
  if (error) {
    flat.failure = { code: "cell_error", message: `The cell under “${error.column}” holds the error ${error.value}.` };
  }
  if (raw.slice(width).some((cell) => cell.trim() !== "")) {
    flat.notes.push({ code: "extra_cells", message: "The row has more cells than the header; the rest was left out." });
  }
  return flat;
}

async function* groupRows(rows: AsyncIterable<FlatRow>, file: FileContext): AsyncGenerator<ProductDraft | RowProblem> {
  let group: FlatRow[] = [];
  for await (const row of rows) {
    const first = group[0];
    if (first && (first.key !== row.key || first.identity !== row.identity)) {
      yield* buildProduct(group, file);
      group = [];
    }
    if (row.key === "")
      yield failed(row.row, row.failure?.code ?? "no_key", row.failure?.message ?? "The row has no key.");
    else if (group.length >= maxRowsPerProduct) {
      throw new ImportFileError("too_large", `“${row.key}” has more than ${maxRowsPerProduct} rows.`, row.row);
    } else group.push(row);
  }
  if (group.length > 0) yield* buildProduct(group, file);
}

function unknownColumns({ layout, names, row }: Header): RowProblem[] {
  const known = new Set<string>(charsuColumns.map(columnName));
  const unknown = names.filter(
    (name) => name !== "" && !known.has(name) && !/^option[4-6] (?:name|value)$|^weight kg$/.test(name),
  );
  if (layout !== "charsu" || unknown.length === 0) return [];
  return [
    note(row, "unknown_columns", `Columns that are not known were left out: ${unknown.slice(0, 30).join(", ")}.`),
  ];
}

/**
 * The products of a sheet in any known layout, one by one, after one `layout` item; every row that is not blank ends in a
 * draft's `rows` or in one failed problem. Throws ImportFileError when there is no known header in the first 20 rows.
 */
export async function* parseProducts(
  rows: AsyncIterable<SheetRow>,
  { exponent, layout, header: known, clearEmpty = false, now = new Date() }: ParseOptions,
): AsyncGenerator<ImportItem> {
  const start: SheetRow[] = [];
  const source = rows[Symbol.asyncIterator]();
  try {
    if (!known) {
      for (let next = await source.next(); !next.done; next = await source.next()) {
        start.push(next.value);
        if (next.value.row >= headerWithin) break;
      }
    }
    const header = known ?? findHeader(start, layout);
    yield { kind: "layout", layout: header.layout, row: header.row };
    yield* unknownColumns(header);
    const body = async function* () {
      yield* start.filter(({ row }) => row > header.row);
      for (let next = await source.next(); !next.done; next = await source.next()) {
        if (next.value.row > header.row) yield next.value;
      }
    };
    const read = cellReader(header.names);
    const width = header.names.length;
    const each = async function* <T>(make: (cells: Cells, row: SheetRow) => T) {
      for await (const row of body()) if (!isBlank(row)) yield make(read(row), row);
    };
    const clears = clearEmpty ? clearedBy(header) : new Set<never>();
    const file: FileContext = { exponent, clears, skus: new Map(), products: new Map() };
    if (header.layout === "woocommerce") {
      const wooRows = each((cells, row) => {
        const woo = readWooRow(cells, now);
        checked(woo.flat, cells, row, width);
        return woo;
      });
      yield* groupWooRows(wooRows, file);
    } else {
      const readRow = header.layout === "shopify" ? readShopifyRow : header.continues ? continued() : readCharsuRow;
      yield* groupRows(
        each((cells, row) => checked(readRow(cells), cells, row, width)),
        file,
      );
    }
  } finally {
    await source.return?.();
  }
}

/** `readSheet` and `parseProducts` in one. */
export function readProductFile(
  file: ImportFile,
  options: ParseOptions,
  limits?: ImportLimits,
): AsyncGenerator<ImportItem> {
  return parseProducts(readSheet(file, limits), options);
}
