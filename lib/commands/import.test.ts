import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { categories, products } from "@/db/schema";
import { hasDatabase, useTestDatabase } from "@/db/testing/database";
import { makeRetailer } from "@/db/testing/factories";
import { childEnv } from "@/lib/platform/env";

describe.skipIf(!hasDatabase)("npm run import", { timeout: 60_000 }, () => {
  const { owner } = useTestDatabase();
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "charsu-command-"));
    await makeRetailer(owner(), { handle: "corner" });
  });
  afterAll(() => rm(folder, { recursive: true }));

  const fileOf = async (name: string, text: string) => {
    await writeFile(join(folder, name), text);
    return join(folder, name);
  };
  const run = (...args: string[]) =>
    new Promise<{ code: number; said: string }>((done) => {
      const script = ["--import", "tsx", "lib/commands/import.ts", ...args];
      execFile(process.execPath, script, { env: childEnv() }, (error, stdout, stderr) => {
        done({ code: error ? Number(error.code) : 0, said: stdout + stderr });
      });
    });

  test("imports, says the tally and the failed rows, and a dry run leaves nothing", async () => {
    const file = await fileOf("tea.csv", "handle,name,price\ntea,Tea,4.50\nmate,Mate,\n");
    const dry = await run("--retailer", "corner", "--dry-run", file);
    expect(dry).toMatchObject({ code: 0, said: expect.stringContaining("dry run that wrote nothing: 1 created") });
    expect(await owner().$count(products)).toBe(0);
    const real = await run("--retailer", "corner", file);
    expect(real.code).toBe(0);
    expect(real.said).toContain("row 3: A new product needs a price.");
    expect(real.said).toContain("Rows: 1 created, 0 updated, 0 unchanged, 1 failed");
    expect(await owner().$count(products)).toBe(1);
  });

  test("loads categories", async () => {
    const file = await fileOf("tree.txt", "Root > Branch > Leaf\n");
    expect(await run("--categories", file)).toMatchObject({ code: 0, said: expect.stringContaining("3 created") });
    expect(await owner().$count(categories)).toBe(3);
  });

  test("fails in words, without a trace", async () => {
    const failing = await fileOf("failing.csv", "handle,name,price\nmate,Mate,\n");
    const results = await Promise.all([
      run("--retailer", "corner", failing),
      run("--retailer", "nobody", failing),
      run("--retailer", "corner", join(folder, "missing.csv")),
      run("--retailer", "corner", await fileOf("words.csv", "some words\n")),
      run(failing),
    ]);
    expect(results.map(({ code }) => code)).toEqual([1, 1, 1, 1, 1]);
    const said = results.map((result) => result.said);
    expect(said[0]).toContain("0 created, 0 updated, 0 unchanged, 1 failed");
    expect(said[1]).toContain("There is no retailer “nobody”; there are: corner");
    expect(said[2]).toContain("There is no file “missing.csv”.");
    expect(said[4]).toContain("Usage:");
    for (const text of said) expect(text).not.toMatch(/^\s+at /m);
  });
});
