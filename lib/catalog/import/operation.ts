import { eq, sql } from "drizzle-orm";
import * as z from "zod";
import type { Database } from "@/db/client";
import { imports, retailers } from "@/db/schema";
import { env } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";
import { currencyExponent } from "@/lib/platform/money";
import { admin, productManager } from "@/lib/web/actor";
import { operation } from "@/lib/web/operation";
import type { LayoutName, ProductDraft } from "./draft";
import { fileError } from "./operation-errors";
import { readProductFile } from "./parse-products";
import { emptyTally, importReportView, ReportCollector } from "./report";
import type { ImportFile } from "./source";
import { ProductWriter } from "./write-batch";
import { openSession, type WriteSession } from "./write-session";

/** Products that are compared and written together. */
const batchSize = 100;

/** How many rows have ended, told after each batch. */
export type ImportProgress = (rows: number) => void;

const importInput = z.object({
  retailerId: z.int(),
  file: z.custom<ImportFile>((value) => typeof value === "object" && value !== null && "name" in value),
  /** Says what would happen and writes nothing. */
  dryRun: z.boolean().default(false),
  progress: z.custom<ImportProgress>((value) => typeof value === "function").optional(),
});

type Input = z.output<typeof importInput>;

/** The row that this import leaves; movements of stock refer to it from here on. */
async function begin(tx: Database, input: Input, layout: LayoutName): Promise<number> {
  const [row] = await tx
    .insert(imports)
    .values({
      retailerId: input.retailerId,
      fileName: input.file.name,
      layout,
      tally: emptyTally(),
      userId: sql`app_uid()`,
    })
    .returning({ id: imports.id });
  const id = row?.id ?? 0;
  await tx.execute(
    sql`select set_config('app.stock_reason', 'import', true), set_config('app.stock_reference', ${String(id)}, true)`,
  );
  return id;
}

async function importFile(session: WriteSession, input: Input) {
  const { tx } = session;
  const writer = new ProductWriter(session);
  const collector = new ReportCollector();
  let layout: LayoutName | undefined;
  let importId = 0;
  let batch: ProductDraft[] = [];
  const flush = async () => {
    for (const outcome of await writer.write(batch)) collector.product(outcome);
    batch = [];
    input.progress?.(collector.count);
  };
  for await (const item of readProductFile(input.file, { exponent: currencyExponent(env.CHARSU_CURRENCY) })) {
    if (item.kind === "layout") {
      layout = item.layout;
      importId = await begin(tx, input, layout);
    } else if (item.kind === "problem") collector.problem(item);
    else {
      batch.push(item);
      if (batch.length === batchSize) await flush();
    }
  }
  await flush();
  if (!layout) throw new Error("A file that is read has a layout.");
  await tx.update(imports).set({ tally: collector.tally }).where(eq(imports.id, importId));
  return { report: collector.report(layout, input.dryRun ? null : importId), categories: writer.categories.made };
}

/**
 * Brings a shop's catalog to what a file says; a product that cannot be written fails by itself. The same file again
 * changes nothing. A dry run does the same work and takes it back.
 */
export const importProducts = operation({
  name: "catalog.import",
  summary: "Makes and updates the products of one retailer from a CSV or XLSX file.",
  message: "File imported.",
  input: importInput,
  output: importReportView,
  allow: [productManager, admin],
  limit: "none",
  run: async ({ input, tx, record, context }) => {
    const [retailer] = await tx
      .select({ id: retailers.id, handle: retailers.handle })
      .from(retailers)
      .where(eq(retailers.id, input.retailerId));
    if (!retailer) throw new AppError("not_found", context.say("errors.not_found"));
    const session = await openSession(tx, retailer);
    if (input.dryRun) await tx.execute(sql`savepoint dry_run`);
    const { report, categories } = await importFile(session, input).catch((error: unknown) => {
      throw fileError(error);
    });
    if (input.dryRun) {
      await tx.execute(sql`rollback to savepoint dry_run`);
      return report;
    }
    if (categories > 0) await record("categories.changed", {});
    if (report.productIds.length > 0) {
      await record("catalog.imported", { retailerId: retailer.id, productIds: report.productIds });
    }
    return report;
  },
});
