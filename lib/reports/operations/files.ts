import { writeCsv, writeXlsx } from "hucre";
import { fileName, fileRows } from "../rules/files";
import { type Table, type Telling, tablesOf } from "../rules/tables";
import type { CatalogFiguresView, DashboardView } from "../views";

type File = { name: string; type: string; body: string | Uint8Array<ArrayBuffer> };
type Given = { sales: DashboardView | null; catalog: CatalogFiguresView; telling: Telling };

/** Sheets are called by their tables; a spreadsheet takes 31 letters, and not these. */
const sheetName = (title: string) => title.replace(/[\\/?*[\]:]/g, " ").slice(0, 31);

function csvOf(table: Table): string {
  const rows = fileRows(table).map((row, index) =>
    row.map((value, place) =>
      index > 0 && typeof value === "number" && table.columns[place]?.kind === "money"
        ? value.toFixed(table.exponent)
        : value,
    ),
  );
  return writeCsv(rows, { bom: true });
}

/**
 * What a dashboard tells as a file: a table as CSV, or all of them as a workbook with a sheet for each.
 * @param key the table; all of them without one
 * @returns null for a table that this dashboard does not have, and for all of them as CSV
 */
export async function dashboardFile(
  { sales, catalog, telling }: Given,
  format: "csv" | "xlsx",
  key?: string | undefined,
): Promise<File | null> {
  const tables = tablesOf(sales, catalog, telling).filter((table) => key === undefined || table.key === key);
  const name = fileName(key ?? "figures", catalog.scope.span, format);
  if (!tables.length || (format === "csv" && tables.length > 1)) return null;
  if (format === "csv") return { name, type: "text/csv; charset=utf-8", body: csvOf(tables[0]!) };
  const sheets = tables.map((table) => ({ name: sheetName(table.title), rows: fileRows(table) }));
  const body = new Uint8Array(await writeXlsx({ sheets }));
  return { name, type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", body };
}
