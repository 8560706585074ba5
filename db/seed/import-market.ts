import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { importProducts } from "@/lib/catalog/import/operation";
import { type Actor, nobody } from "@/lib/web/actor";
import { plainContext } from "@/lib/web/context";
import { marketFiles } from "./market/market";
import { retailers } from "./market/retailers";
import { withAddresses } from "./store-pictures";

const importer: Actor = { ...nobody, name: "Demo market", roles: ["admin"] };

/** Imports the catalog of each demo shop that never had an import; returns how many files were taken. */
export async function importMarket(db: Database, progress: (line: string) => void): Promise<number> {
  const { rows } = await db.execute<{ id: number; handle: string }>(sql`
    select id, handle from retailers r where handle = any(${sql.param(retailers.map(({ handle }) => handle))}::text[])
      and not exists (select from imports i where i.retailer_id = r.id)`);
  const wanting = new Map(rows.map(({ id, handle }) => [handle, id]));
  const files = wanting.size === 0 ? [] : marketFiles().filter(({ retailer }) => wanting.has(retailer));
  for (const [index, { retailer, csv }] of files.entries()) {
    const file = { name: `${retailer}.csv`, bytes: new TextEncoder().encode(withAddresses(csv)) };
    const { tally, rows: ended } = await importProducts.call(plainContext(importer), {
      retailerId: wanting.get(retailer)!,
      file,
    });
    const failure = ended.find(({ outcome }) => outcome === "failed");
    if (failure) throw new Error(`${file.name}, row ${failure.row}: ${failure.message}`);
    progress(`${index + 1}/${files.length} ${retailer}: ${tally.created} rows`);
  }
  return files.length;
}
