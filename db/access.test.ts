import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { credentials, orders, submits, users } from "@/db/schema";
import { env } from "@/lib/platform/env";
import { signedActor } from "./actor";
import { type Database, transaction } from "./client";
import { migrate } from "./migrate";
import { hasDatabase, useTestDatabase } from "./testing/database";
import { makeProduct, makeRetailer, makeUser } from "./testing/factories";
import { roleName, type Tier } from "./tiers";

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
  const { owner, url } = useTestDatabase();
  let mine: { id: number };
  let other: { id: number };
  let variantId: number;

  /** A pending order of 1.00, picked up. */
  async function placeOrder(db: Database, userId: number, retailerId: number, idempotencyKey = "a key to try") {
    const [submit] = await db.insert(submits).values({ userId, idempotencyKey }).returning();
    const [order] = await db
      .insert(orders)
      .values({
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
        subtotal: 100,
        shipping: 0,
        total: 100,
        weight: 0,
      })
      .returning({ id: orders.id });
    return order!.id;
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
    "select * from actor_key",
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
    "update orders set subtotal = 0",
    "update orders set status = 'confirmed'",
    "update orders set status = 'rejected'",
    "update orders set status = 'cancelled', payment_status = 'refunded'",
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
  });

  describe("who acts", () => {
    const role = (tier: Tier) => roleName(tier, { rolePrefix: env.CHARSU_DB_ROLE_PREFIX, secret: env.AUTH_SECRET });
    const signed = (userId: number, tier: Tier = "shop", secret = env.AUTH_SECRET) =>
      signedActor(userId, role(tier), secret);
    const ordersOf = async (value: string) =>
      transaction({ tier: "shop", userId: mine.id }, async (tx) => {
        await tx.execute(sql`select set_config('app.uid', ${value}, true)`);
        const { rows } = await tx.execute<{ id: number }>(sql`select user_id as id from orders`);
        return rows.map(({ id }) => id);
      });

    it("is believed when it is signed for this login", async () => {
      expect(await ordersOf(signed(mine.id))).toEqual([mine.id]);
      expect(await ordersOf(signed(other.id))).toEqual([other.id]);
    });

    it.each<[string, () => string]>([
      ["a plain id", () => `${other.id}`],
      ["an id and a point", () => `${other.id}.`],
      ["an id and garbage", () => `${other.id}.${"0".repeat(64)}`],
      ["an id and the signature of one's own", () => signed(mine.id).replace(/^\d+/, `${other.id}`)],
      ["a signature for another tier", () => signed(other.id, "retailer")],
      ["a signature by another secret", () => signed(other.id, "shop", "another secret of more than 32 characters")],
      ["a signature with more behind it", () => `${signed(other.id)}.x`],
      ["a signature in capitals", () => signed(other.id).toUpperCase()],
      ["a signature alone", () => signed(other.id).slice(signed(other.id).indexOf("."))],
      ["the id written otherwise", () => `0${signed(other.id)}`],
      ["no number", () => "x' or true --"],
      ["a number that no id can be", () => `99999999999999999999.${"0".repeat(64)}`],
      ["nothing", () => ""],
    ])("is nobody by %s", async (_, value) => {
      expect(await ordersOf(value())).toEqual([]);
    });

    it("cannot be taken from what others are doing", async () => {
      const seen = await transaction({ tier: "shop", userId: other.id }, () =>
        by("shop", mine.id, "select query from pg_stat_activity where pid <> pg_backend_pid()"),
      );
      const text = JSON.stringify(seen);
      expect(text, "others can be watched").toContain("app.uid");
      expect(text).not.toContain(signed(other.id).split(".")[1]);
    });

    it("is checked and recorded in our own tables, whatever the login puts before them", async () => {
      const { inner, outer } = { inner: Buffer.alloc(64, 1), outer: Buffer.alloc(64, 2) };
      const hash = (...parts: Buffer[]) => createHash("sha256").update(Buffer.concat(parts)).digest();
      const forged = hash(outer, hash(inner, Buffer.from(`${role("shop")}:${other.id}`))).toString("hex");
      const found = await transaction({ tier: "shop", userId: mine.id }, async (tx) => {
        await tx.execute(sql`create temporary table actor_key (inner_pad bytea, outer_pad bytea) on commit drop`);
        await tx.execute(sql`insert into actor_key values (${inner}, ${outer})`);
        await tx.execute(sql`grant all on actor_key to public`);
        await tx.execute(sql`select set_config('app.uid', ${`${other.id}.${forged}`}, true)`);
        return (await tx.execute(sql`select id from orders`)).rows;
      });
      expect(found).toEqual([]);
      const { rows } = await owner().execute(sql`
        select proname from pg_proc where prosecdef and pronamespace = 'public'::regnamespace
          and not coalesce('search_path=pg_catalog, public, pg_temp' = any (proconfig), false)`);
      expect(rows, "functions with their owner's rights that would look elsewhere first").toEqual([]);
    });

    it("follows the deployment's secret at the next migration", async () => {
      await owner().execute(sql`update actor_key set inner_pad = outer_pad`);
      expect(await ordersOf(signed(mine.id))).toEqual([]);
      await migrate(url());
      expect(await ordersOf(signed(mine.id))).toEqual([mine.id]);
    });

    it("is found out once for a statement, which keeps its index", async () => {
      const plan = await transaction({ tier: "shop", userId: mine.id }, async (tx) => {
        await tx.execute(sql`set local enable_seqscan = off`);
        const { rows } = await tx.execute<Record<string, string>>(sql`explain select id from orders order by id desc`);
        return rows.flatMap((row) => Object.values(row)).join("\n");
      });
      expect(plan).toMatch(/orders_user\b/);
      expect(plan).toMatch(/Index Cond: \(user_id = (\(?InitPlan|\$\d)/);
    });
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

  it("lets a shopper change how a pending order is handed over, at the shop's price alone", async () => {
    const settled = "23514";
    const deliver = (fee: number) =>
      by(
        "shop",
        mine.id,
        `update orders set fulfilment = 'delivery', payment_method = 'cash_on_delivery', address = '{}', shipping = ${fee}, total = ${fee} + subtotal returning user_id`,
      );
    expect(await by("shop", mine.id, "update orders set shipping = 1, total = 101")).toBe(settled);
    expect(await deliver(0)).toBe(settled);
    expect(await deliver(500)).toEqual([{ user_id: mine.id }]);
    expect(
      await by(
        "shop",
        mine.id,
        "update orders set fulfilment = 'pickup', payment_method = 'cash_on_pickup', shipping = 0, total = 100 returning total",
      ),
    ).toEqual([{ total: "100" }]);
    await expect(owner().execute(sql`update orders set subtotal = 1, total = 1`)).rejects.toMatchObject({
      cause: { constraint: "orders_settled" },
    });
  });

  it("lets a shopper cancel while the order is pending, and nothing else of its life", async () => {
    const before = "23514";
    const shop = await makeRetailer(owner());
    const placed = (userId: number) => placeOrder(owner(), userId, shop.id, "a key to cancel");
    const [own, foreign] = [await placed(mine.id), await placed(other.id)];
    const set = (id: number, status: string) =>
      by("shop", mine.id, `update orders set status = '${status}' where id = ${id} returning status`);
    for (const status of ["confirmed", "rejected"]) expect(await set(own, status), status).toBe(denied);
    for (const status of ["preparing", "delivered", "returned"]) expect(await set(own, status), status).toBe(before);
    expect(await set(foreign, "cancelled")).toEqual([]);
    expect(await set(own, "cancelled")).toEqual([{ status: "cancelled" }]);
    expect(await set(own, "pending"), "a cancelled order is closed").toEqual([]);
    await owner().execute(sql`update orders set status = 'confirmed' where id = ${foreign}`);
    expect(
      await by("shop", other.id, `update orders set status = 'cancelled' where id = ${foreign} returning id`),
    ).toEqual([]);
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
