import { eq, sql } from "drizzle-orm";
import { retailers, uploads } from "@/db/schema";
import { AppError } from "@/lib/platform/errors";
import { forgetFile, keepFile, privateFile } from "@/lib/platform/private-files";
import { operation } from "@/lib/web/operation";
import { uploadLimits } from "../../import/limits";
import { fileError } from "../../import/operation-errors";
import { sniff, unsupported } from "../../import/sniff";
import { limited } from "../../import/source";
import { receiveUploadInput } from "../input";
import { keeps, uploadOf } from "../queries";
import { uploadView } from "../views";
import { writes } from "./rights";

/** Keeps what comes in, as long as it is of a kind and size that can be read. */
async function keep(file: AsyncIterable<Uint8Array>): Promise<{ name: string; bytes: number }> {
  try {
    const kept = await keepFile(limited(file, uploadLimits.fileBytes));
    try {
      const found = await sniff(privateFile(kept.name));
      if (found.kind === "json") throw unsupported("This is JSON.");
      return kept;
    } catch (error) {
      await forgetFile(kept.name);
      throw error;
    }
  } catch (error) {
    throw fileError(error);
  }
}

export const receiveUpload = operation({
  ...writes,
  name: "catalog.uploads.receive",
  summary:
    "Takes a CSV or XLSX file for a shop. It is read in the background; nothing is written before it is confirmed.",
  http: {
    method: "POST",
    path: "/api/products/bulk-upload",
    status: 202,
    takes: { field: "file", name: "fileName" },
    errors: ["not_found", "too_large", "unsupported_media_type"],
  },
  message: "The file is being read.",
  input: receiveUploadInput,
  output: uploadView,
  prepare: async ({ input, actor, context }) => {
    if (!keeps(actor, input.retailerId)) throw new AppError("not_found", context.say("errors.not_found"));
    return keep(input.file as AsyncIterable<Uint8Array>);
  },
  run: async ({ input, prepared, tx, context, record }) => {
    const [shop] = await tx.select({ id: retailers.id }).from(retailers).where(eq(retailers.id, input.retailerId));
    if (!shop) throw new AppError("not_found", context.say("errors.not_found"));
    const [made] = await tx
      .insert(uploads)
      .values({
        retailerId: shop.id,
        userId: sql`app_uid()`,
        actsAs: sql`app_uid()`,
        fileName: input.fileName,
        file: prepared.name,
        bytes: prepared.bytes,
        clearEmpty: input.emptyCells === "clear",
      })
      .returning({ id: uploads.id });
    await record("upload.due", { uploadId: made!.id });
    return uploadOf(tx, made!.id, context.say);
  },
});
