import { readCsv } from "./csv";
import { defaultLimits, type ImportLimits } from "./limits";
import { sniff, unsupported } from "./sniff";
import { type ImportFile, withFile } from "./source";
import { readXlsx } from "./xlsx";

/** A row as a spreadsheet numbers it (from 1), its cells as text; cells missing at the end are left out. */
export type SheetRow = { row: number; cells: string[] };

/**
 * The rows of a CSV or XLSX file, told apart by content. A workbook is read whole before the first row comes; CSV
 * streams. Throws ImportFileError for what cannot be read or costs more than `limits`.
 */
export function readSheet(file: ImportFile, limits: ImportLimits = defaultLimits): AsyncGenerator<SheetRow> {
  return withFile(file, limits.fileBytes, async function* (path, scratch) {
    const found = await sniff(path);
    if (found.kind === "json") throw unsupported("This is JSON.");
    if (found.kind === "xlsx") yield* readXlsx(path, scratch, limits);
    else yield* readCsv(path, found.encoding, limits);
  });
}
