import { and, eq, inArray, sql } from "drizzle-orm";
import { uploadMappings, uploadRows, uploads } from "@/db/schema";
import type { ProductDraft, RowProblem } from "../../import/draft";
import { ImportFileError } from "../../import/errors";
import { recognizeHeader } from "../../import/header";
import { uploadLimits } from "../../import/limits";
import { emptyTally, type ProductOutcome, type Tally } from "../../import/report";
import { surveySheets } from "../../import/sheet";
import { ProductWriter } from "../../import/write-batch";
import { sharedClaim } from "../../import/write-session";
import { shapesOf } from "../shape";
import { fileOf, itemsOf } from "./parse";
import { as, type Person, type Upload } from "./person";

/** Products that are compared together. */
const batchSize = 500;

type Recognized = Pick<Upload, "sheet" | "layout" | "headerRow" | "columns">;

/** What the sheets are: as somebody of the shop said of such a file before, or as a layout that is known. */
async function recognize(upload: Upload, person: Person): Promise<Recognized | null> {
  const shapes = upload.sheets.flatMap((sheet, index) => shapesOf(sheet).map((shape) => ({ ...shape, index })));
  const wanted = shapes.map(({ shape }) => shape);
  const known = await as(person, (tx) =>
    tx
      .select({ shape: uploadMappings.shape, columns: uploadMappings.columns })
      .from(uploadMappings)
      .where(and(eq(uploadMappings.retailerId, upload.retailerId), inArray(uploadMappings.shape, wanted))),
  );
  for (const { shape, row, index } of shapes) {
    const columns = known.find((each) => each.shape === shape)?.columns;
    if (columns) return { sheet: index, layout: "own", headerRow: row, columns: { row, columns } };
  }
  for (const [index, { rows }] of upload.sheets.entries()) {
    const header = recognizeHeader(rows);
    if (header) return { sheet: index, layout: header.layout, headerRow: header.row, columns: null };
  }
  return null;
}

/** Looks at the sheets once: nobody has chosen anything yet. */
async function survey(upload: Upload, person: Person): Promise<Upload | null> {
  const { sheets } = await surveySheets(fileOf(upload), uploadLimits);
  const first = sheets.findIndex(({ rows }) => rows.length > 0);
  if (first < 0) throw new ImportFileError("empty_file", "No sheet of the workbook has a row with something in it.");
  const found = await recognize({ ...upload, sheets }, person);
  const now = { sheets, ...(found ?? { sheet: first, status: "mapping" as const }) };
  await as(person, (tx) => tx.update(uploads).set(now).where(eq(uploads.id, upload.id)));
  return found ? { ...upload, ...now } : null;
}

type Row = typeof uploadRows.$inferInsert;

/** Rows of one batch, and their notes, which come after them. */
class Rows {
  readonly all = new Map<number, Row>();
  private readonly notes = new Map<number, string[]>();
  headerNote = "";

  constructor(
    private readonly upload: Upload,
    readonly tally: Tally,
  ) {}

  problem({ row, message, severity }: RowProblem): void {
    if (severity === "failed") this.add({ row, planned: "failed", message });
    else if (row === this.upload.headerRow) this.headerNote = message;
    else this.notes.set(row, [...(this.notes.get(row) ?? []), message]);
  }

  product(result: ProductOutcome): void {
    const { draft, outcome } = result;
    const productName = (outcome === "failed" ? draft.name : result.name) ?? "";
    for (const row of draft.rows) {
      this.add({
        row,
        planned: outcome,
        productKey: draft.key,
        productName,
        ...(outcome === "failed"
          ? { message: result.message }
          : { productId: result.productId || null, note: missingNote(result.missing) }),
      });
    }
  }

  take(): Row[] {
    for (const [row, notes] of this.notes) {
      const entry = this.all.get(row);
      if (entry) entry.note = [...notes, entry.note].filter(Boolean).join(" ");
    }
    const taken = [...this.all.values()];
    this.all.clear();
    this.notes.clear();
    return taken;
  }

  private add(row: Pick<Row, "row" | "planned"> & Partial<Row>): void {
    const { id: uploadId, retailerId } = this.upload;
    this.all.set(row.row, { uploadId, retailerId, ...row });
    this.tally[row.planned] += 1;
  }
}

/** What a shop's file names and the market does not have: it is left out, and said. */
export const missingNote = (missing: readonly string[]): string =>
  missing.length === 0
    ? ""
    : `The market has no ${missing.map((name) => `“${name}”`).join(" and no ")}; it was left out.`;

/** Writes down how each row would end, from the beginning: whatever a process left that ended half-way goes. */
export async function preview(given: Upload, person: Person): Promise<void> {
  const upload = given.sheets.length ? given : await survey(given, person);
  if (!upload) return;
  await as(person, (tx) => tx.delete(uploadRows).where(eq(uploadRows.uploadId, upload.id)));
  const tally = emptyTally();
  const rows = new Rows(upload, tally);
  const headerRow = { row: upload.headerRow };
  let drafts: ProductDraft[] = [];
  const flush = async () => {
    const batch = drafts;
    drafts = [];
    await as(person, async (tx) => {
      const retailer = { id: upload.retailerId, handle: "" };
      const session = { tx, retailer, makesReferences: false, claimShared: sharedClaim(tx) };
      const outcomes = batch.length ? await new ProductWriter(session).compare(batch, person.makesReferences) : [];
      for (const outcome of outcomes) rows.product(outcome);
      const taken = rows.take();
      if (taken.length) await insertRows(tx, taken);
    });
  };
  for await (const item of itemsOf(upload)) {
    if (item.kind === "layout") headerRow.row = item.row;
    else if (item.kind === "problem") rows.problem(item);
    else {
      // Notes about a product come after it: it is full when the next one begins.
      if (drafts.length >= batchSize || rows.all.size >= 2_000) await flush();
      drafts.push(item);
    }
  }
  await flush();
  const total = tally.created + tally.updated + tally.unchanged + tally.failed;
  if (total === 0) throw new ImportFileError("empty_file", "Below the names of its columns the sheet has no rows.");
  const problem = rows.headerNote ? { code: "unknown_columns", message: rows.headerNote } : null;
  await as(person, (tx) =>
    tx
      .update(uploads)
      .set({ status: "ready", planned: tally, rows: total, headerRow: headerRow.row, problem })
      .where(eq(uploads.id, upload.id)),
  );
}

async function insertRows(tx: Parameters<Parameters<typeof as>[1]>[0], rows: readonly Row[]): Promise<void> {
  const texts = rows.map(
    ({ row, planned, productKey = null, productName = null, productId = null, message, note }) => ({
      row,
      planned,
      key: productKey,
      name: productName,
      product: productId,
      message: message ?? "",
      note: note ?? "",
    }),
  );
  const { uploadId, retailerId } = rows[0]!;
  await tx.execute(sql`
    insert into upload_rows (upload_id, retailer_id, row, planned, product_key, product_name, product_id, message, note)
    select ${uploadId}, ${retailerId}, x.row, x.planned, x.key, x.name, x.product, x.message, x.note
    from jsonb_to_recordset(${JSON.stringify(texts).replaceAll("\\u0000", "")}::jsonb) as x (row integer, planned row_outcome, key text, name text,
      product integer, message text, note text)`);
}
