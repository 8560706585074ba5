import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { transaction } from "@/db/client";
import { hasDatabase, useTestDatabase } from "@/db/testing/database";
import { makeStaff } from "@/db/testing/factories";
import { plansOf } from "@/db/testing/statements";
import type { Tier } from "@/db/tiers";
import type { Cursor } from "@/lib/platform/pages";
import { findPeople, selectPeople } from "./queries";
import { type PeopleSort, readSort, sortNames } from "./rules";

describe.skipIf(!hasDatabase)("people by the thousand", () => {
  const { owner, url } = useTestDatabase();
  const staff = {} as Record<"operator" | "supervisor" | "admin", number>;

  beforeAll(async () => {
    for (const role of ["operator", "supervisor", "admin"] as const) staff[role] = (await makeStaff(owner(), role)).id;
    await owner().execute(sql`
      insert into users (name, email, phone, active)
      select 'Person ' || n, 'person-' || n || '@crowd.example', case when n % 3 = 0 then '+49151' || (1000000 + n) end, n % 500 <> 0
      from generate_series(1, 12000) n`);
    // Among the oldest, where a walk from the newest end would come last.
    await owner().execute(sql`update users set name = 'Zenobia Quince' where email = 'person-7@crowd.example'`);
    await owner().execute(sql`vacuum analyze users`);
  });

  /** How PostgreSQL answers a page for an operator, whose policy asks for more than a supervisor's and an admin's. */
  const planOf = (sort: PeopleSort, from: Cursor | null) =>
    transaction({ tier: "staff", userId: staff.operator, readOnly: true }, async (tx) => {
      const explained = sql`explain (costs off) ${selectPeople(tx, { sort, from, most: 51 }).getSQL()}`;
      const { rows } = await tx.execute<{ "QUERY PLAN": string }>(explained);
      return rows.map((row) => row["QUERY PLAN"]).join("\n");
    });

  it.each(sortNames.map((sort) => [sort]))("are listed by %s along its index, from any position", async (sort) => {
    const index = {
      name: "users_name",
      phone: "users_phone",
      active: "users_active",
      role: "users_standing",
      joined: "users_joined",
    };
    const keys = { name: "person 5", phone: "+49", active: "true", role: "0", joined: "2026-01-01" };
    const { column } = readSort(sort);
    const from: Cursor = [keys[column], 9];
    // Whoever sees numbers whole is an admin, whom no policy asks; `plansOf` reads as the owner does.
    const plans =
      column === "phone"
        ? await plansOf(url(), async (db) => {
            await selectPeople(db, { sort, from: null, most: 51 });
            await selectPeople(db, { sort, from, most: 51 });
          })
        : [await planOf(sort, null), await planOf(sort, from)];
    for (const plan of plans) {
      expect(plan).toContain(`using ${index[column]} on users`);
      expect(plan).not.toMatch(/Seq Scan on users|Sort Key: (?!r\.role)/);
    }
    expect(plans[1]).toMatch(/Index Cond: \(ROW\(/);
  });

  /** How many rows of `users` a search reads, by the database's own count. */
  async function read(tier: Tier, userId: number, part: string) {
    return transaction({ tier, userId, readOnly: true }, async (tx) => {
      const counts = async () => {
        const { rows } = await tx.execute<{ scans: number; fetched: number }>(sql`
          select seq_scan::int as scans, idx_tup_fetch::int as fetched
          from pg_stat_xact_user_tables where relname = 'users'`);
        return rows[0]!;
      };
      const before = await counts();
      const found = await findPeople(tx, part, 500);
      const after = await counts();
      return {
        found: found.length,
        scans: after.scans - before.scans,
        fetched: after.fetched - before.fetched,
      };
    });
  }

  it.each(["operator", "supervisor", "admin"] as const)(
    "are found for an %s without a walk through all of them",
    async (role) => {
      const tier: Tier = role === "operator" ? "staff" : role;
      const rare = await read(tier, staff[role], "zenobia");
      expect(rare).toMatchObject({ found: 1, scans: 0 });
      expect(rare.fetched).toBeLessThan(5100);
      const common = await read(tier, staff[role], "person");
      expect(common).toMatchObject({ found: 500, scans: 0 });
      expect(common.fetched).toBeLessThan(600);
      // Nothing for an index to go by: the newest are looked through, and no more.
      const marks = await read(tier, staff[role], "%_%");
      expect(marks).toMatchObject({ found: 0, scans: 0 });
      expect(marks.fetched).toBeLessThan(5100);
    },
  );
});
