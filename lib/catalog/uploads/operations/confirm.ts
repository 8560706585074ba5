import { eq, sql } from "drizzle-orm";
import { imports, uploads } from "@/db/schema";
import { AppError } from "@/lib/platform/errors";
import { isKept } from "@/lib/platform/private-files";
import { operation } from "@/lib/web/operation";
import { emptyTally } from "../../import/report";
import { uploadIdInput } from "../input";
import { lockUpload, uploadOf } from "../queries";
import { mayUndo } from "../rules";
import { uploadView } from "../views";
import { writes } from "./rights";

export const confirmUpload = operation({
  ...writes,
  name: "catalog.uploads.confirm",
  summary: "Writes what the preview of an uploaded file showed, in the background.",
  http: { method: "POST", path: "/api/products/bulk-upload/{id}/confirm", status: 202, errors: ["conflict"] },
  message: "The file is being written.",
  input: uploadIdInput,
  output: uploadView,
  run: async ({ input, tx, context, record }) => {
    const upload = await lockUpload(tx, input.id, context.say);
    if (upload.status !== "ready") throw new AppError("conflict", context.say("errors.upload_moved_on"));
    if (!upload.file || !(await isKept(upload.file))) {
      throw new AppError("conflict", context.say("errors.upload_file_gone"));
    }
    const [made] = await tx
      .insert(imports)
      .values({
        retailerId: upload.retailerId,
        fileName: upload.fileName,
        layout: upload.layout ?? "own",
        tally: emptyTally(),
        userId: sql`app_uid()`,
      })
      .returning({ id: imports.id });
    await tx
      .update(uploads)
      .set({
        status: "running",
        actsAs: sql`app_uid()`,
        importId: made!.id,
        tally: emptyTally(),
        problem: null,
        confirmedAt: sql`now()`,
      })
      .where(eq(uploads.id, upload.id));
    await record("upload.due", { uploadId: upload.id });
    return uploadOf(tx, upload.id, context.say);
  },
});

export const undoUpload = operation({
  ...writes,
  name: "catalog.uploads.undo",
  summary:
    "Takes back what an upload wrote, in the background: puts back what it changed, removes what it made unless it was ordered.",
  http: { method: "POST", path: "/api/products/bulk-upload/{id}/undo", status: 202, errors: ["conflict"] },
  message: "The upload is being undone.",
  input: uploadIdInput,
  output: uploadView,
  run: async ({ input, tx, context, record }) => {
    const upload = await lockUpload(tx, input.id, context.say);
    if (!mayUndo(upload.status, upload.confirmedAt !== null)) {
      throw new AppError("conflict", context.say("errors.upload_moved_on"));
    }
    await tx
      .update(uploads)
      .set({
        status: "undoing",
        actsAs: sql`app_uid()`,
        undone: { removed: 0, restored: 0, kept: 0 },
        undoneAt: sql`now()`,
      })
      .where(eq(uploads.id, upload.id));
    await record("upload.due", { uploadId: upload.id });
    return uploadOf(tx, upload.id, context.say);
  },
});
