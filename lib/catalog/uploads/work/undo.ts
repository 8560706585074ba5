import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { uploadChanges, uploads } from "@/db/schema";
import { refusalOf } from "../../import/write-errors";
import { type StoredProduct, storedProducts } from "../../import/write-load";
import { as, type Person, type Upload } from "./person";
import { tell } from "./tell";
import { putBackProduct, type Undone } from "./undo-write";

/** Products that are put back together. */
const batchSize = 100;

type Change = { productId: number; before: StoredProduct | null; after: StoredProduct | null };

/** Puts a batch of products back, in id order, with what became of each, in one transaction. */
async function undoBatch(tx: Database, upload: Upload): Promise<number> {
  const changes = (await tx
    .select({ productId: uploadChanges.productId, before: uploadChanges.before, after: uploadChanges.after })
    .from(uploadChanges)
    .where(and(eq(uploadChanges.uploadId, upload.id), isNull(uploadChanges.undone)))
    .orderBy(asc(uploadChanges.productId))
    .limit(batchSize)) as Change[];
  if (!changes.length) return 0;
  const ids = changes.map(({ productId }) => productId);
  const list = sql`${sql.param(ids)}::integer[]`;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('charsu.import'), ${upload.retailerId})`);
  await tx.execute(sql`select from products where id = any(${list}) order by id for update`);
  await tx.execute(sql`select from variants where product_id = any(${list}) order by id for update`);
  await tx.execute(sql`select set_config('app.stock_reason', 'import', true),
    set_config('app.stock_reference', ${String(upload.importId)}, true), set_config('app.stock_note', 'undo', true)`);
  const now = new Map((await storedProducts(tx, sql`select unnest(${list})`)).map((each) => [each.id, each]));
  const variantIds = [...now.values()].flatMap(({ variants }) => variants.map(({ id }) => id));
  const asked = await tx.execute<{ id: number }>(
    sql`select ordered_variants(${sql.param(variantIds)}::integer[]) as id`,
  );
  const ordered = new Set(asked.rows.map(({ id }) => id));
  const tally = { ...(upload.undone ?? { removed: 0, restored: 0, kept: 0 }) };
  const ended: (Undone & { productId: number })[] = [];
  const made = changes.filter((change) => isMade(change, now.get(change.productId), ordered));
  const removed = new Set(await removeAll(tx, made));
  for (const change of changes) {
    const undone: Undone = removed.has(change.productId)
      ? { undone: "removed", reasons: [] }
      : await undoOne(tx, upload, change, now.get(change.productId), ordered);
    tally[undone.undone] += 1;
    ended.push({ productId: change.productId, ...undone });
  }
  await tx.execute(sql`
    update upload_changes c set undone = x.undone, reasons = x.reasons
    from jsonb_to_recordset(${JSON.stringify(ended)}::jsonb) as x ("productId" integer, undone text, reasons text[])
    where c.upload_id = ${upload.id} and c.product_id = x."productId" and c.undone is null`);
  await tx.update(uploads).set({ undone: tally }).where(eq(uploads.id, upload.id));
  await tell(tx, "catalog.imported", { retailerId: upload.retailerId, productIds: ids });
  upload.undone = tally;
  return changes.length;
}

/** Made by the upload, still there, and never ordered. */
const isMade = ({ before }: Change, now: StoredProduct | undefined, ordered: ReadonlySet<number>): boolean =>
  !before && now !== undefined && !now.variants.some(({ id }) => ordered.has(id));

/** All at once; none when the database refuses one of them. */
async function removeAll(tx: Database, made: readonly Change[]): Promise<number[]> {
  const ids = made.map(({ productId }) => productId);
  await tx.execute(sql`savepoint all_products`);
  try {
    await tx.execute(sql`delete from products where id = any(${sql.param(ids)}::integer[])`);
    await tx.execute(sql`release savepoint all_products`);
    return ids;
  } catch (error) {
    if (refusalOf(error) === null) throw error;
    await tx.execute(sql`rollback to savepoint all_products`);
    return [];
  }
}

/** One product by itself: what the database refuses of it leaves the others alone. */
async function undoOne(
  tx: Database,
  upload: Upload,
  { productId, before, after }: Change,
  now: StoredProduct | undefined,
  ordered: ReadonlySet<number>,
): Promise<Undone> {
  if (!now) return { undone: before ? "kept" : "removed", reasons: before ? ["The product was removed since."] : [] };
  if (!before && now.variants.some(({ id }) => ordered.has(id))) {
    return { undone: "kept", reasons: ["It was ordered since."] };
  }
  await tx.execute(sql`savepoint one_product`);
  try {
    const undone = before
      ? await putBackProduct(tx, upload, { before, after: after ?? before, now }, ordered)
      : await removeProduct(tx, productId);
    await tx.execute(sql`release savepoint one_product`);
    return undone;
  } catch (error) {
    const reason = refusalOf(error);
    if (reason === null) throw error;
    await tx.execute(sql`rollback to savepoint one_product`);
    return { undone: "kept", reasons: [reason] };
  }
}

async function removeProduct(tx: Database, productId: number): Promise<Undone> {
  await tx.execute(sql`delete from products where id = ${productId}`);
  return { undone: "removed", reasons: [] };
}

/** Takes back what an upload wrote, from where it was left. */
export async function undo(given: Upload, person: Person): Promise<void> {
  const upload = { ...given };
  for (;;) {
    // The tally of a try that is rolled back counts nothing.
    const before = upload.undone;
    const count = await as(person, async (tx) => {
      upload.undone = before;
      return undoBatch(tx, upload);
    });
    if (count === 0) break;
  }
  await as(person, async (tx) => {
    await tx.update(uploads).set({ status: "undone", undoneAt: sql`now()` }).where(eq(uploads.id, upload.id));
    await tell(tx, "upload.finished", { uploadId: upload.id, userId: person.userId, end: "undone" });
  });
}
