import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { CsvError, parse } from "csv-parse";
import { detectDelimiter } from "./delimiter";
import { readText } from "./encoding";
import { ImportFileError } from "./errors";
import type { ImportLimits } from "./limits";
import type { SheetRow } from "./sheet";

const quoteCodes = new Set(["CSV_QUOTE_NOT_CLOSED", "CSV_INVALID_CLOSING_QUOTE", "INVALID_OPENING_QUOTE"]);

function explain(error: unknown, row: number, limits: ImportLimits): unknown {
  if (!(error instanceof CsvError)) return error;
  if (error.code === "CSV_MAX_RECORD_SIZE") {
    const size = limits.rowCharacters.toLocaleString("en");
    return new ImportFileError(
      "broken_quotes",
      `Row ${row} has more than ${size} characters; probably a quote (") in it is never closed.`,
      row,
    );
  }
  if (!quoteCodes.has(error.code)) return new ImportFileError("unreadable", `Row ${row} cannot be read.`, row);
  const why = error.code === "CSV_QUOTE_NOT_CLOSED" ? "is never closed" : "stands where none may stand";
  return new ImportFileError(
    "broken_quotes",
    `In row ${row} a quote (") ${why}. A cell that holds quotes needs quotes around it and each inner one doubled.`,
    row,
  );
}

/** Collects text until `length` characters, then hands on everything. */
async function peek(
  text: AsyncGenerator<string>,
  length: number,
): Promise<{ start: string; all: AsyncGenerator<string> }> {
  const pieces: string[] = [];
  let size = 0;
  while (size < length) {
    const next = await text.next();
    if (next.done) break;
    pieces.push(next.value);
    size += next.value.length;
  }
  const start = pieces.join("");
  return {
    start,
    all: (async function* () {
      if (start) yield start;
      yield* text;
    })(),
  };
}

/** A row with the characters that it was read from, and how the file parts its cells and lines. */
export type CsvRecord = SheetRow & { raw: string; delimiter: string; ending: string };

/** The rows of a CSV file of any delimiter, numbered as a spreadsheet would; throws ImportFileError. */
export async function* readCsv(path: string, encoding: string | null, limits: ImportLimits): AsyncGenerator<SheetRow> {
  for await (const { row, cells } of readRecords(path, encoding, limits)) yield { row, cells };
}

/** As `readCsv`, with what each row was read from. */
export async function* readRecords(
  path: string,
  encoding: string | null,
  limits: ImportLimits,
): AsyncGenerator<CsvRecord> {
  const { start, all } = await peek(readText(path, encoding), 64 * 1024);
  const delimiter = detectDelimiter(start.slice(0, 256 * 1024));
  const ending = /\r\n|\n|\r/.exec(start)?.[0] ?? "\n";
  const parser = parse({
    delimiter,
    raw: true,
    relax_column_count: true,
    record_delimiter: ["\r\n", "\n", "\r"],
    max_record_size: limits.rowCharacters,
    // Among the characters that trimming eats is the tab.
    trim: delimiter !== "\t",
  });
  const reading = pipeline(Readable.from(all), parser).catch(() => undefined);
  let row = 0;
  try {
    for await (const { record: cells, raw } of parser as AsyncIterable<{ record: string[]; raw: string }>) {
      row++;
      if (row === 1 && /^sep=.?$/i.test(cells.join(delimiter).trim())) continue;
      if (row > limits.rows) throw new ImportFileError("too_large", `The file has more than ${limits.rows} rows.`, row);
      if (cells.length > limits.columns) {
        throw new ImportFileError("too_large", `Row ${row} has more than ${limits.columns} columns.`, row);
      }
      yield { row, cells, raw: raw.replace(/[\r\n]+$/, ""), delimiter, ending };
    }
  } catch (error) {
    throw explain(error, Math.max(row, parser.info.records) + 1, limits);
  } finally {
    parser.destroy();
    await reading;
  }
}
