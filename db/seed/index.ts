import { drizzle } from "drizzle-orm/node-postgres";
import { Client } from "pg";
import type { Database } from "@/db/client";
import { importMarket } from "./import-market";
import { type DemoLogin, insertPeople, insertRetailers, loginsOf } from "./insert-market";
import { placePastOrders } from "./past-orders";
import { storePictures } from "./store-pictures";

export type { DemoLogin };

type Options = {
  /** Told in a line what is being done. */
  progress: (line: string) => void;
};

/**
 * Fills a database that has no retailer with the demo market: people, shops with their hours, every catalog through the
 * import itself, and our own copies of the drawn pictures. A fill that was broken off is taken up again; a picture that
 * is missing on disk is drawn anew. Processes that start at once wait for each other.
 * @param url the owner's connection string, of the same migrated database that DATABASE_URL names
 * @returns whether something was filled in, and the demo people that the database knows
 */
export async function seedIfEmpty(
  url: string,
  { progress }: Options,
): Promise<{ seeded: boolean; logins: DemoLogin[] }> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const db: Database = drizzle(client);
    await client.query("select pg_advisory_lock(hashtext('charsu.seed'))");
    const { rows } = await client.query<{ empty: boolean }>("select not exists (select from retailers) as empty");
    if (rows[0]?.empty) {
      progress("people and shops");
      await client.query("begin");
      await insertPeople(db);
      await insertRetailers(db);
      await client.query("commit");
    }
    const imported = await importMarket(db, progress);
    if (imported > 0) progress(`${await placePastOrders(db)} orders of earlier customers`);
    const drawn = await storePictures(db);
    if (drawn > 0) progress(`${drawn} pictures drawn`);
    return { seeded: imported > 0, logins: await loginsOf(db) };
  } finally {
    await client.end();
  }
}
