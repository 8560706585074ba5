import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startPostgres } from "@/lib/platform/postgres";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "charsu-pg-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function ask<T>(url: string, sql: string): Promise<T | undefined> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows[0] as T;
  } finally {
    await client.end();
  }
}

it("starts, is shared by a second start, keeps its data and stops", async () => {
  const dir = join(folder, "closed", "postgres");
  const [one, two] = await Promise.all([
    startPostgres({ dir, durable: false, database: "market" }),
    startPostgres({ dir, durable: false, database: "market" }),
  ]);
  expect([one.reused, two.reused].sort()).toEqual([false, true]);
  expect(one.url).toBe(two.url);
  expect((await stat(`${dir}.password`)).mode & 0o777).toBe(0o600);
  await ask(one.url, "create table kept as select 1 as n");
  expect(
    await ask(
      one.url,
      `select current_setting('max_connections') as max, getdatabaseencoding() as encoding, lower('ÄÖ') as lower`,
    ),
  ).toEqual({ max: "200", encoding: "UTF8", lower: "äö" });
  await one.stop();
  const again = await startPostgres({ dir, durable: false, database: "market" });
  expect(again.reused).toBe(false);
  expect(await ask(again.url, "select n from kept")).toEqual({ n: 1 });
  await expect(ask(again.url.replace(/:[^:@]+@/, ":wrong@"), "select 1")).rejects.toThrow(
    "password authentication failed",
  );
  await again.stop();
  await expect(ask(again.url, "select 1")).rejects.toThrow("ECONNREFUSED");
});
