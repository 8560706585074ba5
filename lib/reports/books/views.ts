import * as z from "zod";

/** What is compared: the stock of variants with their ledger, and so on. */
export const bookNames = ["stock", "order_lines", "order_totals", "sold_counts", "order_status"] as const;
export type BookName = (typeof bookNames)[number];

export const bookCheckView = z.object({
  at: z.string(),
  /** Milliseconds. */
  took: z.int(),
  books: z.array(
    z.object({
      name: z.enum(bookNames),
      compared: z.int(),
      /** Differences found; the first hundred are listed. */
      found: z.int(),
      differences: z.array(z.object({ record: z.string(), booked: z.string(), counted: z.string() })),
    }),
  ),
});

export type BookCheckView = z.infer<typeof bookCheckView>;
