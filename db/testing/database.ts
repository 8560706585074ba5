import { drizzle } from "drizzle-orm/node-postgres";
import { Client, Pool } from "pg";
import { afterAll, beforeAll } from "vitest";
import { setEnv, toolEnv } from "@/lib/platform/env";
import { closePools, type Database } from "../client";

/** Whether this run has a PostgreSQL; `npm test` always gives one. */
export const hasDatabase = toolEnv("CHARSU_TEST_TEMPLATE") !== undefined;

/**
 * A migrated database of this test file's own, without any rows. The pools of `db/client` point to it.
 * @returns `owner()`, a connection that no rule of access holds back, for making rows and looking behind the scenes
 */
export function useTestDatabase(): { owner: () => Database; url: () => string } {
  let pool: Pool | undefined;
  let url = "";
  beforeAll(async () => {
    const template = toolEnv("CHARSU_TEST_TEMPLATE");
    const admin = toolEnv("CHARSU_TEST_DATABASE_URL");
    if (!template || !admin) throw new Error("Run this by npm test: it starts the PostgreSQL that this test needs.");
    const name = `${template}_${toolEnv("VITEST_POOL_ID") ?? "0"}_${process.pid}`;
    const client = new Client({ connectionString: admin });
    await client.connect();
    // Copies of one template at once would refuse each other.
    await client.query("select pg_advisory_lock(hashtext('charsu.test.template'))");
    await client.query(`create database "${name}" template "${template}"`);
    await client.end();
    const own = new URL(admin);
    own.pathname = `/${name}`;
    url = own.href;
    setEnv({ DATABASE_URL: url });
    pool = new Pool({ connectionString: url, max: 4 });
    pool.on("error", () => undefined);
  });
  afterAll(async () => {
    await closePools();
    await pool?.end();
  });
  return {
    owner: () => {
      if (!pool) throw new Error("The database is there from beforeAll on.");
      return drizzle(pool);
    },
    url: () => url,
  };
}
