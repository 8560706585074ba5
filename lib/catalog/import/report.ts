import * as z from "zod";
import type { ProductDraft, RowProblem } from "./draft";
import type { StoredProduct } from "./write-load";

const outcomes = ["created", "updated", "unchanged", "failed"] as const;

/** How many rows, or categories, ended in each way. */
export const tallyView = z.object({ created: z.int(), updated: z.int(), unchanged: z.int(), failed: z.int() });
export type Tally = z.infer<typeof tallyView>;

export const importReportView = z.object({
  layout: z.enum(["charsu", "shopify", "woocommerce"]),
  /** Null after a dry run. */
  importId: z.int().nullable(),
  /** Rows of the file. */
  tally: tallyView,
  rows: z.array(
    z.object({
      row: z.int(),
      outcome: z.enum(outcomes),
      /** Key and name of the product that the row belongs to; null where the row could not be read. */
      product: z.object({ key: z.string(), name: z.string() }).nullable(),
      /** Why it failed. */
      message: z.string().optional(),
    }),
  ),
  /** Rows that were read differently from what they say. */
  notes: z.array(z.object({ row: z.int(), message: z.string() })),
  /** Products that were made or changed. */
  productIds: z.array(z.int()),
});
export type ImportReport = z.infer<typeof importReportView>;
type ReportRow = ImportReport["rows"][number];

export const emptyTally = (): Tally => ({ created: 0, updated: 0, unchanged: 0, failed: 0 });

/** How one product of a file ended; its rows end the same way. */
export type ProductOutcome =
  | {
      draft: ProductDraft;
      outcome: "created" | "updated" | "unchanged";
      productId: number;
      name: string;
      /** As it stood before; null for a new one. */
      before: StoredProduct | null;
      /** What the file names and the market does not have. */
      missing: readonly string[];
    }
  | { draft: ProductDraft; outcome: "failed"; message: string };

/** Gathers the report of one import. */
export class ReportCollector {
  readonly tally = emptyTally();
  readonly productIds = new Set<number>();
  private readonly rows: ReportRow[] = [];
  private readonly notes: ImportReport["notes"] = [];

  problem({ row, message, severity }: RowProblem): void {
    if (severity === "note") this.notes.push({ row, message });
    else this.add({ row, outcome: "failed", product: null, message });
  }

  product(result: ProductOutcome): void {
    const { draft, outcome } = result;
    const name = outcome === "failed" ? (draft.name ?? "") : result.name;
    const product = { key: draft.key, name };
    for (const row of draft.rows) {
      this.add({ row, outcome, product, ...(outcome === "failed" ? { message: result.message } : {}) });
    }
    if (outcome === "created" || outcome === "updated") this.productIds.add(result.productId);
  }

  /** How many rows have ended so far. */
  get count(): number {
    return this.rows.length;
  }

  report(layout: ImportReport["layout"], importId: number | null): ImportReport {
    const byRow = (a: { row: number }, b: { row: number }) => a.row - b.row;
    return {
      layout,
      importId,
      tally: { ...this.tally },
      rows: this.rows.sort(byRow),
      notes: this.notes.sort(byRow),
      productIds: [...this.productIds].sort((a, b) => a - b),
    };
  }

  private add(row: ReportRow): void {
    this.rows.push(row);
    this.tally[row.outcome] += 1;
  }
}
