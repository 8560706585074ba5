import { eq, sql } from "drizzle-orm";
import { uploadMappings, uploads } from "@/db/schema";
import { AppError } from "@/lib/platform/errors";
import { operation } from "@/lib/web/operation";
import { chooseUploadInput, uploadColumnsInput } from "../input";
import { lockUpload, uploadOf } from "../queries";
import { mayChoose } from "../rules";
import { columnsAt, shapeOf } from "../shape";
import { uploadColumnsView, uploadView } from "../views";
import { reads, writes } from "./rights";

export const readUploadColumns = operation({
  ...reads,
  name: "catalog.uploads.columns",
  summary: "The columns of an uploaded file with what stands in them and what each probably means.",
  http: { method: "GET", path: "/api/products/bulk-upload/{id}/columns" },
  message: "Columns.",
  input: uploadColumnsInput,
  output: uploadColumnsView,
  run: async ({ input, tx, context }) => {
    const [upload] = await tx.select().from(uploads).where(eq(uploads.id, input.id));
    if (!upload) throw new AppError("not_found", context.say("errors.not_found"));
    return columnsAt(upload, input.sheet, input.headerRow);
  },
});

export const chooseUpload = operation({
  ...writes,
  name: "catalog.uploads.choose",
  summary:
    "Says what the columns of an uploaded file mean, which sheet is read, and what an empty cell means; it is read anew.",
  http: { method: "PATCH", path: "/api/products/bulk-upload/{id}", errors: ["conflict"] },
  message: "The file is being read.",
  input: chooseUploadInput,
  output: uploadView,
  run: async ({ input, tx, context, record }) => {
    const upload = await lockUpload(tx, input.id, context.say);
    if (!mayChoose(upload.status)) throw new AppError("conflict", context.say("errors.upload_moved_on"));
    const { sheet = upload.sheet, emptyCells, columns, headerRow = 0 } = input;
    const start = upload.sheets[sheet];
    if (columns && !start) throw new AppError("not_found", context.say("errors.not_found"));
    if (columns && start) {
      const remembered = { columns, updatedAt: sql`now()` };
      await tx
        .insert(uploadMappings)
        .values({ retailerId: upload.retailerId, shape: shapeOf(start, headerRow), columns })
        .onConflictDoUpdate({ target: [uploadMappings.retailerId, uploadMappings.shape], set: remembered });
    }
    await tx
      .update(uploads)
      .set({
        status: "reading",
        actsAs: sql`app_uid()`,
        problem: null,
        ...(emptyCells && { clearEmpty: emptyCells === "clear" }),
        ...(columns && { sheet, layout: "own" as const, headerRow, columns: { row: headerRow, columns } }),
      })
      .where(eq(uploads.id, upload.id));
    await record("upload.due", { uploadId: upload.id });
    return uploadOf(tx, upload.id, context.say);
  },
});
