import * as z from "zod";
import { rowOutcomes, uploadFields, uploadStatuses } from "./rules";

const tally = z.object({ created: z.int(), updated: z.int(), unchanged: z.int(), failed: z.int() });

export const uploadView = z.object({
  id: z.int(),
  retailer: z.object({ id: z.int(), handle: z.string(), name: z.string(), timezone: z.string() }),
  fileName: z.string(),
  /** Size of the file. */
  bytes: z.int(),
  status: z.enum(uploadStatuses),
  /** Why it was refused or failed, or what was not understood; null when there is nothing to say. */
  problem: z.object({ code: z.string(), message: z.string() }).nullable(),
  layout: z.enum(["charsu", "shopify", "woocommerce", "own"]).nullable(),
  /** Name of the sheet that is read; empty for a CSV file. */
  sheet: z.string(),
  sheets: z.int(),
  /** The row that names the columns; 0 without one. */
  headerRow: z.int(),
  emptyCells: z.enum(["leave", "clear"]),
  /** Rows that say something, header not counted. */
  rows: z.int(),
  /** Rows that were worked on since it was confirmed. */
  rowsDone: z.int(),
  /** How the rows would end, and how they ended. */
  planned: tally.nullable(),
  tally: tally.nullable(),
  /** Products that were taken back: removed, put back as they were, kept for the reasons that each names. */
  undone: z.object({ removed: z.int(), restored: z.int(), kept: z.int() }).nullable(),
  /** The file with the column of results can be had. */
  hasResult: z.boolean(),
  /** The file itself is still there; it is removed after 30 days. */
  hasFile: z.boolean(),
  createdAt: z.string(),
  confirmedAt: z.string().nullable(),
  finishedAt: z.string().nullable(),
});
export type UploadView = z.infer<typeof uploadView>;

export const uploadRowView = z.object({
  row: z.int(),
  /** How it ended; how it would end as long as it was not worked on. */
  outcome: z.enum(rowOutcomes),
  done: z.boolean(),
  product: z.object({ key: z.string(), name: z.string(), id: z.int().nullable() }).nullable(),
  /** Why it fails. */
  message: z.string(),
  /** What was read differently from what it says. */
  note: z.string(),
});
export type UploadRowView = z.infer<typeof uploadRowView>;

export const uploadChangeView = z.object({
  productId: z.int(),
  name: z.string(),
  undone: z.enum(["removed", "restored", "kept"]).nullable(),
  reasons: z.array(z.string()),
});
export type UploadChangeView = z.infer<typeof uploadChangeView>;

export const uploadColumnsView = z.object({
  sheets: z.array(z.string()),
  sheet: z.int(),
  headerRow: z.int(),
  columns: z.array(
    z.object({
      /** As the file names it; empty without a header. */
      name: z.string(),
      samples: z.array(z.string()),
      field: z.enum(uploadFields).nullable(),
    }),
  ),
});
export type UploadColumnsView = z.infer<typeof uploadColumnsView>;

/** A file to send: only the door ever sees where it stands. */
export const resultFileView = z.object({ name: z.string(), type: z.string(), path: z.string() });
