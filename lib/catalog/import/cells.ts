import type { SheetRow } from "./sheet";

const spreadsheetError = /^#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|SPILL!|CALC!|GETTING_DATA|BLOCKED!|FIELD!)$/;

/** A row's cells by column name, and what was wrong with those that were asked for. */
export type Cells = {
  row: number;
  /** The first of these columns that is not empty; `""` when all are. Names as `columnName` makes them. */
  get(...names: string[]): string;
  has(name: string): boolean;
  /** A spreadsheet error (`#REF!`) among the cells asked for so far. */
  error(): { column: string; value: string } | null;
};

/** Makes the reader of a header's rows; a name that comes twice means its first column. */
export function cellReader(names: string[]): (row: SheetRow) => Cells {
  const columns = new Map<string, number>();
  for (const [index, name] of names.entries()) if (name && !columns.has(name)) columns.set(name, index);
  return ({ row, cells }) => {
    let found: { column: string; value: string } | null = null;
    return {
      row,
      get: (...wanted) => {
        for (const column of wanted) {
          // What no text field and no database takes: control characters.
          const value = (cells[columns.get(column) ?? -1] ?? "").replace(/[^\P{Cc}\n\t\r]/gu, "").trim();
          if (spreadsheetError.test(value)) found ??= { column, value };
          if (value !== "") return value;
        }
        return "";
      },
      has: (name) => columns.has(name),
      error: () => found,
    };
  };
}

/** Undoes the quote that exports put before a cell that a spreadsheet would take for a formula. */
export const unguarded = (text: string) => text.replace(/^'(?=[=+\-@])/, "");
