import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres";
import { Pool, type PoolClient } from "pg";
import { setAuthPool } from "@/lib/platform/auth-pool";
import { env } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { signedActor } from "./actor";
import { roleName, type Tier, type TierSettings, tierUrl } from "./tiers";

export type Database = NodePgDatabase<Record<string, never>>;

/**
 * Two more of the `auth` login: an operation asks the code store while it holds a connection of its tier, and each
 * request asks whose session it is, however busy those are who sign in.
 */
type PoolName = Tier | "store" | "sessions";
type Pools = Map<PoolName, Pool>;
// Next bundles this file apart from the process around it; the connections are shared all the same.
const shared = globalThis as { [key: symbol]: Pools | undefined };
const slot = Symbol.for("charsu.pools");

const sizes: Record<PoolName, number> = {
  shop: 16,
  auth: 6,
  sessions: 6,
  store: 4,
  retailer: 4,
  staff: 4,
  supervisor: 4,
  admin: 4,
  worker: 10,
};

const settings = (): TierSettings => ({ rolePrefix: env.CHARSU_DB_ROLE_PREFIX, secret: env.AUTH_SECRET });

/** The tier's pool, opened on first use. */
export const pool = (tier: Tier): Pool => open(tier);

function open(name: PoolName): Pool {
  const tier = name === "store" || name === "sessions" ? "auth" : name;
  shared[slot] ??= new Map();
  const pools = shared[slot];
  let found = pools.get(name);
  if (!found) {
    found = new Pool({
      connectionString: tierUrl(env.DATABASE_URL!, tier, settings()),
      // What is asked without waiting for what was asked before travels with it: the preamble of a transaction.
      pipeline: true,
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

setAuthPool(() => open("store"));

/** Reads without an actor: what everybody sees, and whose session it is. */
export function database(name: Tier | "sessions"): Database {
  return drizzle(open(name));
}

/** Closes every pool; the next use opens them again. */
export async function closePools(): Promise<void> {
  const pools = [...(shared[slot]?.values() ?? [])];
  shared[slot] = undefined;
  await Promise.all(pools.map((each) => each.end()));
}

export type TransactionOptions = { tier: Tier; userId: number | null; readOnly?: boolean };

/**
 * Opens a transaction with the person known to row-level security and triggers, in one round trip. The signature
 * travels as a parameter: the text of a statement can be read in pg_stat_activity by every session of the same login.
 */
async function begin(client: PoolClient, { tier, userId, readOnly }: TransactionOptions): Promise<void> {
  const given = settings();
  const actor = signedActor(userId, roleName(tier, given), given.secret);
  await Promise.all([
    client.query(`begin${readOnly ? " read only" : ""}`),
    client.query({ name: "actor", text: "select set_config('app.uid', $1, true)", values: [actor] }),
  ]);
}

/**
 * Runs `work` in one transaction of the tier's login, as the person, whose id is signed for that login: a statement
 * that sets `app.uid` itself becomes nobody.
 * @throws whatever `work` throws, after the rollback
 */
export async function transaction<T>(options: TransactionOptions, work: (tx: Database) => Promise<T>): Promise<T> {
  const client: PoolClient = await pool(options.tier).connect();
  let broken: Error | undefined;
  try {
    await begin(client, options);
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
