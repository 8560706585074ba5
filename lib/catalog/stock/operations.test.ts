import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { stockLedger, variants } from "@/db/schema";
import { hasDatabase, useTestDatabase } from "@/db/testing/database";
import { makeMember, makeProduct, makeRetailer, makeStaff, makeUser } from "@/db/testing/factories";
import { plansOf } from "@/db/testing/statements";
import { submitOrders as submitOperation } from "@/lib/orders/operations/submit";
import { submitOf, withCart } from "@/lib/orders/testing/submit";
import { actingAs, signedIn } from "@/lib/web/testing/context";
import { adjustStock, countStock, listStock, readStock, stockHistory } from "./operations";
import { selectStock } from "./queries";

describe.skipIf(!hasDatabase)("keeping stock", () => {
  const { owner, url } = useTestDatabase();
  let shop: Awaited<ReturnType<typeof makeRetailer>>;
  let other: Awaited<ReturnType<typeof makeRetailer>>;
  let keeper: Awaited<ReturnType<typeof makeMember>>;
  let manager: Awaited<ReturnType<typeof makeStaff>>;

  beforeAll(async () => {
    [shop, other] = [await makeRetailer(owner()), await makeRetailer(owner())];
    keeper = await makeMember(owner(), shop.id, "staff");
    manager = await makeStaff(owner(), "product_manager");
  });

  const as = () => actingAs(keeper);
  const goods = async (stock: number, retailerId = shop.id) =>
    (await makeProduct(owner(), retailerId, { variant: { stock } })).variant.id;
  const adjust = (id: number, input: object) => adjustStock.safe(as(), { id, ...input });
  const ledgerSum = async (id: number) => {
    const { rows } = await owner().execute<{ sum: number }>(
      sql`select sum(delta)::int as sum from stock_ledger where variant_id = ${id}`,
    );
    return rows[0]!.sum;
  };

  it("sets and adds with a reason, and the ledger says who, how much and why", async () => {
    const id = await goods(10);
    expect(await adjust(id, { how: "add", quantity: 5, note: "delivery" })).toMatchObject({
      ok: true,
      data: { stock: 15 },
    });
    expect(await adjust(id, { how: "add", quantity: -2, note: "broken" })).toMatchObject({ data: { stock: 13 } });
    expect(await adjust(id, { how: "set", quantity: 7, seen: 13 })).toMatchObject({ data: { stock: 7 } });
    const { items } = await stockHistory.call(as(), { id });
    expect(items).toMatchObject([
      { delta: -6, balance: 7, reason: "adjust", note: "", side: "shop", name: keeper.name },
      { delta: -2, balance: 13, reason: "adjust", note: "broken" },
      { delta: 5, balance: 15, reason: "adjust", note: "delivery" },
      { delta: 10, balance: 10, reason: "initial", side: null, name: null },
    ]);
    expect(await ledgerSum(id)).toBe(7);
  });

  it("takes no more away than there is, and sets nothing that moved since it was shown", async () => {
    const id = await goods(3);
    expect(await adjust(id, { how: "add", quantity: -4 })).toMatchObject({
      ok: false,
      error: { status: 422, errors: [{ field: "quantity", code: "fewer" }] },
    });
    expect(await adjust(id, { how: "set", quantity: -1 })).toMatchObject({ ok: false, error: { status: 422 } });
    expect(await adjust(id, { how: "set", quantity: 9, seen: 4 })).toMatchObject({
      ok: false,
      error: { status: 409, data: { now: 3 } },
    });
    expect(await readStock.call(as(), { id })).toMatchObject({ stock: 3 });
  });

  it("loses nothing when many add and sell at once", async () => {
    const id = await goods(50);
    const submitOrders = withCart(submitOperation, owner);
    const sale = async () => submitOrders.call(signedIn(await makeUser(owner())), submitOf([[id, 2]]));
    const context = () => actingAs(keeper);
    await Promise.all([
      ...Array.from({ length: 10 }, () => adjustStock.call(context(), { id, how: "add", quantity: 3 })),
      ...Array.from({ length: 10 }, sale),
    ]);
    expect(await readStock.call(as(), { id })).toMatchObject({ stock: 60 });
    expect(await ledgerSum(id)).toBe(60);
    const { items } = await stockHistory.call(as(), { id });
    expect(items.filter(({ reason }) => reason === "order")[0]).toMatchObject({
      side: "shopper",
      name: null,
      orderNumber: expect.stringMatching(/^\d+-1$/),
    });
  });

  it("takes over a count as a difference to the sheet, so that what was sold meanwhile stays sold", async () => {
    const [a, b, c] = [await goods(10), await goods(4), await goods(6)];
    // Two of the first are sold after the sheet was printed.
    await owner().execute(sql`update variants set stock = 8 where id = ${a}`);
    const lines = [
      { id: a, seen: 10, counted: 9 },
      { id: b, seen: 4, counted: 4 },
      { id: c, seen: 6, counted: 11 },
    ];
    expect(await countStock.call(as(), { lines, note: "inventory" })).toEqual({ changed: 2 });
    for (const [id, stock] of [
      [a, 7],
      [b, 4],
      [c, 11],
    ] as const) {
      expect(await readStock.call(as(), { id })).toMatchObject({ stock });
      expect(await ledgerSum(id)).toBe(stock);
    }
    const { items } = await stockHistory.call(as(), { id: c });
    expect(items[0]).toMatchObject({ delta: 5, note: "inventory" });
  });

  it("takes over a count whole or not at all", async () => {
    const [a, b] = [await goods(5), await goods(1)];
    const lines = [
      { id: a, seen: 5, counted: 2 },
      { id: b, seen: 5, counted: 0 },
    ];
    expect(await countStock.safe(as(), { lines })).toMatchObject({
      ok: false,
      error: { status: 422, errors: [{ field: "lines.1.counted", code: "fewer" }] },
    });
    expect(await readStock.call(as(), { id: a })).toMatchObject({ stock: 5 });
  });

  it("shows a shop its own, the least first, page by page, and the market everything", async () => {
    const mine = await makeRetailer(owner(), { lowStock: 3 });
    const colleague = await makeMember(owner(), mine.id);
    const made: number[] = [];
    for (const stock of [7, 0, 3, 4, 0]) made.push(await goods(stock, mine.id));
    const pageOf = (over: object) => listStock.call(actingAs(colleague), { pageSize: 2, ...over });
    const first = await pageOf({});
    const second = await pageOf({ after: first.page.next });
    const third = await pageOf({ after: second.page.next });
    expect([first, second, third].flatMap(({ items }) => items.map(({ stock }) => stock))).toEqual([0, 0, 3, 4, 7]);
    expect(third.page.next).toBeNull();
    expect(first.items.map(({ id }) => id)).toEqual([made[1], made[4]]);
    expect((await pageOf({ level: "low", pageSize: 9 })).items.map(({ stock, low }) => [stock, low])).toEqual([
      [0, true],
      [0, true],
      [3, true],
    ]);
    expect((await pageOf({ level: "out", pageSize: 9 })).items).toHaveLength(2);
    const all = await listStock.call(actingAs(manager), { retailer: mine.handle });
    expect(all.items).toHaveLength(5);
    expect((await pageOf({ retailer: other.handle })).items).toEqual([]);
    await owner().execute(sql`update variants set sku = 'TEA-77' where id = ${made[3]}`);
    expect((await pageOf({ q: "tea-7" })).items.map(({ id }) => id)).toEqual([made[3]]);
  });

  it("is nobody's business in another shop", async () => {
    const theirs = await goods(5, other.id);
    const context = () => actingAs(keeper);
    for (const answer of [
      await readStock.safe(context(), { id: theirs }),
      await stockHistory.safe(context(), { id: theirs }),
      await adjustStock.safe(context(), { id: theirs, how: "set", quantity: 0 }),
      await countStock.safe(context(), { lines: [{ id: theirs, seen: 5, counted: 0 }] }),
    ]) {
      expect(answer).toMatchObject({ ok: false, error: { status: 404 } });
    }
    const [left] = await owner().select().from(variants).where(eq(variants.id, theirs));
    expect(left).toMatchObject({ stock: 5 });
    expect(await owner().$count(stockLedger, eq(stockLedger.variantId, theirs))).toBe(1);
  });

  it.each(["operator", "supervisor"] as const)("lets %ss read alone", async (role) => {
    const id = await goods(5);
    const context = actingAs(await makeStaff(owner(), role));
    expect(await readStock.call(context, { id })).toMatchObject({ stock: 5 });
    expect((await stockHistory.call(context, { id })).items).toHaveLength(1);
    for (const answer of [
      await adjustStock.safe(context, { id, how: "set", quantity: 0 }),
      await countStock.safe(context, { lines: [{ id, seen: 5, counted: 0 }] }),
    ]) {
      expect(answer).toMatchObject({ ok: false, error: { status: 403 } });
    }
  });

  it("reads no more of a large stock than a page", async () => {
    for (const filter of [{}, { level: "low" as const }, { level: "out" as const }, { retailer: shop.handle }]) {
      const plans = await plansOf(url(), (db) => selectStock(db, filter, { after: [3, 7], limit: 51 }));
      expect(plans.join("\n")).toMatch(/variants_stock_level/);
      expect(plans.join("\n")).not.toMatch(/Seq Scan on (variants|products)/);
    }
  });
});
