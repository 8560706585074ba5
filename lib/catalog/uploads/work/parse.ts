import { env } from "@/lib/platform/env";
import { currencyExponent } from "@/lib/platform/money";
import { privateFile } from "@/lib/platform/private-files";
import type { ImportItem } from "../../import/draft";
import { columnName, recognizeHeader } from "../../import/header";
import { uploadLimits } from "../../import/limits";
import { parseProducts } from "../../import/parse-products";
import { readSheet } from "../../import/sheet";
import type { Upload } from "./person";

/** The kept file of an upload. */
export const fileOf = ({ file, fileName }: Pick<Upload, "file" | "fileName">) => ({
  name: fileName,
  path: privateFile(file ?? ""),
});

/**
 * What an upload's file says: the same however often it is read, whenever that is. Sale prices hold or not as of the
 * moment when the file was brought.
 */
export function itemsOf(upload: Upload): AsyncGenerator<ImportItem> {
  const { columns, layout } = upload;
  const start = upload.sheets[upload.sheet]?.rows ?? [];
  const header =
    layout === "own" && columns
      ? { layout: "charsu" as const, row: columns.row, names: columns.columns.map(columnName), continues: true }
      : recognizeHeader(start);
  if (!header) throw new Error(`Upload ${upload.id} has no header.`);
  // The survey cuts long rows short.
  const whole = layout === "own" ? { header } : { layout: header.layout };
  return parseProducts(readSheet(fileOf(upload), uploadLimits, upload.sheet), {
    exponent: currencyExponent(env.CHARSU_CURRENCY),
    clearEmpty: upload.clearEmpty,
    now: upload.createdAt,
    ...whole,
  });
}
