import { sql } from "drizzle-orm";
import * as z from "zod";
import { admin, productManager } from "@/lib/web/actor";
import { operation } from "@/lib/web/operation";
import { fileError } from "./operation-errors";
import { tallyView } from "./report";
import type { ImportFile } from "./source";
import { readTaxonomy } from "./taxonomy";
import { sharedClaim } from "./write-session";
import { writeTaxonomy } from "./write-taxonomy";
import { TaxonomyTree } from "./write-taxonomy-tree";

/** How many categories are in place, of how many. */
export type TaxonomyProgress = (done: number, total: number) => void;

const importCategoriesInput = z.object({
  file: z.custom<ImportFile>((value) => typeof value === "object" && value !== null && "name" in value),
  progress: z.custom<TaxonomyProgress>((value) => typeof value === "function").optional(),
});

const taxonomyReportView = z.object({
  /** Categories, with those that the file names only as parents; failed ones are rows. */
  tally: tallyView,
  failures: z.array(z.object({ row: z.int(), message: z.string() })),
});

/**
 * Loads a taxonomy into the tree of categories. A category is known again by its id in that taxonomy, else by its name
 * among its siblings; the same file again changes nothing.
 */
export const importCategories = operation({
  name: "catalog.importCategories",
  summary: "Makes and renames categories from a taxonomy.",
  message: "Categories imported.",
  input: importCategoriesInput,
  output: taxonomyReportView,
  allow: [productManager, admin],
  limit: "none",
  run: async ({ input, tx, record }) => {
    const tree = new TaxonomyTree();
    const failures: { row: number; message: string }[] = [];
    try {
      for await (const item of readTaxonomy(input.file)) {
        if (item.kind === "category") tree.add(item);
        else failures.push({ row: item.row, message: item.message });
      }
    } catch (error) {
      throw fileError(error);
    }
    await tx.execute(sql`select set_config('statement_timeout', '300s', true)`);
    await sharedClaim(tx)();
    const tally = await writeTaxonomy(tx, tree.roots, (done) => input.progress?.(done, tree.count));
    if (tally.created + tally.updated > 0) await record("categories.changed", {});
    return { tally: { ...tally, failed: failures.length }, failures };
  },
});
