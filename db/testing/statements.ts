import { drizzle } from "drizzle-orm/node-postgres";
import { Client, Pool } from "pg";
import type { Database } from "../client";

/** The statements that this process sends to PostgreSQL while `work` runs, on whatever connection. */
export async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const sent: string[] = [];
  const wire = Client.prototype as { query: (...given: [string | { text: string }, ...unknown[]]) => unknown };
  const send = wire.query;
  wire.query = function (...given) {
    sent.push(typeof given[0] === "string" ? given[0] : given[0].text);
    return send.apply(this, given);
  };
  await work().finally(() => {
    wire.query = send;
  });
  return sent;
}

/**
 * How PostgreSQL would answer each statement that `work` sends, when it may neither sort nor read a whole table unless
 * there is no other way.
 * @returns the plans, one text for each statement
 */
export async function plansOf(url: string, work: (db: Database) => Promise<unknown>): Promise<string[]> {
  const pool = new Pool({ connectionString: url, max: 1 });
  const sent: { query: string; params: unknown[] }[] = [];
  try {
    await work(drizzle(pool, { logger: { logQuery: (query, params) => sent.push({ query, params }) } }));
    await pool.query("set enable_sort = off; set enable_seqscan = off; set enable_bitmapscan = off");
    const plans: string[] = [];
    for (const { query, params } of sent) {
      const { rows } = await pool.query<{ "QUERY PLAN": string }>(`explain (costs off) ${query}`, params);
      plans.push(rows.map((row) => row["QUERY PLAN"]).join("\n"));
    }
    return plans;
  } finally {
    await pool.end();
  }
}
