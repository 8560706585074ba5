import { asc, eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { categories, events } from "@/db/schema";
import { hasDatabase, useTestDatabase } from "@/db/testing/database";
import { makeCategory } from "@/db/testing/factories";
import { fingerprint, managing } from "../testing/import";
import type { ImportFile } from "./source";
import { importCategories } from "./taxonomy-operation";
import { fileOf } from "./testing";

const load = (file: ImportFile | string) =>
  importCategories.call(managing(), { file: typeof file === "string" ? fileOf(file, "taxonomy.txt") : file });

describe.skipIf(!hasDatabase)("catalog.importCategories", () => {
  const { owner } = useTestDatabase();
  const below = (path: string) =>
    owner()
      .select({ path: categories.path, name: categories.name, externalId: categories.externalId })
      .from(categories)
      .where(sql`path = ${path} or starts_with(path, ${`${path}/`})`)
      .orderBy(asc(categories.path));

  test("places children whose parents come later or are never named, and the same again changes nothing", async () => {
    const file = "9003 - Zoo > Birds > Owls\n9001 - Zoo\n";
    expect((await load(file)).tally).toEqual({ created: 3, updated: 0, unchanged: 0, failed: 0 });
    expect(await below("zoo")).toEqual([
      { path: "zoo", name: "Zoo", externalId: "google:9001" },
      { path: "zoo/birds", name: "Birds", externalId: null },
      { path: "zoo/birds/owls", name: "Owls", externalId: "google:9003" },
    ]);
    const before = await fingerprint(owner());
    const told = await owner().$count(events);
    expect((await load(file)).tally).toEqual({ created: 0, updated: 0, unchanged: 3, failed: 0 });
    expect(await fingerprint(owner())).toEqual(before);
    expect(await owner().$count(events)).toBe(told);
  });

  test("follows an id whose name or place changed; the address of a renamed one stays", async () => {
    await load("8001 - Farm\n8002 - Farm > Cows\n8003 - Farm > Barn\n");
    const report = await load("8001 - Farm\n8002 - Farm > Barn > Cattle\n8003 - Farm > Barn\n");
    expect(report.tally).toEqual({ created: 0, updated: 1, unchanged: 2, failed: 0 });
    expect(await below("farm")).toEqual([
      { path: "farm", name: "Farm", externalId: "google:8001" },
      { path: "farm/barn", name: "Barn", externalId: "google:8003" },
      { path: "farm/barn/cows", name: "Cattle", externalId: "google:8002" },
    ]);
  });

  test("joins a category that is there under the same name", async () => {
    const own = await makeCategory(owner(), { name: "Harbour", slug: "the-harbour" });
    await load("7001 - HARBOUR\n7002 - HARBOUR > Boats\n");
    const [after] = await owner().select().from(categories).where(eq(categories.id, own.id));
    expect(after).toMatchObject({ name: "Harbour", slug: "the-harbour", externalId: "google:7001" });
    expect(await below("the-harbour")).toHaveLength(2);
  });

  test("siblings may share a name when their ids differ", async () => {
    const list = [
      { id: "a", name: "Twin", path: [{ id: "a", name: "Twin" }] },
      { id: "b", name: "Twin", path: [{ id: "b", name: "Twin" }] },
      {
        id: "c",
        name: "Child",
        path: [
          { id: "b", name: "Twin" },
          { id: "c", name: "Child" },
        ],
      },
      { id: "d", name: "", path: [{ id: "d", name: "" }] },
    ];
    const report = await load(JSON.stringify(list));
    expect(report).toMatchObject({ tally: { created: 3, failed: 1 }, failures: [{ row: 4 }] });
    expect((await below("twin-2")).map(({ path, externalId }) => [path, externalId])).toEqual([
      ["twin-2", "json:b"],
      ["twin-2/child", "json:c"],
    ]);
    expect((await load(JSON.stringify(list))).tally).toEqual({ created: 0, updated: 0, unchanged: 3, failed: 1 });
  });
});
