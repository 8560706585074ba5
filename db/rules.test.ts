import { eq, type SQL, sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { categories, orderLines, orderStatus, orders, pictures, submits, users } from "@/db/schema";
import { orderTransitions, undone } from "@/db/schema/order-transitions";
import { type Database, transaction } from "./client";
import { hasDatabase, useTestDatabase } from "./testing/database";
import { makeCategory, makeProduct, makeRetailer, makeUser } from "./testing/factories";

type Status = (typeof orderStatus.enumValues)[number];

const constraint = (name: string) => ({ cause: { constraint: name } });

describe.skipIf(!hasDatabase)("rules that the database keeps by itself", () => {
  const { owner } = useTestDatabase();
  let shopper: { id: number };
  let shop: { id: number };
  let key = 0;

  beforeEach(async () => {
    shopper = await makeUser(owner());
    shop = await makeRetailer(owner());
  });

  /** An order of `quantity` pieces, as the shop's login writes it. */
  async function place(variantId: number, quantity: number): Promise<number> {
    return transaction({ tier: "shop", userId: shopper.id }, async (tx) => {
      key += 1;
      const [submit] = await tx
        .insert(submits)
        .values({ userId: shopper.id, idempotencyKey: `rules-${key}` })
        .returning();
      const total = 1000 * quantity;
      const [order] = await tx
        .insert(orders)
        .values({
          submitId: submit!.id,
          retailerId: shop.id,
          userId: shopper.id,
          number: `${submit!.number}-1`,
          paymentMethod: "cash_on_pickup",
          fulfilment: "pickup",
          contactName: "A",
          contactEmail: "a@example.com",
          contactPhone: "1",
          currency: "EUR",
          subtotal: total,
          shipping: 0,
          total,
          weight: 0,
        })
        .returning({ id: orders.id });
      await tx.insert(orderLines).values({ ...line(order!.id, variantId), quantity, total });
      return order!.id;
    });
  }
  const line = (orderId: number, variantId: number) => ({
    orderId,
    variantId,
    position: 0,
    name: "x",
    unitPrice: 1000,
    quantity: 1,
    total: 1000,
    weight: 0,
  });
  const move = (id: number, status: string) =>
    owner().execute(sql`update orders set status = ${status} where id = ${id}`);
  /** The statuses between "pending" and this one, by the shortest way. */
  function wayTo(status: Status): Status[] {
    const ways: Status[][] = [["pending"]];
    for (const way of ways) {
      const last = way.at(-1)!;
      if (last === status) return way.slice(1, -1);
      ways.push(...orderTransitions[last].map((next): Status[] => [...way, next]));
    }
    throw new Error(`no way to ${status}`);
  }
  /** What an order is handed over by that comes to this status; either will do for most. */
  const fitting = (status: Status) =>
    status === "out_for_delivery" || status === "delivered"
      ? sql`fulfilment = 'delivery', payment_method = 'cash_on_delivery', address = '{}'`
      : sql`fulfilment = 'pickup', payment_method = 'cash_on_pickup'`;
  const only: readonly Status[] = ["ready_for_pickup", "picked_up", "out_for_delivery", "delivered"];
  /** As if no rule but the checks of the table were there. */
  async function force(tx: Database, id: number, set: SQL) {
    await tx.execute(sql`alter table orders disable trigger user`);
    await tx.execute(sql`update orders set ${set} where id = ${id}`);
    await tx.execute(sql`alter table orders enable trigger user`);
  }
  const stockOf = async (id: number) => {
    const { rows } = await owner().execute(sql`
      select stock, (select sum(delta)::int from stock_ledger where variant_id = variants.id) as ledger from variants where id = ${id}`);
    return rows[0];
  };

  it("allows exactly the moves of the transition table, over every pair of statuses", async () => {
    const { variant } = await makeProduct(owner(), shop.id);
    const id = await place(variant.id, 1);
    const allowed: [string, string][] = [];
    for (const from of orderStatus.enumValues) {
      for (const to of orderStatus.enumValues.filter((each) => each !== from)) {
        await owner()
          .transaction(async (tx) => {
            await force(tx, id, sql`status = ${from}, ${fitting(only.includes(from) ? from : to)}`);
            await tx.execute(sql`update orders set status = ${to} where id = ${id}`);
            allowed.push([from, to]);
            throw new Error("back");
          })
          .catch((error: { message: string; cause?: unknown }) => {
            if (error.message !== "back") expect(error).toMatchObject(constraint("orders_transition"));
          });
      }
    }
    const table = Object.entries(orderTransitions).flatMap(([from, all]) => all.map((to) => [from, to]));
    expect(allowed.map(String).sort()).toEqual(table.map(String).sort());
  });

  it("lets an order come to nothing but what its way of handing over comes to", async () => {
    const { variant } = await makeProduct(owner(), shop.id);
    const id = await place(variant.id, 1);
    for (const status of only) {
      const other = status === "delivered" || status === "out_for_delivery" ? "picked_up" : "delivered";
      const wrong = owner().transaction((tx) => force(tx, id, sql`status = ${status}, ${fitting(other)}`));
      await expect(wrong, status).rejects.toMatchObject(constraint("orders_way"));
    }
  });

  it.each(undone)("gives the stock back once when an order is %s, however many try at once", async (status) => {
    const { variant } = await makeProduct(owner(), shop.id);
    const id = await place(variant.id, 4);
    expect(await stockOf(variant.id)).toEqual({ stock: 6, ledger: 6 });
    const way = wayTo(status);
    for (const each of way) await move(id, each);
    expect(await stockOf(variant.id), "as long as it is on its way").toEqual({ stock: 6, ledger: 6 });
    await Promise.allSettled(Array.from({ length: 8 }, () => move(id, status)));
    expect(await stockOf(variant.id)).toEqual({ stock: 10, ledger: 10 });
    const { rows } = await owner().execute<{ to: string }>(
      sql`select to_status as to from order_status_log where order_id = ${id} order by id`,
    );
    expect(rows.map(({ to }) => to)).toEqual(["pending", ...way, status]);
    const { rows: ledger } = await owner().execute(
      sql`select reason, delta from stock_ledger where variant_id = ${variant.id} order by id`,
    );
    expect(ledger).toEqual([
      { reason: "initial", delta: 10 },
      { reason: "order", delta: -4 },
      { reason: status === "returned" ? "return" : "cancel", delta: 4 },
    ]);
    const twice = owner().execute(sql`
      insert into stock_ledger (variant_id, delta, balance, reason, reference)
      select variant_id, delta, balance, reason, reference from stock_ledger where variant_id = ${variant.id} and delta = 4`);
    await expect(twice).rejects.toMatchObject(constraint("stock_ledger_once"));
  });

  it("keeps every order that is not undone sold", async () => {
    const { variant } = await makeProduct(owner(), shop.id, { variant: { stock: 100 } });
    for (const status of orderStatus.enumValues) {
      const id = await place(variant.id, 3);
      await owner().transaction((tx) => force(tx, id, fitting(status)));
      for (const each of wayTo(status)) await move(id, each);
      if (status !== "pending") await move(id, status);
      const { rows } = await owner().execute(sql`select sum(delta)::int as moved from stock_ledger where reference in (
        select id from order_lines where order_id = ${id}) and reason in ('order', 'cancel', 'return')`);
      expect(rows, status).toEqual([{ moved: undone.some((each) => each === status) ? 0 : -3 }]);
    }
  });

  it("takes no more than there is, and nothing when it refuses", async () => {
    const { variant } = await makeProduct(owner(), shop.id);
    await expect(place(variant.id, 11)).rejects.toMatchObject(constraint("variants_stock"));
    expect(await stockOf(variant.id)).toEqual({ stock: 10, ledger: 10 });
    await expect(owner().execute(sql`update variants set stock = -1 where id = ${variant.id}`)).rejects.toMatchObject(
      constraint("variants_stock"),
    );
  });

  it("adds no line to an order that is placed, not even for the shopper", async () => {
    const { variant } = await makeProduct(owner(), shop.id);
    const id = await place(variant.id, 1);
    const late = transaction({ tier: "shop", userId: shopper.id }, (tx) =>
      tx.insert(orderLines).values({ ...line(id, variant.id), position: 1 }),
    );
    await expect(late).rejects.toMatchObject(constraint("order_lines_with_order"));
    expect(await stockOf(variant.id)).toEqual({ stock: 9, ledger: 9 });
  });

  it("names who acted in the log, the ledger and the audit", async () => {
    const { variant } = await makeProduct(owner(), shop.id);
    const id = await place(variant.id, 1);
    await transaction({ tier: "shop", userId: shopper.id }, (tx) => tx.execute(sql`update users set name = 'Renamed'`));
    const { rows } = await owner().execute(sql`
      select (select user_id from order_status_log where order_id = ${id}) as log,
        (select user_id from stock_ledger where variant_id = ${variant.id} and reason = 'order') as ledger,
        (select user_id from audit_log where relation = 'users' and record = ${shopper.id}::text and action = 'update') as audit`);
    expect(rows).toEqual([{ log: shopper.id, ledger: shopper.id, audit: shopper.id }]);
  });

  it("keeps the ledger from being changed or shortened", async () => {
    await makeProduct(owner(), shop.id);
    await expect(owner().execute(sql`update stock_ledger set delta = 5`)).rejects.toThrow();
    await expect(owner().execute(sql`delete from stock_ledger`)).rejects.toThrow();
  });

  it("moves a branch of the category tree whole, and never below itself", async () => {
    const root = await makeCategory(owner(), { slug: "home" });
    const middle = await makeCategory(owner(), { slug: "kitchen", parentId: root.id });
    const leaf = await makeCategory(owner(), { slug: "knives", parentId: middle.id });
    const other = await makeCategory(owner(), { slug: "garden" });
    expect(leaf).toMatchObject({ path: "home/kitchen/knives", lineage: [root.id, middle.id, leaf.id] });
    await owner().update(categories).set({ parentId: other.id, slug: "cooking" }).where(eq(categories.id, middle.id));
    const [moved] = await owner().select().from(categories).where(eq(categories.id, leaf.id));
    expect(moved).toMatchObject({ path: "garden/cooking/knives", lineage: [other.id, middle.id, leaf.id] });
    const cycle = owner().update(categories).set({ parentId: leaf.id }).where(eq(categories.id, other.id));
    await expect(cycle).rejects.toMatchObject(constraint("categories_no_cycle"));
    const twin = owner().insert(categories).values({ name: "Twin", slug: "cooking", parentId: other.id });
    await expect(twin).rejects.toMatchObject(constraint("categories_sibling_slug"));
  });

  it("wants exactly one primary picture of a product that has any, when the transaction ends", async () => {
    const { product } = await makeProduct(owner(), shop.id);
    const picture = (position: number, primary: boolean) => ({
      productId: product.id,
      position,
      url: `https://x/${position}`,
      primary,
    });
    await expect(owner().insert(pictures).values(picture(1, false))).rejects.toMatchObject(
      constraint("pictures_exactly_one_primary"),
    );
    await owner()
      .insert(pictures)
      .values([picture(1, true), picture(2, false)]);
    await expect(owner().insert(pictures).values(picture(3, true))).rejects.toMatchObject(
      constraint("pictures_one_primary"),
    );
    await owner().transaction(async (tx) => {
      await tx.update(pictures).set({ primary: false }).where(eq(pictures.productId, product.id));
      await tx.update(pictures).set({ primary: true }).where(eq(pictures.url, "https://x/2"));
    });
    await owner().delete(pictures).where(eq(pictures.productId, product.id));
  });

  it("seals the audit without a gap while many write at once", async () => {
    await Promise.all(
      Array.from({ length: 24 }, (_, index) =>
        owner()
          .update(users)
          .set({ name: `N${index}` })
          .where(eq(users.id, shopper.id)),
      ),
    );
    const { rows } = await owner().execute(sql`
      select count(*)::int as broken from (
        select previous_hash, lag(hash, 1, '') over (order by position) as before, position, row_number() over (order by position) as place, hash
        from audit_log) chained
      where previous_hash <> before or position <> place or hash is null`);
    expect(rows).toEqual([{ broken: 0 }]);
  });

  it("knows one account for one address, whatever its case", async () => {
    await makeUser(owner(), { email: "Case@example.com" });
    await expect(makeUser(owner(), { email: "case@EXAMPLE.com" })).rejects.toMatchObject(constraint("users_email_key"));
  });
});
