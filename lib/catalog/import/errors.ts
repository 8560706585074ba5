type ImportFileErrorCode =
  | "not_found"
  | "empty_file"
  | "too_large"
  | "timed_out"
  | "encrypted"
  | "unsupported_format"
  | "unreadable"
  | "broken_quotes"
  | "unknown_header";

/** The file as a whole cannot be read. `message` is written for the person who chose the file; `row` counts from 1. */
export class ImportFileError extends Error {
  constructor(
    readonly code: ImportFileErrorCode,
    message: string,
    readonly row: number | null = null,
  ) {
    super(message);
    this.name = "ImportFileError";
  }
}
