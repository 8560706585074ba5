import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { and, asc, eq, gt } from "drizzle-orm";
import { uploadRows } from "@/db/schema";
import { translator } from "@/lib/platform/messages";
import { keepCopy } from "@/lib/platform/private-files";
import { writeCsvResults } from "../../import/csv-results";
import { uploadLimits } from "../../import/limits";
import { writeXlsxResults } from "../../import/xlsx";
import { fileOf } from "./parse";
import { as, type Person, type Upload } from "./person";

const pageSize = 5_000;

/** What stands in the new column, row by row in the order of the file. */
async function* resultsOf(upload: Upload, person: Person): AsyncGenerator<[row: number, text: string]> {
  const say = translator(person.locale);
  for (let after = 0; ; ) {
    const rows = await as(person, (tx) =>
      tx
        .select({
          row: uploadRows.row,
          outcome: uploadRows.outcome,
          message: uploadRows.message,
          note: uploadRows.note,
        })
        .from(uploadRows)
        .where(and(eq(uploadRows.uploadId, upload.id), gt(uploadRows.row, after)))
        .orderBy(asc(uploadRows.row))
        .limit(pageSize),
    );
    for (const { row, outcome, message, note } of rows) {
      const told = [message, note].filter(Boolean).join(" ");
      const word = outcome ? say(`admin.uploads.outcomes.${outcome}`) : "";
      yield [row, told ? `${word}: ${told}` : word];
    }
    const last = rows.at(-1);
    if (!last || rows.length < pageSize) return;
    after = last.row;
  }
}

/**
 * The file that was brought with one more column, kept; its name among the kept files. A workbook stays a workbook with
 * everything else in it, CSV keeps its delimiter and encoding.
 */
export async function makeResult(upload: Upload, person: Person): Promise<string> {
  const scratch = await mkdtemp(join(tmpdir(), "charsu-result-"));
  try {
    const { path: from } = fileOf(upload);
    const to = join(scratch, "result");
    const header = translator(person.locale)("admin.uploads.result_header");
    const given = { headerRow: upload.headerRow, header };
    if (upload.sheets.some(({ name }) => name !== "")) {
      const results = join(scratch, "results.jsonl");
      const lines = async function* () {
        for await (const each of resultsOf(upload, person)) yield `${JSON.stringify(each)}\n`;
      };
      await pipeline(Readable.from(lines()), createWriteStream(results));
      await writeXlsxResults({ from, to, results }, { ...given, sheet: upload.sheet }, uploadLimits);
    } else {
      await writeCsvResults({ from, to }, given, resultsOf(upload, person), uploadLimits);
    }
    return (await keepCopy(to)).name;
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
