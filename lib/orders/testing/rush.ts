import { sql } from "drizzle-orm";
import type { Pool, PoolClient } from "pg";
import { closePools, type Database } from "@/db/client";
import { brokenLedgers } from "./submit";

export type Rush = {
  shoppers: number;
  /** Pieces of each of the two variants at the start. */
  units: number;
  /** Shoppers who got their order. */
  sold: number;
  left: readonly number[];
  deadlocks: number;
  /** Answers that were neither an order nor "sold out". */
  strange: readonly string[];
  brokenLedgers: number;
  /** Orders beyond one for a shopper. */
  duplicates: number;
};

/** What went wrong in a rush; empty when everything did what it must. */
export function faults(rush: Rush): string[] {
  const expected = Math.min(rush.shoppers, rush.units);
  return [
    rush.sold === expected ? "" : `${rush.sold} sold, not ${expected}`,
    rush.left.every((each) => each === rush.units - rush.sold) ? "" : `${rush.left.join(" and ")} left`,
    rush.left.some((each) => each < 0) ? "negative stock" : "",
    rush.deadlocks ? `${rush.deadlocks} deadlocks` : "",
    rush.strange.length ? `strange answers: ${[...new Set(rush.strange)].join(", ")}` : "",
    rush.brokenLedgers ? `${rush.brokenLedgers} broken ledgers` : "",
    rush.duplicates ? `${rush.duplicates} duplicates` : "",
  ].filter(Boolean);
}

/** Deadlocks in this database so far. Backends tell theirs when they end, so the pools are closed first. */
export async function deadlocksSoFar(owner: Database): Promise<number> {
  await closePools();
  const { rows } = await owner.execute<{ deadlocks: number }>(
    sql`select deadlocks::int from pg_stat_database where datname = current_database()`,
  );
  return rows[0]!.deadlocks;
}

/** What a rush over two variants left behind. */
export async function tally(
  owner: Database,
  given: { shoppers: number; units: number; variants: readonly [number, number]; answers: readonly string[] },
  deadlocksBefore: number,
): Promise<Rush> {
  const deadlocks = (await deadlocksSoFar(owner)) - deadlocksBefore;
  const [low, high] = given.variants;
  const { rows } = await owner.execute<{ stock: number }>(
    sql`select stock from variants where id in (${low}, ${high})`,
  );
  const { rows: twice } = await owner.execute(sql`
    select o.user_id from orders o join order_lines l on l.order_id = o.id
    where l.variant_id = ${low} group by o.user_id having count(*) > 1`);
  return {
    ...given,
    sold: given.answers.filter((answer) => answer === "ok").length,
    left: rows.map(({ stock }) => stock),
    deadlocks,
    strange: given.answers.filter((answer) => answer !== "ok" && answer !== "out_of_stock"),
    brokenLedgers: (await brokenLedgers(owner)).length,
    duplicates: twice.length,
  };
}

/**
 * The control: shoppers who look, and then take in the order of their carts, on a table without a CHECK. All of them
 * have looked before the first one takes.
 */
export async function naiveRush(pool: Pool, shoppers: number, units: number): Promise<Rush> {
  await pool.query("create table naive (id int primary key, stock int not null)");
  await pool.query("insert into naive values (1, $1), (2, $1)", [units]);
  const { promise: allLooked, resolve: go } = Promise.withResolvers<void>();
  let looked = 0;
  const buy = async (client: PoolClient, cart: readonly number[]) => {
    await client.query("begin; set local deadlock_timeout = '20ms'");
    const { rows } = await client.query<{ stock: number }>("select stock from naive");
    looked += 1;
    if (looked === shoppers) go();
    await allLooked;
    if (rows.some(({ stock }) => stock < 1)) return "out_of_stock";
    for (const id of cart) await client.query("update naive set stock = stock - 1 where id = $1", [id]);
    await client.query("commit");
    return "ok";
  };
  const answers = await Promise.all(
    Array.from({ length: shoppers }, async (_, index) => {
      const client = await pool.connect();
      const cart = index % 2 ? [1, 2] : [2, 1];
      const answer = await buy(client, cart).catch(async (error: { code?: string }) => {
        await client.query("rollback");
        return String(error.code);
      });
      client.release();
      return answer;
    }),
  );
  const { rows } = await pool.query<{ stock: number }>("select stock from naive");
  return {
    shoppers,
    units,
    sold: answers.filter((answer) => answer === "ok").length,
    left: rows.map(({ stock }) => stock),
    deadlocks: answers.filter((answer) => answer === "40P01").length,
    strange: answers.filter((answer) => answer !== "ok" && answer !== "out_of_stock"),
    brokenLedgers: 0,
    duplicates: 0,
  };
}
