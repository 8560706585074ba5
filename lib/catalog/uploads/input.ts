import * as z from "zod";
import { keysetInput } from "@/lib/platform/pages";
import { identifies, rowOutcomes, uploadFields, uploadStatuses } from "./rules";

export const uploadIdInput = z.object({ id: z.int().positive() });

const emptyCells = z.enum(["leave", "clear"]);
const isStream = (value: unknown) => typeof value === "object" && value !== null && Symbol.asyncIterator in value;

export const receiveUploadInput = z.object({
  /** The shop whose catalog it is. */
  retailerId: z.int().positive(),
  fileName: z.string("fields.required").trim().min(1, "fields.required").max(255),
  emptyCells: emptyCells.default("leave"),
  /** The bytes as they come in. */
  file: z.any().refine(isStream, "fields.required"),
});

const columns = z
  .array(z.union([z.enum(uploadFields), z.literal("")]))
  .min(1)
  .max(1000)
  .refine((all) => identifies(all), "fields.upload_identity")
  .refine((all) => {
    const named = all.filter((field) => field !== "");
    return new Set(named).size === named.length;
  }, "fields.upload_twice");

/** What is left out stays. Columns are those of the sheet, from its first; row 0 says that no row names them. */
export const chooseUploadInput = uploadIdInput.extend({
  emptyCells: emptyCells.optional(),
  sheet: z.int().min(0).max(19).optional(),
  headerRow: z.int().min(0).max(20).optional(),
  columns: columns.optional(),
});

export const uploadsInput = z.object({
  ...keysetInput,
  status: z.enum(uploadStatuses).optional(),
  retailerId: z.int().positive().optional(),
});

export const uploadRowsInput = uploadIdInput.extend({ ...keysetInput, outcome: z.enum(rowOutcomes).optional() });
export const uploadChangesInput = uploadIdInput.extend({
  ...keysetInput,
  undone: z.enum(["removed", "restored", "kept"]).optional(),
});
export const uploadColumnsInput = uploadIdInput.extend({
  sheet: z.int().min(0).max(19).optional(),
  headerRow: z.int().min(0).max(20).optional(),
});
