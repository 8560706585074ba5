import { basename, resolve } from "node:path";
import { parseArgs } from "node:util";
import { asc } from "drizzle-orm";
import { database } from "@/db/client";
import { retailers } from "@/db/schema";
import { ImportFileError } from "@/lib/catalog/import/errors";
import { importProducts } from "@/lib/catalog/import/operation";
import type { Tally } from "@/lib/catalog/import/report";
import { readSheet } from "@/lib/catalog/import/sheet";
import type { ImportFile } from "@/lib/catalog/import/source";
import { importCategories } from "@/lib/catalog/import/taxonomy-operation";
import { EnvError } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";
import { nobody } from "@/lib/web/actor";
import { plainContext } from "@/lib/web/context";
import { progressBar } from "./bar";
import { openDatabase, runCommand, Told } from "./command";
import { explain } from "./explain";
import { say } from "./progress";

const usage = `Usage:
  npm run import -- --retailer <handle> [--dry-run] <file.csv | file.xlsx>
  npm run import -- --categories <file>`;
const shownFailures = 50;

type Wanted = { file: ImportFile; categories: boolean; dryRun: boolean; retailer: string };

function readArguments(): Wanted {
  const options = {
    retailer: { type: "string" },
    "dry-run": { type: "boolean" },
    categories: { type: "boolean" },
  } as const;
  try {
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    const { retailer = "", categories = false, "dry-run": dryRun = false } = values;
    const [path] = positionals;
    if (!path || positionals.length > 1 || categories === (retailer !== "")) throw new Told(usage);
    if (categories && dryRun) throw new Told(`--dry-run is for products.\n${usage}`);
    return { file: { name: basename(path), path: resolve(path) }, categories, dryRun, retailer };
  } catch (error) {
    if (error instanceof Told) throw error;
    throw new Told(`${explain(error)}\n${usage}`);
  }
}

/** About how many rows will end; a file that cannot be opened is told before anything is started for it. */
async function countRows(file: ImportFile): Promise<number> {
  let count = -1;
  for await (const { cells } of readSheet(file)) if (cells.some((cell) => cell.trim() !== "")) count += 1;
  return Math.max(0, count);
}

async function retailerId(handle: string): Promise<number> {
  const { id, handle: known } = retailers;
  const all = await database("staff").select({ id, handle: known }).from(retailers).orderBy(asc(known));
  const found = all.find((each) => each.handle === handle);
  if (found) return found.id;
  const names = all.map((each) => each.handle);
  const listed =
    names.length > 30 ? `${names.slice(0, 30).join(", ")} and ${names.length - 30} more` : names.join(", ");
  throw new Told(
    names.length > 0
      ? `There is no retailer “${handle}”; there are: ${listed}`
      : `There is no retailer “${handle}”, and no other yet; npm start opens the demo market`,
  );
}

function tell({ created, updated, unchanged, failed }: Tally, unit: string, seconds: number): void {
  const counts = `${created} created, ${updated} updated, ${unchanged} unchanged, ${failed} failed`;
  say(`${unit}: ${counts} (${seconds.toFixed(1)} s)`);
}

function tellRows(title: string, rows: readonly { row: number; message?: string | undefined }[]): void {
  if (rows.length === 0) return;
  say(`${title}:`);
  for (const { row, message } of rows.slice(0, shownFailures)) say(`  row ${row}: ${message}`);
  if (rows.length > shownFailures) say(`  … and ${rows.length - shownFailures} more`);
}

/** True when at least one row, or none at all, was fit to use. */
const worked = ({ created, updated, unchanged, failed }: Tally) => failed === 0 || created + updated + unchanged > 0;
const context = () => plainContext({ ...nobody, roles: ["admin"] });

async function products({ file, retailer, dryRun }: Wanted): Promise<boolean> {
  const total = await countRows(file);
  await openDatabase();
  const id = await retailerId(retailer);
  const bar = progressBar("rows");
  const began = performance.now();
  bar.show(0, total);
  const report = await importProducts
    .call(context(), { retailerId: id, file, dryRun, progress: (rows) => bar.show(rows, total) })
    .finally(bar.end);
  const failures = report.rows.filter(({ outcome }) => outcome === "failed");
  tellRows("Failed", failures);
  tellRows("Read differently", report.notes);
  tell(report.tally, dryRun ? "Rows, in a dry run that wrote nothing" : "Rows", (performance.now() - began) / 1000);
  return worked(report.tally);
}

async function categories({ file }: Wanted): Promise<boolean> {
  await openDatabase();
  const bar = progressBar("categories");
  const began = performance.now();
  const report = await importCategories.call(context(), { file, progress: bar.show }).finally(bar.end);
  tellRows("Failed", report.failures);
  tell(report.tally, "Categories", (performance.now() - began) / 1000);
  return worked(report.tally);
}

/** The reason in a line or two, never a trace. */
function reason(error: unknown): string {
  if (error instanceof Told || error instanceof EnvError || error instanceof ImportFileError) return error.message;
  if (error instanceof AppError && error.code === "internal" && error.cause) return explain(error.cause);
  return explain(error);
}

async function main(): Promise<boolean> {
  const wanted = readArguments();
  return wanted.categories ? categories(wanted) : products(wanted);
}

void runCommand(main, "Stopped; an import that had not ended left nothing behind.", reason);
