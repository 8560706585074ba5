import type { Cell, Table } from "./tables";

/** Text that a spreadsheet would take for a formula stands behind an apostrophe. Source: OWASP, CSV injection. */
export const plainText = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

/** A cell as a file holds it: numbers stay numbers. */
export const fileValue = ({ value }: Cell): string | number | null =>
  typeof value === "string" ? plainText(value) : value;

/** The name of a file: which table of which days, in letters that every system takes. */
export const fileName = (table: string, { from, to }: { from: string; to: string }, format: string): string =>
  `charsu-${table}-${from}-${to}.${format}`;

/** A table's cells with its heads first. */
export const fileRows = ({ columns, rows }: Table): (string | number | null)[][] => [
  // A file's percents are bare numbers.
  columns.map(({ head, kind }) => plainText(kind === "percent" ? `${head} (%)` : head)),
  ...rows.map((row) => row.map(fileValue)),
];
