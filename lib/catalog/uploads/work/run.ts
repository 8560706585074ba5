import { eq, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { imports, retailers, uploads } from "@/db/schema";
import type { ProductDraft } from "../../import/draft";
import { emptyTally, type ProductOutcome, type Tally } from "../../import/report";
import { ProductWriter } from "../../import/write-batch";
import { storedProducts } from "../../import/write-load";
import { openSession } from "../../import/write-session";
import { itemsOf } from "./parse";
import { as, type Person, type Upload } from "./person";
import { missingNote } from "./preview";
import { makeResult } from "./result";
import { tell } from "./tell";

/** Products that are written together, in one transaction with how their rows ended. */
const batchSize = 200;

type Ended = {
  row: number;
  outcome: ProductOutcome["outcome"];
  product: number | null;
  message: string;
  missing: string;
};
type Batch = { drafts: ProductDraft[]; failed: Ended[] };

/** The rows that ended already: what was written is never written again. */
async function endedRows(upload: Upload, person: Person): Promise<Set<number>> {
  const { rows } = await as(person, (tx) =>
    tx.execute<{ ended: number[] | null }>(
      sql`select array_agg(row) as ended from upload_rows where upload_id = ${upload.id} and outcome is not null`,
    ),
  );
  return new Set(rows[0]?.ended ?? []);
}

const endedBy = (result: ProductOutcome): Ended[] =>
  result.draft.rows.map((row) => ({
    row,
    outcome: result.outcome,
    product: result.outcome === "failed" ? null : result.productId,
    message: result.outcome === "failed" ? result.message : "",
    missing: result.outcome === "failed" ? "" : missingNote(result.missing),
  }));

/** Every row ends once, or the batch does not happen. */
async function endRows(tx: Database, upload: Upload, ended: readonly Ended[]): Promise<void> {
  const { rowCount } = await tx.execute(sql`
    update upload_rows r set outcome = x.outcome, message = x.message, product_id = coalesce(x.product, r.product_id),
      note = case when x.missing = '' or position(x.missing in r.note) > 0 then r.note else concat_ws(' ', nullif(r.note, ''), x.missing) end
    from jsonb_to_recordset(${JSON.stringify(ended)}::jsonb) as x (row integer, outcome row_outcome, product integer, message text, missing text)
    where r.upload_id = ${upload.id} and r.row = x.row and r.outcome is null`);
  if (rowCount !== ended.length)
    throw new Error(`Upload ${upload.id}: ${ended.length} rows end, ${rowCount} were open.`);
}

/** Keeps how each product stood before and after. One that comes twice keeps how it stood before the first time. */
async function keepChanges(tx: Database, upload: Upload, outcomes: readonly ProductOutcome[]): Promise<number[]> {
  const changed = outcomes.flatMap((each) => (each.outcome === "created" || each.outcome === "updated" ? [each] : []));
  const ids = [...new Set(changed.map(({ productId }) => productId))];
  if (!ids.length) return ids;
  const stored = await storedProducts(tx, sql`select unnest(${sql.param(ids)}::integer[])`);
  const after = new Map(stored.map((product) => [product.id, product]));
  const changes = changed.map(({ productId, name, before, outcome }) => ({
    productId,
    name,
    before,
    after: outcome === "created" ? null : after.get(productId),
  }));
  const firsts = changes.filter(
    ({ productId }, index) => changes.findIndex((each) => each.productId === productId) === index,
  );
  await tx.execute(sql`
    insert into upload_changes (upload_id, retailer_id, product_id, name, before, after)
    select ${upload.id}, ${upload.retailerId}, x."productId", x.name, nullif(x.before, 'null'), nullif(x.after, 'null')
    from jsonb_to_recordset(${JSON.stringify(firsts)}::jsonb) as x ("productId" integer, name text, before jsonb, after jsonb)
    on conflict (upload_id, product_id) do update
      set after = case when upload_changes.before is null then null else excluded.after end`);
  return ids;
}

/** A batch and everything that is to be known of it, in one transaction: it happened, or it did not. */
async function write(
  upload: Upload,
  person: Person,
  retailer: { id: number; handle: string },
  batch: Batch,
  tally: Tally,
) {
  return as(person, async (tx) => {
    const session = await openSession(tx, retailer, person.makesReferences);
    await tx.execute(sql`select set_config('app.stock_reason', 'import', true),
      set_config('app.stock_reference', ${String(upload.importId)}, true)`);
    const writer = new ProductWriter(session);
    const outcomes = await writer.write(batch.drafts);
    const ended = [...batch.failed, ...outcomes.flatMap(endedBy)];
    await endRows(tx, upload, ended);
    const productIds = await keepChanges(tx, upload, outcomes);
    const now = { ...tally };
    for (const { outcome } of ended) now[outcome] += 1;
    await tx.update(uploads).set({ tally: now }).where(eq(uploads.id, upload.id));
    if (writer.categories.made > 0) await tell(tx, "categories.changed", {});
    if (productIds.length) await tell(tx, "catalog.imported", { retailerId: upload.retailerId, productIds });
    return now;
  });
}

/** Writes what the file says, from where it was left. */
export async function run(upload: Upload, person: Person): Promise<void> {
  const done = await endedRows(upload, person);
  const [retailer] = await as(person, (tx) =>
    tx
      .select({ id: retailers.id, handle: retailers.handle })
      .from(retailers)
      .where(eq(retailers.id, upload.retailerId)),
  );
  let tally = upload.tally ?? emptyTally();
  let batch: Batch = { drafts: [], failed: [] };
  const flush = async () => {
    const full = batch;
    batch = { drafts: [], failed: [] };
    if (full.drafts.length + full.failed.length) tally = await write(upload, person, retailer!, full, tally);
  };
  for await (const item of itemsOf(upload)) {
    if (item.kind === "product") {
      if (!item.rows.some((row) => done.has(row))) batch.drafts.push(item);
    } else if (item.kind === "problem" && item.severity === "failed" && !done.has(item.row)) {
      batch.failed.push({ row: item.row, outcome: "failed", product: null, message: item.message, missing: "" });
    }
    if (batch.drafts.length >= batchSize || batch.failed.length >= 2_000) await flush();
  }
  await flush();
  const result = await makeResult(upload, person);
  await as(person, async (tx) => {
    await tx.update(uploads).set({ status: "done", result, finishedAt: sql`now()` }).where(eq(uploads.id, upload.id));
    await tx
      .update(imports)
      .set({ tally })
      .where(eq(imports.id, upload.importId ?? 0));
    await tell(tx, "upload.finished", { uploadId: upload.id, userId: person.userId, end: "done" });
  });
}
