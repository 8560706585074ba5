import { drain } from "@/lib/relay/testing/queue";
import type { Context } from "@/lib/web/context";
import { csvOf } from "../../import/testing";
import { confirmUpload, undoUpload } from "../operations/confirm";
import { listUploadChanges, listUploadRows, readUpload } from "../operations/read";
import { receiveUpload } from "../operations/receive";

/** Bytes as a request brings them. */
export async function* stream(content: string | Uint8Array): AsyncGenerator<Uint8Array> {
  yield typeof content === "string" ? new TextEncoder().encode(content) : content;
}

type File = string | Uint8Array | string[][];
type Over = { fileName?: string; emptyCells?: "leave" | "clear" };

/** Brings a file as far as its preview. */
export async function bring(context: Context, retailerId: number, file: File, over: Over = {}) {
  const content = Array.isArray(file) ? csvOf(file) : file;
  const { id } = await receiveUpload.call(context, {
    retailerId,
    fileName: "products.csv",
    file: stream(content),
    ...over,
  });
  await drain();
  return readUpload.call(context, { id });
}

/** Confirms it and waits until it is written. */
export async function confirmed(context: Context, id: number) {
  await confirmUpload.call(context, { id });
  await drain();
  return readUpload.call(context, { id });
}

/** Undoes it and waits until it is undone. */
export async function undone(context: Context, id: number) {
  await undoUpload.call(context, { id });
  await drain();
  return readUpload.call(context, { id });
}

/** The rows as `row outcome message`, and what undoing kept. */
export async function rowsOf(context: Context, id: number): Promise<string[]> {
  const { items } = await listUploadRows.call(context, { id, pageSize: 100 });
  return items.map(({ row, outcome, message, note }) => [row, outcome, message, note].filter(Boolean).join(" "));
}

export async function keptOf(context: Context, id: number): Promise<string[]> {
  const { items } = await listUploadChanges.call(context, { id, undone: "kept", pageSize: 100 });
  return items.flatMap(({ name, reasons }) => reasons.map((reason) => `${name}: ${reason}`));
}
