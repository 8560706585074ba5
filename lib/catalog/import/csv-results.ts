import { createWriteStream } from "node:fs";
import { open } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import iconv from "iconv-lite";
import { csvCell, guarded } from "@/lib/platform/text/guard";
import { type CsvRecord, readRecords } from "./csv";
import { detectEncoding } from "./encoding";
import type { ImportLimits } from "./limits";
import { sniff } from "./sniff";

type Results = AsyncIterator<[row: number, text: string]>;

/** The text for one row after the other; null for a row without one. */
function inOrder(results: AsyncIterable<[row: number, text: string]>) {
  const source: Results = results[Symbol.asyncIterator]();
  let next: IteratorResult<[number, string]> | undefined;
  return async (row: number): Promise<string | null> => {
    next ??= await source.next();
    while (!next.done && next.value[0] < row) next = await source.next();
    return !next.done && next.value[0] === row ? next.value[1] : null;
  };
}

/** The row as it stood, or written anew where one of its cells would be worked out by a spreadsheet. */
function line({ raw, cells, delimiter, ending }: CsvRecord, more: string[]): string {
  const own = cells.every((cell) => guarded(cell) === cell)
    ? raw
    : cells.map((cell) => csvCell(guarded(cell), delimiter)).join(delimiter);
  return [own, ...more.map((cell) => csvCell(guarded(cell), delimiter))].join(delimiter) + ending;
}

/** The bytes at the beginning that say how a file is encoded. */
async function markOf(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer } = await file.read(Buffer.alloc(3), 0, 3, 0);
    const start = buffer.toString("latin1");
    return buffer.subarray(
      0,
      start === "\u00ef\u00bb\u00bf" ? 3 : /^(?:\u00ff\u00fe|\u00fe\u00ff)/.test(start) ? 2 : 0,
    );
  } finally {
    await file.close();
  }
}

/**
 * Writes the CSV file at `from` to `to` with one more column: delimiter, encoding and ends of lines stay. Rows keep
 * their characters, but for cells that a spreadsheet would take for a formula. Throws ImportFileError.
 * @param results what stands in the new column, in the order of the rows
 */
export async function writeCsvResults(
  paths: { from: string; to: string },
  given: { headerRow: number; header: string },
  results: AsyncIterable<[row: number, text: string]>,
  limits: ImportLimits,
): Promise<void> {
  const found = await sniff(paths.from);
  const told = found.kind === "text" ? found.encoding : null;
  const encoding = told ?? (await detectEncoding(paths.from));
  let width = 0;
  for await (const { cells } of readRecords(paths.from, encoding, limits)) width = Math.max(width, cells.length);
  const mark = await markOf(paths.from);
  const result = inOrder(results);
  const written = async function* () {
    yield mark;
    const encoder = iconv.getEncoder(encoding, { addBOM: false });
    for await (const record of readRecords(paths.from, encoding, limits)) {
      const text = record.row === given.headerRow ? given.header : await result(record.row);
      const empty = Array.from({ length: width - record.cells.length }, () => "");
      const bytes = encoder.write(text === null ? line(record, []) : line(record, [...empty, text]));
      if (bytes.length) yield bytes;
    }
    const rest = encoder.end();
    if (rest?.length) yield rest;
  };
  await pipeline(Readable.from(written()), createWriteStream(paths.to));
}
