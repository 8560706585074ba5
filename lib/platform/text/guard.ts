/** A number as it is typed: nothing that a spreadsheet would work out. */
const plainNumber = /^[+-]?\d+(?:[.,]\d+)*$/;

/**
 * A cell of an export that a spreadsheet takes as text: one that begins with = + - @, a tab or a carriage return gets a
 * quote before it. Source: OWASP, CSV injection.
 */
export const guarded = (cell: string): string =>
  /^[=+\-@\t\r]/.test(cell) && !plainNumber.test(cell) ? `'${cell}` : cell;

/** A cell as it stands in a CSV file of this delimiter. */
export const csvCell = (cell: string, delimiter = ","): string =>
  cell.includes('"') || cell.includes(delimiter) || /[\r\n]|^\s|\s$/.test(cell)
    ? `"${cell.replaceAll('"', '""')}"`
    : cell;
