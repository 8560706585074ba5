import { and, asc, desc, eq, gt, inArray, lt, sql } from "drizzle-orm";
import * as z from "zod";
import { uploadChanges, uploadRows, uploads } from "@/db/schema";
import { decodeCursor, keysetPage, keysetPageOf } from "@/lib/platform/pages";
import { admin, productManager, supervisor } from "@/lib/web/actor";
import { operation } from "@/lib/web/operation";
import { uploadChangesInput, uploadIdInput, uploadRowsInput, uploadsInput } from "../input";
import { selectUploads, shopsFor, uploadOf, viewOf } from "../queries";
import { uploadChangeView, uploadRowView, uploadView } from "../views";
import { reads, writes } from "./rights";

const idAfter = (after: string | undefined) => {
  const key = decodeCursor(after)?.[1];
  return key === undefined || key < 0 || key > 2_147_483_647 ? undefined : key;
};

export const listUploads = operation({
  ...reads,
  name: "catalog.uploads.list",
  summary: "Files that were brought, newest first: a shop's own, or all for those who keep the catalog.",
  http: { method: "GET", path: "/api/admin/uploads" },
  message: "Uploads.",
  input: uploadsInput,
  output: keysetPage(uploadView),
  run: async ({ input, actor, tx }) => {
    const from = idAfter(input.after);
    const everywhere = [admin, productManager, supervisor].some((guard) => guard.holds(actor));
    const rows = await selectUploads(
      tx,
      and(
        everywhere ? undefined : inArray(uploads.retailerId, [...actor.shops]),
        input.status && eq(uploads.status, input.status),
        input.retailerId === undefined ? undefined : eq(uploads.retailerId, input.retailerId),
        from === undefined ? undefined : lt(uploads.id, from),
      ),
    )
      .orderBy(desc(uploads.id))
      .limit(input.pageSize + 1);
    return keysetPageOf(rows.map(viewOf), input.pageSize, ({ id }) => ["", id]);
  },
});

export const readUpload = operation({
  ...reads,
  name: "catalog.uploads.read",
  summary: "How far an upload is.",
  http: { method: "GET", path: "/api/products/bulk-upload/{id}" },
  message: "The upload.",
  input: uploadIdInput,
  output: uploadView,
  run: async ({ input, tx, context }) => uploadOf(tx, input.id, context.say),
});

/** A row that was worked on has its outcome; before, it is known how it would end. */
const ended = sql<
  "created" | "updated" | "unchanged" | "failed"
>`coalesce(${uploadRows.outcome}, ${uploadRows.planned})`;

export const listUploadRows = operation({
  ...reads,
  name: "catalog.uploads.rows",
  summary: "The rows of an uploaded file with how each ends, in the order of the file.",
  http: { method: "GET", path: "/api/products/bulk-upload/{id}/rows" },
  message: "Rows.",
  input: uploadRowsInput,
  output: keysetPage(uploadRowView),
  run: async ({ input, tx, context }) => {
    const { finishedAt } = await uploadOf(tx, input.id, context.say);
    const from = idAfter(input.after);
    const { outcome } = input;
    // While it is being written, rows are found by how they would end.
    const column = finishedAt ? uploadRows.outcome : uploadRows.planned;
    const rows = await tx
      .select({
        row: uploadRows.row,
        outcome: ended,
        done: sql<boolean>`${uploadRows.outcome} is not null`,
        key: uploadRows.productKey,
        name: uploadRows.productName,
        productId: uploadRows.productId,
        message: uploadRows.message,
        note: uploadRows.note,
      })
      .from(uploadRows)
      .where(
        and(
          eq(uploadRows.uploadId, input.id),
          outcome && eq(column, outcome),
          from === undefined ? undefined : gt(uploadRows.row, from),
        ),
      )
      .orderBy(asc(uploadRows.uploadId), asc(uploadRows.row))
      .limit(input.pageSize + 1);
    const views = rows.map(({ key, name, productId, ...row }) => ({
      ...row,
      product: key === null ? null : { key, name: name ?? "", id: productId },
    }));
    return keysetPageOf(views, input.pageSize, ({ row }) => ["", row]);
  },
});

export const listUploadChanges = operation({
  ...reads,
  name: "catalog.uploads.changes",
  summary: "The products that an upload made or changed, and what undoing it did to each.",
  http: { method: "GET", path: "/api/products/bulk-upload/{id}/changes" },
  message: "Products.",
  input: uploadChangesInput,
  output: keysetPage(uploadChangeView),
  run: async ({ input, tx, context }) => {
    await uploadOf(tx, input.id, context.say);
    const from = idAfter(input.after);
    const { productId, name, undone, reasons } = uploadChanges;
    const rows = await tx
      .select({ productId, name, undone, reasons })
      .from(uploadChanges)
      .where(
        and(
          eq(uploadChanges.uploadId, input.id),
          input.undone && eq(undone, input.undone),
          from === undefined ? undefined : gt(productId, from),
        ),
      )
      .orderBy(asc(productId))
      .limit(input.pageSize + 1);
    return keysetPageOf(rows, input.pageSize, (row) => ["", row.productId]);
  },
});

export const uploadShops = operation({
  ...writes,
  readOnly: true,
  name: "catalog.uploads.shops",
  summary: "The shops that somebody may bring files for.",
  message: "Shops.",
  input: z.object({}),
  output: z.array(z.object({ id: z.int(), name: z.string() })),
  run: async ({ actor, tx }) => shopsFor(tx, actor),
});
