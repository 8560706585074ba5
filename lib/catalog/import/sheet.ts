import { readCsv } from "./csv";
import { defaultLimits, type ImportLimits } from "./limits";
import { sniff, unsupported } from "./sniff";
import { type ImportFile, withFile } from "./source";
import { readXlsx, surveyXlsx } from "./xlsx";

/** A row as a spreadsheet numbers it (from 1), its cells as text; cells missing at the end are left out. */
export type SheetRow = { row: number; cells: string[] };

/**
 * The rows of a CSV file or of one sheet of an XLSX file, told apart by content. A workbook is read whole before the first row comes; CSV
 * streams. Throws ImportFileError for what cannot be read or costs more than `limits`.
 */
export function readSheet(file: ImportFile, limits: ImportLimits = defaultLimits, sheet = 0): AsyncGenerator<SheetRow> {
  return withFile(file, limits.fileBytes, async function* (path, scratch) {
    const found = await sniff(path);
    if (found.kind === "json") throw unsupported("This is JSON.");
    if (found.kind === "xlsx") yield* readXlsx(path, scratch, limits, sheet);
    else yield* readCsv(path, found.encoding, limits);
  });
}

/** How a sheet begins. */
export type SheetStart = { name: string; rows: SheetRow[] };

/** Rows of each sheet that a survey shows, and what it shows of a cell. */
const surveyed = { rows: 40, columns: 100, characters: 200 };

const shortened = ({ row, cells }: SheetRow): SheetRow => ({
  row,
  cells: cells.slice(0, surveyed.columns).map((cell) => cell.slice(0, surveyed.characters)),
});

/** The beginning of every sheet, up to 20 of them; a CSV file has one, without a name. Throws ImportFileError. */
export async function surveySheets(
  file: ImportFile,
  limits: ImportLimits = defaultLimits,
): Promise<{ kind: "csv" | "xlsx"; sheets: SheetStart[] }> {
  const starts: { kind: "csv" | "xlsx"; sheets: SheetStart[] } = { kind: "csv", sheets: [] };
  const read = withFile(file, limits.fileBytes, async function* (path, scratch) {
    const found = await sniff(path);
    if (found.kind === "json") throw unsupported("This is JSON.");
    if (found.kind === "xlsx") {
      starts.kind = "xlsx";
      yield* surveyXlsx(path, scratch, { ...limits, surveyedRows: surveyed.rows });
      return;
    }
    const rows: SheetRow[] = [];
    for await (const row of readCsv(path, found.encoding, limits)) {
      if (rows.push(row) === surveyed.rows) break;
    }
    yield { name: "", rows };
  });
  for await (const { name, rows } of read) starts.sheets.push({ name, rows: rows.map(shortened) });
  return starts;
}
