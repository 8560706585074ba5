import { createHash } from "node:crypto";
import type { uploads } from "@/db/schema";
import { columnName, headerWithin } from "../import/header";
import type { SheetStart } from "../import/sheet";
import { suggestColumns, uploadFields } from "./rules";
import type { UploadColumnsView } from "./views";

const widthOf = ({ rows }: SheetStart): number => Math.max(0, ...rows.map(({ cells }) => cells.length));

/**
 * What files of the same kind have in common: the names of the columns in their order, or how many there are where no
 * row names them.
 */
export function shapeOf(sheet: SheetStart, headerRow: number): string {
  const header = sheet.rows.find(({ row }) => row === headerRow);
  const said = header ? header.cells.map(columnName) : widthOf(sheet);
  return createHash("sha256").update(JSON.stringify(said)).digest("hex");
}

/** The rows that may name columns, and 0 for none, with the shape that the sheet has then. */
export const shapesOf = (sheet: SheetStart): { row: number; shape: string }[] =>
  [...sheet.rows.filter(({ row }) => row <= headerWithin).map(({ row }) => row), 0].map((row) => ({
    row,
    shape: shapeOf(sheet, row),
  }));

const isWord = (text: string) =>
  /\p{L}/u.test(text) && text.length <= 60 && !/[.!?]\s/.test(text) && !/^https?:/.test(text);

/** The row that probably names the columns; 0 when none looks like it. */
export function probableHeader(sheet: SheetStart): number {
  const width = widthOf(sheet);
  for (const { row, cells } of sheet.rows) {
    if (row > headerWithin) break;
    const filled = cells.map((cell) => cell.trim()).filter(Boolean);
    const named = new Set(filled.map(columnName));
    const whole = filled.length >= Math.max(2, width * 0.6);
    if (whole && filled.every(isWord) && named.size === filled.length) return row;
    const suggested = suggestColumns(
      filled,
      filled.map(() => []),
    ).filter(Boolean).length;
    if (suggested >= 2) return row;
  }
  return 0;
}

/** The columns of an upload's sheet: as they were chosen, or as they probably are. */
export function columnsAt(
  upload: Pick<typeof uploads.$inferSelect, "sheets" | "sheet" | "columns" | "headerRow" | "layout">,
  askedSheet: number | undefined,
  askedRow: number | undefined,
): UploadColumnsView {
  const sheet = askedSheet ?? upload.sheet;
  const start = upload.sheets[sheet] ?? { name: "", rows: [] };
  const asItIs = askedSheet === undefined && askedRow === undefined;
  const headerRow = askedRow ?? (asItIs && upload.layout ? upload.headerRow : probableHeader(start));
  const header = start.rows.find(({ row }) => row === headerRow);
  const width = widthOf(start);
  const below = start.rows.filter(({ row }) => row > headerRow);
  const samples = Array.from({ length: width }, (_, index) => below.map(({ cells }) => (cells[index] ?? "").trim()));
  const names = header ? Array.from({ length: width }, (_, index) => (header.cells[index] ?? "").trim()) : null;
  const chosen = asItIs ? upload.columns?.columns : undefined;
  const fields = chosen ?? suggestColumns(names, samples);
  return {
    sheets: upload.sheets.map(({ name }) => name),
    sheet,
    headerRow: header ? headerRow : 0,
    columns: samples.map((cells, index) => ({
      name: names?.[index] ?? "",
      samples: cells.filter(Boolean).slice(0, 3),
      field: uploadFields.find((field) => field === fields[index]) ?? null,
    })),
  };
}
