import { eq } from "drizzle-orm";
import { uploads } from "@/db/schema";
import { AppError } from "@/lib/platform/errors";
import { isKept, privateFile } from "@/lib/platform/private-files";
import { operation } from "@/lib/web/operation";
import { uploadIdInput } from "../input";
import { resultFileView } from "../views";
import { reads } from "./rights";

const types = {
  csv: "text/csv",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;

export const downloadUploadResult = operation({
  ...reads,
  name: "catalog.uploads.result",
  summary: "The file that was brought, with one more column: what came of each row.",
  http: { method: "GET", path: "/api/products/bulk-upload/{id}/result", sendsFile: true },
  message: "The file.",
  input: uploadIdInput,
  output: resultFileView,
  run: async ({ input, tx, context }) => {
    const { fileName, result, sheets } = uploads;
    const [upload] = await tx.select({ fileName, result, sheets }).from(uploads).where(eq(uploads.id, input.id));
    if (!upload?.result || !(await isKept(upload.result))) {
      throw new AppError("not_found", context.say("errors.not_found"));
    }
    const kind = upload.sheets.some(({ name }) => name !== "") ? "xlsx" : "csv";
    const base = upload.fileName.replace(/\.[^.]{1,5}$/, "");
    return {
      name: `${base}-${context.say("admin.uploads.result_file")}.${kind}`,
      type: types[kind],
      path: privateFile(upload.result),
    };
  },
});
