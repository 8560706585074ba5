/** What one file may cost. Sizes in bytes, time in milliseconds. */
export type ImportLimits = {
  fileBytes: number;
  /** All parts of a workbook together, measured by inflating them, not by what the file declares. */
  unzippedBytes: number;
  /** Resident memory of the process that reads a workbook. */
  memoryBytes: number;
  milliseconds: number;
  rows: number;
  columns: number;
  /** Characters in one row; an unclosed quote ends here. */
  rowCharacters: number;
};

/** What a retailer's file may cost unless the caller says otherwise. */
export const defaultLimits: ImportLimits = {
  fileBytes: 64 * 1024 * 1024,
  unzippedBytes: 256 * 1024 * 1024,
  memoryBytes: 470 * 1024 * 1024,
  milliseconds: 9_000,
  rows: 200_000,
  columns: 1_000,
  rowCharacters: 2_000_000,
};

/** What a file may cost that is read in the background: little memory, and more time. */
export const uploadLimits: ImportLimits = {
  ...defaultLimits,
  memoryBytes: 290 * 1024 * 1024,
  milliseconds: 60_000,
};
