import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres";
import { Pool, type PoolClient } from "pg";
import { setAuthPool } from "@/lib/platform/auth-pool";
import { env } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { type Tier, tierUrl } from "./tiers";

export type Database = NodePgDatabase<Record<string, never>>;

/** The code store has connections of its own: an operation asks it while it holds one of its tier's. */
type PoolName = Tier | "store";
type Pools = Map<PoolName, Pool>;
// Next bundles this file apart from the process around it; the connections are shared all the same.
const shared = globalThis as { [key: symbol]: Pools | undefined };
const slot = Symbol.for("charsu.pools");

const sizes: Record<PoolName, number> = {
  shop: 16,
  auth: 6,
  store: 4,
  retailer: 4,
  staff: 4,
  supervisor: 4,
  admin: 4,
  worker: 6,
};

/** The tier's pool, opened on first use. */
export const pool = (tier: Tier): Pool => open(tier, tier);

function open(name: PoolName, tier: Tier): Pool {
  shared[slot] ??= new Map();
  const pools = shared[slot];
  let found = pools.get(name);
  if (!found) {
    found = new Pool({
      connectionString: tierUrl(env.DATABASE_URL!, tier, {
        rolePrefix: env.CHARSU_DB_ROLE_PREFIX,
        secret: env.AUTH_SECRET,
      }),
      max: sizes[name],
      idleTimeoutMillis: 30_000,
      connectionTimeoutMillis: 10_000,
      options: "-c statement_timeout=30000 -c idle_in_transaction_session_timeout=60000",
    });
    // A backend that is killed while its client waits for something else would end the process.
    found.on("error", (error) => log.warn({ error: error.message, tier }, "database connection lost"));
    found.on("connect", (client) => client.on("error", () => undefined));
    pools.set(name, found);
  }
  return found;
}

setAuthPool(() => open("store", "auth"));

/** Reads without an actor: what everybody sees. */
export function database(tier: Tier): Database {
  return drizzle(pool(tier));
}

/** Closes every pool; the next use opens them again. */
export async function closePools(): Promise<void> {
  const pools = [...(shared[slot]?.values() ?? [])];
  shared[slot] = undefined;
  await Promise.all(pools.map((each) => each.end()));
}

export type TransactionOptions = { tier: Tier; userId: number | null; readOnly?: boolean };

/**
 * Runs `work` in one transaction of the tier's login, with the person known to row-level security and triggers.
 * The preamble is one round trip; the id is an integer by type and by check, never text from outside.
 * @throws whatever `work` throws, after the rollback
 */
export async function transaction<T>(options: TransactionOptions, work: (tx: Database) => Promise<T>): Promise<T> {
  const client: PoolClient = await pool(options.tier).connect();
  const uid = options.userId === null ? "" : String(Math.trunc(options.userId));
  let broken: Error | undefined;
  try {
    await client.query(`begin${options.readOnly ? " read only" : ""}; select set_config('app.uid', '${uid}', true)`);
    const result = await work(drizzle(client));
    await client.query("commit");
    return result;
  } catch (error) {
    await client.query("rollback").catch((reason: Error) => {
      broken = reason;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}
