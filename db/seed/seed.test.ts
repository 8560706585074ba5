import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { pictures, products, retailers } from "@/db/schema";
import { hasDatabase, useTestDatabase } from "@/db/testing/database";
import { pictureFolder } from "@/lib/platform/files";
import { seedIfEmpty } from ".";
import { people } from "./market/people";
import { retailers as shops } from "./market/retailers";

describe.skipIf(!hasDatabase)("the demo market in the database", () => {
  const { owner, url } = useTestDatabase();
  const seed = () => seedIfEmpty(url(), { progress: () => {} });

  test("is filled once, by two processes at once too", { timeout: 60_000 }, async () => {
    const results = await Promise.all([seed(), seed()]);
    expect(results.map(({ seeded }) => seeded).sort()).toEqual([false, true]);
    for (const { logins } of results) expect(logins).toHaveLength(people.length);
    expect(await owner().$count(retailers)).toBe(shops.length);
    expect(await owner().$count(products)).toBeGreaterThanOrEqual(400);
    const { rows } = await owner().execute(sql`select
      (select max(cardinality(lineage)) from categories) >= 4 as deep,
      (select count(*) from retailers r where not exists (select from opening_hours h where h.retailer_id = r.id
        and h.weekday = extract(dow from now() at time zone r.timezone)))::int > 0 as "closedToday",
      (select count(*) from pictures where stored is null)::int as undrawn,
      (select count(*) from retailers where banner is null)::int as bare,
      (select count(*) from products p where not exists (select from variants v where v.product_id = p.id))::int as hollow,
      (select count(distinct sold_count) from products)::int >= 4 as ranked,
      (select count(*) from variants v where stock <> (select coalesce(sum(delta), 0) from stock_ledger l where l.variant_id = v.id))::int as untrue`);
    expect(rows).toEqual([{ deep: true, closedToday: true, undrawn: 0, bare: 0, hollow: 0, ranked: true, untrue: 0 }]);
  });

  test("draws a picture anew that is missing on disk", async () => {
    const [picture] = await owner().select().from(pictures).limit(1);
    const path = join(pictureFolder(), picture?.stored ?? "");
    await rm(path);
    expect((await seed()).seeded).toBe(false);
    expect(existsSync(path)).toBe(true);
  });

  test("takes up a fill that was broken off", { timeout: 60_000 }, async () => {
    await owner().execute(sql`delete from products where retailer_id = (select min(id) from retailers)`);
    await owner().execute(sql`delete from imports where retailer_id = (select min(id) from retailers)`);
    expect((await seed()).seeded).toBe(true);
    expect(await owner().$count(products)).toBeGreaterThanOrEqual(400);
  });
});
