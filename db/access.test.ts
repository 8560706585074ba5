import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { credentials, orders, submits, users } from "@/db/schema";
import { type Database, transaction } from "./client";
import { hasDatabase, useTestDatabase } from "./testing/database";
import { makeProduct, makeRetailer, makeUser } from "./testing/factories";
import type { Tier } from "./tiers";

/** What a login gets from a statement: its rows, or the SQLSTATE of the refusal. */
async function by(tier: Tier, userId: number | null, statement: string): Promise<unknown[] | string> {
  try {
    const { rows } = await transaction({ tier, userId }, (tx) => tx.execute(sql.raw(statement)));
    return rows;
  } catch (error) {
    return (error as { cause?: { code?: string } }).cause?.code ?? String(error);
  }
}

const denied = "42501";

describe.skipIf(!hasDatabase)("database logins", () => {
  const { owner } = useTestDatabase();
  let mine: { id: number };
  let other: { id: number };
  let variantId: number;

  async function placeOrder(db: Database, userId: number, retailerId: number) {
    const [submit] = await db.insert(submits).values({ userId, idempotencyKey: "a key to try" }).returning();
    await db.insert(orders).values({
      submitId: submit!.id,
      retailerId,
      userId,
      number: `${submit!.number}-1`,
      paymentMethod: "cash_on_pickup",
      fulfilment: "pickup",
      contactName: "A",
      contactEmail: "a@example.com",
      contactPhone: "1",
      currency: "EUR",
      subtotal: 0,
      shipping: 0,
      total: 0,
      weight: 0,
    });
  }

  beforeAll(async () => {
    const db = owner();
    mine = await makeUser(db);
    other = await makeUser(db);
    const shop = await makeRetailer(db);
    variantId = (await makeProduct(db, shop.id)).variant.id;
    await placeOrder(db, mine.id, shop.id);
    await placeOrder(db, other.id, shop.id);
    await db.insert(credentials).values({ userId: other.id, passwordHash: "$argon2id$secret" });
  });

  it.each([
    "select * from credentials",
    "select * from sessions",
    "select * from refresh_tokens",
    "select * from codes.code",
    "select * from codes.hit",
    "select * from outbox_message",
    "select * from audit_log",
    "select * from events",
    "select * from user_roles",
    "select session_version from users",
    "select * from graphile_worker._private_jobs",
  ])("the shop may not: %s", async (statement) => {
    expect(await by("shop", mine.id, statement)).toBe(denied);
  });

  it.each([
    "update products set name = 'x'",
    "insert into products (retailer_id, key, slug, name) values (1, 'x', 'x', 'x')",
    "delete from products",
    "update variants set stock = 1000000",
    "update variants set price = 0",
    "update retailers set status = 'active'",
    "update categories set name = 'x'",
    "update orders set total = 0",
    "delete from orders",
    "update stock_ledger set delta = 1",
    "insert into stock_ledger (variant_id, delta, balance, reason) values (1, 1, 1, 'adjust')",
    "insert into user_roles (user_id, role) values (1, 'admin')",
    "update users set email = 'x@example.com'",
    "create table mine (id int)",
  ])("the shop may not write: %s", async (statement) => {
    expect(await by("shop", mine.id, statement)).toBe(denied);
  });

  it("shows a shopper their own order, account and nothing else", async () => {
    expect(await by("shop", mine.id, "select distinct user_id from orders")).toEqual([{ user_id: mine.id }]);
    expect(await by("shop", mine.id, "select id from users")).toEqual([{ id: mine.id }]);
    expect(await by("shop", null, "select id from orders")).toEqual([]);
    expect(
      await by(
        "shop",
        mine.id,
        `select set_config('app.uid', '${mine.id}', true), id from submits where user_id = ${other.id}`,
      ),
    ).toEqual([]);
  });

  it("does not let a shopper order for somebody else", async () => {
    expect(
      await by("shop", mine.id, `insert into submits (user_id, idempotency_key) values (${other.id}, 'stolen key')`),
    ).toBe(denied);
  });

  it("does not let the shop's login become another", async () => {
    expect(await by("shop", mine.id, "set role postgres")).toBe(denied);
  });

  it("gives the supervisor SELECT alone", async () => {
    expect(await by("supervisor", mine.id, "select count(*)::int as n from orders")).toEqual([{ n: 2 }]);
    for (const statement of [
      "update orders set status = 'confirmed'",
      "update products set name = 'x'",
      "delete from brands",
      "insert into events (name, payload) values ('x', '{}')",
    ]) {
      expect(await by("supervisor", mine.id, statement), statement).toBe(denied);
    }
    expect(await by("supervisor", mine.id, "select * from credentials")).toBe(denied);
  });

  it("moves stock by the trigger of an order line alone, and the ledger follows", async () => {
    const rows = await by("shop", mine.id, `select stock from variants where id = ${variantId}`);
    expect(rows).toEqual([{ stock: 10 }]);
    const { rows: ledger } = await owner().execute(
      sql`select sum(delta)::int as sum from stock_ledger where variant_id = ${variantId}`,
    );
    expect(ledger).toEqual([{ sum: 10 }]);
  });

  it("keeps the order's life in the database", async () => {
    const order = sql`(select min(id) from orders)`;
    await expect(
      owner().execute(sql`update orders set status = 'delivered' where id = ${order}`),
    ).rejects.toMatchObject({
      cause: { constraint: "orders_transition" },
    });
    await owner().execute(sql`update orders set status = 'confirmed' where id = ${order}`);
    const { rows } = await owner().execute(
      sql`select from_status, to_status from order_status_log where order_id = ${order} order by id`,
    );
    expect(rows).toEqual([
      { from_status: null, to_status: "pending" },
      { from_status: "pending", to_status: "confirmed" },
    ]);
  });

  it("chains the audit log without a gap", async () => {
    await owner().update(users).set({ name: "Renamed" });
    const { rows } = await owner().execute<{ broken: number; all: number }>(sql`
      select count(*)::int as all, count(*) filter (where previous_hash <> coalesce(before_hash, '') or hash is null)::int as broken
      from (select *, lag(hash) over (order by position) as before_hash from audit_log) chained`);
    expect(rows[0]!.all).toBeGreaterThan(4);
    expect(rows[0]!.broken).toBe(0);
    await expect(owner().execute(sql`update audit_log set action = 'x'`)).rejects.toThrow();
    await expect(owner().execute(sql`delete from audit_log`)).rejects.toThrow();
  });
});
