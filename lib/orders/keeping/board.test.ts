import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { type Database, transaction } from "@/db/client";
import { hasDatabase, useTestDatabase } from "@/db/testing/database";
import { makeMember, makeRetailer, makeStaff, makeUser } from "@/db/testing/factories";
import type { Tier } from "@/db/tiers";
import { nobody } from "@/lib/web/actor";
import { orderStatuses } from "../rules";
import { type BoardFilter, boardCounts, boardPage } from "./board";
import { contactsOf, keptByIds, keptByNumber } from "./queries";

const all = 20_000;
const names = ["Anna Schmidt", "Ben Kaya", "نیلوفر احمدی", "Émile Çelik", "Müller_50% GmbH", "Marta Vonk"];

describe.skipIf(!hasDatabase)("orders among many", () => {
  const { owner } = useTestDatabase();
  const people = {} as Record<"operator" | "supervisor" | "admin" | "retailer", { id: number; tier: Tier }>;
  let shop: number;

  beforeAll(async () => {
    const db = owner();
    const shopper = await makeUser(db);
    const shops = await Promise.all(Array.from({ length: 5 }, () => makeRetailer(db)));
    shop = shops[0]!.id;
    for (const [role, tier] of [
      ["operator", "staff"],
      ["supervisor", "supervisor"],
      ["admin", "admin"],
    ] as const)
      people[role] = { id: (await makeStaff(db, role)).id, tier };
    people.retailer = { id: (await makeMember(db, shop)).id, tier: "retailer" };
    // Every tenth order is of the one shop, every fiftieth waits; one in 5,000 is Marta's.
    await db.transaction(async (tx) => {
      await tx.execute(sql`set local session_replication_role = replica`);
      await tx.execute(sql`
        with s as (insert into submits (user_id, idempotency_key) select ${shopper.id}, 'order-' || i from generate_series(1, ${all}) i returning id, number)
        insert into orders (submit_id, retailer_id, user_id, number, status, payment_method, fulfilment, contact_name, contact_email, contact_phone, address, currency, subtotal, shipping, total, weight, created_at)
        select id, case when id % 10 = 0 then ${shop} else ${shops[1]!.id} + id % 4 end, ${shopper.id}, number || '-1',
          case when id % 50 = 0 then 'pending' when id % 3 = 0 then 'cancelled' when id % 2 = 0 then 'picked_up' else 'delivered' end::order_status,
          case when id % 2 = 0 then 'cash_on_pickup' else 'cash_on_delivery' end::payment_method,
          case when id % 2 = 0 then 'pickup' else 'delivery' end::fulfilment,
          case when id % 5000 = 7 then ${names.at(-1)!} else (${sql.param(names.slice(0, -1))}::text[])[1 + id % 5] end, 'someone' || id || '@example.com', '+49 30 ' || (1000000 + id), '{}', 'EUR', 0, 0, 0, 0,
          timestamptz '2026-01-01' + id * interval '1 minute'
        from s`);
    });
    await db.execute(sql`analyze orders`);
  });

  const touched = async (tx: Database) => {
    const { rows } = await tx.execute<{ scans: string; fetched: string }>(
      sql`select seq_scan as scans, idx_tup_fetch as fetched from pg_stat_xact_user_tables where relname = 'orders'`,
    );
    return { scans: Number(rows[0]!.scans), fetched: Number(rows[0]!.fetched) };
  };

  /** What somebody reads, with how often the table was read from end to end for it, and how many of its rows by an index. */
  async function reading<T>(who: keyof typeof people, work: (tx: Database) => Promise<T>) {
    const { id: userId, tier } = people[who];
    return transaction({ tier, userId, readOnly: true }, async (tx) => {
      const before = await touched(tx);
      const result = await work(tx);
      const after = await touched(tx);
      return { result, scans: after.scans - before.scans, fetched: after.fetched - before.fetched };
    });
  }

  const filters: BoardFilter[] = [{}, { fulfilment: "pickup" }, { since: "2026-01-03", until: "2026-01-04" }];
  const readers = ["operator", "supervisor", "admin", "retailer"] as const;

  it.each(readers.flatMap((who) => filters.map((filter) => [who, filter] as const)))(
    "are listed and counted for a %s by %j without reading the table",
    async (who, given) => {
      for (const filter of [given, { ...given, shop }]) {
        for (const status of ["pending", "cancelled", "returned"] as const) {
          const first = await reading(who, (tx) => boardPage(tx, status, filter, undefined, 20));
          expect(first.scans).toBe(0);
          expect(first.fetched).toBeLessThanOrEqual(200);
          const [last] = first.result.slice(-2);
          if (!last) continue;
          const after = Buffer.from(JSON.stringify([last.at, last.id])).toString("base64url");
          const second = await reading(who, (tx) => boardPage(tx, status, filter, after, 20));
          expect(second.scans).toBe(0);
          expect(second.fetched).toBeLessThanOrEqual(200);
        }
        const counted = await reading(who, (tx) => boardCounts(tx, filter));
        expect(counted.scans).toBe(0);
        expect(counted.fetched).toBeLessThanOrEqual(orderStatuses.length * 1010);
      }
    },
  );

  it("are all there, page after page", async () => {
    const seen: number[] = [];
    let after: string | undefined;
    do {
      const { result } = await reading("retailer", (tx) => boardPage(tx, "pending", {}, after, 30));
      const page = result.slice(0, 30);
      seen.push(...page.map(({ id }) => id));
      const last = page.at(-1)!;
      after = result.length > 30 ? Buffer.from(JSON.stringify([last.at, last.id])).toString("base64url") : undefined;
    } while (after);
    const { rows } = await owner().execute<{ ids: number[] }>(
      sql`select array_agg(id order by created_at, id) as ids from orders where retailer_id = ${shop} and status = 'pending'`,
    );
    expect(seen).toEqual(rows[0]!.ids);
  });

  it.each(readers)("are read one by one by a %s without reading the table", async (who) => {
    const actor = {
      ...nobody,
      userId: people[who].id,
      roles: who === "retailer" ? [] : [who],
      shops: who === "retailer" ? [shop] : [],
    };
    const { rows } = await owner().execute<{ id: number; number: string }>(
      sql`select id, number from orders where retailer_id = ${shop} limit 1`,
    );
    const { id, number } = rows[0]!;
    const read = await reading(who, async (tx) => {
      await keptByNumber(tx, number, "");
      await keptByIds(tx, [id]);
      await contactsOf(tx, actor, [id]);
      return tx.execute(sql`select * from order_history(${id})`);
    });
    expect(read.scans).toBe(0);
    expect(read.fetched).toBeLessThanOrEqual(20);
  });

  describe("are found", () => {
    const find = (who: keyof typeof people, part: string, most = 10) =>
      reading(who, async (tx) => {
        const { rows } = await tx.execute<{ id: number }>(sql`select id from find_orders(${part}, ${most}) id`);
        return rows.map(({ id }) => id);
      });
    const namesOf = async (ids: readonly number[]) => {
      const { rows } = await owner().execute<{ name: string; number: string; email: string; phone: string }>(
        sql`select contact_name as name, number, contact_email as email, contact_phone as phone from orders where id = any (${sql.param([...ids])})`,
      );
      return rows;
    };

    it.each([
      ["a name that many have", "SCHMIDT", /Schmidt/],
      ["a rare name", "marta vonk", /Marta Vonk/],
      ["part of a word", "art", /Marta/],
      ["another script", "احمدی", /احمدی/],
      ["capitals beyond ASCII", "ÇELİK".slice(0, 3), /Çelik/],
      ["an accent", "émile", /Émile/],
      ["a percent sign for itself", "50%", /50%/],
      ["an underscore for itself", "er_5", /er_5/],
    ])("by %s", async (_, part, name) => {
      const { result, scans } = await find("operator", part);
      expect(result.length).toBeGreaterThan(0);
      for (const each of await namesOf(result)) expect(each.name).toMatch(name);
      expect(result).toEqual([...result].sort((a, b) => b - a));
      expect(scans).toBe(0);
    });

    it.each(
      ["zzz", "%%%", "___", "5_%", "\\\\\\", "a%z", "' or true --", "Sch"].map(
        (part) => [part, part === "Sch"] as const,
      ),
    )("by %s only when it stands there: %s", async (part, there) => {
      const { result, scans } = await find("operator", part);
      expect(result.length > 0).toBe(there);
      expect(scans).toBe(0);
    });

    it("by part of an e-mail address and of a phone number, however it is written", async () => {
      for (const part of ["someone1234@", "1001234", "030 1001234", "+49 30 100-1234", "(30) 1001234"]) {
        const found = await namesOf((await find("admin", part)).result);
        expect(found, part).toContainEqual(
          expect.objectContaining({ email: "someone1234@example.com", phone: "+49 30 1001234" }),
        );
      }
    });

    it("by a number or its beginning, the number itself first", async () => {
      const { rows } = await owner().execute<{ id: number; number: string }>(
        sql`select id, number from orders order by id limit 1 offset 99`,
      );
      const { id, number } = rows[0]!;
      const [submit] = number.split("-");
      for (const who of readers.filter((each) => each !== "retailer")) {
        expect((await find(who, number)).result[0], who).toBe(id);
        expect((await find(who, submit!)).result[0], who).toBe(id);
      }
      const begun = await namesOf((await find("supervisor", submit!.slice(0, 3), 50)).result);
      expect(begun.length).toBeGreaterThan(9);
      for (const each of begun) expect(each.number.startsWith(submit!.slice(0, 3))).toBe(true);
    });

    it("by no fewer than three characters", async () => {
      for (const part of ["", "a", "an", "%_"]) expect((await find("operator", part)).result).toEqual([]);
    });

    it("by a supervisor not by what is masked", async () => {
      for (const part of ["someone1234@", "example.com", "1001234"])
        expect((await find("supervisor", part)).result, part).toEqual([]);
      expect((await find("supervisor", "marta")).result.length).toBeGreaterThan(0);
    });

    it("by a shop by the number of its own alone", async () => {
      const { rows } = await owner().execute<{ own: string; foreign: string }>(sql`
        select (select number from orders where retailer_id = ${shop} limit 1) as own, (select number from orders where retailer_id <> ${shop} limit 1) as foreign`);
      const { own, foreign } = rows[0]!;
      expect((await namesOf((await find("retailer", own)).result)).map(({ number }) => number)).toEqual([own]);
      expect((await find("retailer", foreign)).result).toEqual([]);
      for (const part of ["schmidt", "someone", "1001234"])
        expect((await find("retailer", part)).result, part).toEqual([]);
    });
  });
});
