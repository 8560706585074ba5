import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { type Actor, nobody } from "@/lib/web/actor";
import { plainContext } from "@/lib/web/context";
import { importProducts } from "../import/operation";
import type { ImportFile } from "../import/source";
import { csvOf, fileOf } from "../import/testing";

const manager: Actor = { ...nobody, roles: ["admin"] };

/** The context of a product manager. */
export const managing = () => plainContext(manager);

/** Imports a file, or a CSV of Charsu's columns given as header and rows. */
export const importInto = (retailerId: number, file: ImportFile | string[][], dryRun = false) =>
  importProducts.call(managing(), { retailerId, file: Array.isArray(file) ? fileOf(csvOf(file)) : file, dryRun });

const tables = [
  "categories",
  "brands",
  "products",
  "product_options",
  "variants",
  "pictures",
  "stock_ledger",
  "audit_log",
];

/** A hash for each table of the catalog, of every row with the transaction that wrote it. */
export async function fingerprint(owner: Database): Promise<Record<string, string>> {
  const prints: Record<string, string> = {};
  for (const table of tables) {
    const { rows } = await owner.execute<{ print: string }>(sql`
      select count(*) || ' ' || coalesce(md5(string_agg(t::text || ' ' || t.xmin::text, '|' order by t::text)), '') as print
      from ${sql.identifier(table)} t`);
    prints[table] = rows[0]?.print ?? "";
  }
  return prints;
}
