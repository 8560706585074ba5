import * as z from "zod";
import { keysetInput } from "@/lib/platform/pages";

export const stockLevels = ["low", "out"] as const;

export const listStockInput = z.object({
  ...keysetInput,
  /** A shop's handle; every shop that the reader sees without one. */
  retailer: z.string().max(100).optional(),
  level: z.enum(stockLevels).optional(),
  /** Words of the product's name, or the beginning of its key or a SKU. */
  q: z.string().trim().max(100).optional(),
});

export const variantIdInput = z.object({ id: z.int().positive() });

export const stockHistoryInput = variantIdInput.extend({
  /** The movement before which to go on. */
  before: z.int().positive().optional(),
  pageSize: z.int().min(1).max(100).default(50),
});

const note = z.string().trim().max(300).default("");
/** The largest stock that somebody sets or adds by hand. */
const most = 1_000_000;

/** Sets the stock to what is there, or adds to it (a negative quantity takes away). */
export const adjustStockInput = variantIdInput
  .extend({
    how: z.enum(["set", "add"]),
    quantity: z.int("fields.required").min(-most).max(most),
    /** What whoever sets it was shown: when something was sold since, nothing is written. */
    seen: z.int().min(0).optional(),
    note,
  })
  .refine(({ how, quantity }) => how === "add" || quantity >= 0, {
    path: ["quantity"],
    message: "fields.small",
    params: { minimum: 0 },
  });

/** A count sheet: for each variant what the sheet said and what was found. */
export const countStockInput = z.object({
  lines: z
    .array(
      z.object({ id: z.int().positive(), seen: z.int().min(0), counted: z.int("fields.required").min(0).max(most) }),
    )
    .min(1)
    .max(200),
  note,
});
