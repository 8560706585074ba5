import { mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ownerOf } from "@/lib/platform/lock.mjs";
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

it("serves on while another process uses it, and not for one that died and whose id runs again", async () => {
  const dir = join(folder, "shared");
  const user = (name: string) => writeFile(join(`${dir}.users`, name), "");
  const first = await startPostgres({ dir, durable: false });
  await user(ownerOf(process.ppid));
  await first.stop();
  expect(await ask(first.url, "select 1 as n")).toEqual({ n: 1 });

  const second = await startPostgres({ dir, durable: false });
  expect(second.reused).toBe(true);
  await rm(join(`${dir}.users`, ownerOf(process.ppid)));
  await user("999999999");
  if (process.platform === "linux") await user(ownerOf(process.ppid).replace(/-\d+-/, "-1-"));
  await second.stop();
  await expect(ask(second.url, "select 1")).rejects.toThrow("ECONNREFUSED");
  expect(await readdir(`${dir}.users`)).toEqual([]);
});
