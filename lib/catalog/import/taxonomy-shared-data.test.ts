import { existsSync } from "node:fs";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { hasDatabase, useTestDatabase } from "@/db/testing/database";
import { categoryByPath } from "../queries";
import { fingerprint, managing } from "../testing/import";
import { importCategories } from "./taxonomy-operation";

/** Taxonomies of the trade, beside the project where somebody put them. */
const folder = join(process.cwd(), "..", "shared", "data", "taxonomy");

describe.skipIf(!hasDatabase || !existsSync(folder))("the taxonomies of the trade", () => {
  const { owner } = useTestDatabase();

  test.each([
    ["shopify-categories.en.txt", 10_369, 8],
    ["google-taxonomy-with-ids.en-US.txt", 5595, 7],
    ["bestbuy-categories.json", 4583, 6],
  ])(
    "%s: %i categories, the deepest of %i levels opens, nothing again",
    { timeout: 60_000 },
    async (name, count, levels) => {
      const load = () => importCategories.call(managing(), { file: { name, path: join(folder, name) } });
      const { tally } = await load();
      // Where taxonomies meet in a name they share the category.
      expect(tally.created + tally.unchanged).toBeGreaterThanOrEqual(count);
      expect(tally.updated).toBe(0);
      const { rows } = await owner().execute<{ path: string }>(
        sql`select path from categories where cardinality(lineage) = ${levels} order by id desc limit 1`,
      );
      const page = await categoryByPath(rows[0]?.path ?? "");
      expect(page?.category.path).toBe(rows[0]?.path);
      expect(page?.trail).toHaveLength(levels - 1);
      const before = await fingerprint(owner());
      const again = await load();
      expect(again.tally).toEqual({ ...tally, created: 0, unchanged: tally.created + tally.unchanged });
      expect(await fingerprint(owner())).toEqual(before);
    },
  );
});
