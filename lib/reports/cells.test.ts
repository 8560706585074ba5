import { eq, sql } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { transaction } from "@/db/client";
import { basketStarts, events, products, retailers } from "@/db/schema";
import { orderTransitions, undone } from "@/db/schema/order-transitions";
import { hasDatabase, useTestDatabase } from "@/db/testing/database";
import { makeCategory, makeProduct, makeRetailer, makeUser } from "@/db/testing/factories";
import { somebodyWaits } from "@/db/testing/waiting";
import { relay } from "@/lib/relay";
import { makeCells, makeCellsIn } from "./cells";
import { rebuildFigures, rebuildShop } from "./rebuild";
import { move, type PastLine, placeInPast, tellPlaced } from "./testing/history";
import { settle } from "./testing/settle";

type Status = keyof typeof orderTransitions;
type DayOf = { placed: number; orders: number; units: number; revenue: number; shipping: number };
type Good = { productId: number; variantId: number };
type Kept = { id: number; status: Status; at: Date; lines: PastLine[]; discount: number; shipping: number };

const dayIn = (timezone: string, at: Date) =>
  new Intl.DateTimeFormat("en-CA", { timeZone: timezone, year: "numeric", month: "2-digit", day: "2-digit" }).format(
    at,
  );

/** What the orders of a shop add up to, reckoned without the database. */
function reckon(timezone: string, kept: readonly Kept[]) {
  const days = new Map<string, DayOf>();
  for (const { status, at, lines, discount, shipping } of kept) {
    const key = dayIn(timezone, at);
    const day = days.get(key) ?? { placed: 0, orders: 0, units: 0, revenue: 0, shipping: 0 };
    days.set(key, day);
    day.placed += 1;
    if ((undone as readonly string[]).includes(status)) continue;
    day.orders += 1;
    day.units += lines.reduce((sum, { quantity }) => sum + quantity, 0);
    day.revenue += lines.reduce((sum, { price, quantity }) => sum + price * quantity, 0) - discount;
    day.shipping += shipping;
  }
  return Object.fromEntries([...days].sort());
}

describe.skipIf(!hasDatabase)("figures by day", () => {
  const { owner } = useTestDatabase();
  let userId: number;
  beforeAll(async () => {
    userId = (await makeUser(owner())).id;
  });

  const read = async (table: "sales_by_day" | "product_sales_by_day" | "category_sales_by_day", retailerId: number) => {
    const { rows } = await owner().execute<Record<string, string | number>>(
      sql`select *, day::text as day from ${sql.identifier(table)} where retailer_id = ${retailerId} order by 2, 3`,
    );
    return rows;
  };
  const days = async (retailerId: number): Promise<Record<string, DayOf>> =>
    Object.fromEntries(
      (await read("sales_by_day", retailerId)).map(({ day, placed, orders, units, revenue, shipping }) => [
        String(day),
        {
          placed: Number(placed),
          orders: Number(orders),
          units: Number(units),
          revenue: Number(revenue),
          shipping: Number(shipping),
        },
      ]),
    );
  const sums = async (table: "product_sales_by_day" | "category_sales_by_day", retailerId: number) => {
    const byDay: Record<string, { units: number; revenue: number }> = {};
    for (const { day, units, revenue } of await read(table, retailerId)) {
      byDay[day!] ??= { units: 0, revenue: 0 };
      byDay[day!]!.units += Number(units);
      byDay[day!]!.revenue += Number(revenue);
    }
    return byDay;
  };
  const revenueOf = (all: Awaited<ReturnType<typeof days>>) =>
    Object.fromEntries(
      Object.entries(all)
        .filter(([, { orders }]) => orders > 0)
        .map(([day, { units, revenue }]) => [day, { units, revenue }]),
    );
  const shopIn = async (timezone: string) => {
    const shop = await makeRetailer(owner(), { timezone });
    const categoryId = (await makeCategory(owner())).id;
    const goods: Good[] = [];
    for (const over of [{ categoryId }, { categoryId }, {}]) {
      const { product, variant } = await makeProduct(owner(), shop.id, { ...over, variant: { stock: 1_000_000 } });
      goods.push({ productId: product.id, variantId: variant.id });
    }
    return { shop, goods, categoryId };
  };
  const place = (
    retailerId: number,
    at: string,
    lines: PastLine[],
    over: { discount?: number; shipping?: number } = {},
  ) => placeInPast(owner(), { retailerId, userId, at: new Date(at), lines, ...over });

  const zones = [
    "Europe/Berlin",
    "Asia/Tehran",
    "America/New_York",
    "Pacific/Auckland",
    "Africa/Cairo",
    "America/Havana",
    "UTC",
  ];
  const line = fc.record({
    which: fc.nat(2),
    price: fc.oneof(fc.constant(0), fc.nat(9999)),
    quantity: fc.integer({ min: 1, max: 9 }),
  });
  const placed = fc.record({
    kind: fc.constant("place" as const),
    // Around the two changes of the clock in most of these zones, and a midnight or two.
    hour: fc.oneof(fc.integer({ min: 0, max: 120 }), fc.integer({ min: 4800, max: 5300 })),
    lines: fc.array(line, { minLength: 1, maxLength: 4 }),
    discount: fc.nat(100),
    shipping: fc.constantFrom(0, 490),
  });
  const moved = fc.record({ kind: fc.constant("move" as const), which: fc.nat(99), way: fc.nat(9) });
  const again = fc.record({ kind: fc.constant("again" as const), which: fc.nat(99) });
  const history = fc.array(fc.oneof({ weight: 3, arbitrary: placed }, { weight: 3, arbitrary: moved }, again), {
    minLength: 1,
    maxLength: 14,
  });

  it("are what the orders add up to, whatever happened and however it was told", async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...zones), history, fc.nat(), async (timezone, steps, shuffle) => {
        const { shop, goods } = await shopIn(timezone);
        const kept: Kept[] = [];
        for (const step of steps) {
          if (step.kind === "place") {
            const at = new Date(Date.UTC(2026, 2, 27) + step.hour * 3_600_000 + 1_800_000);
            const lines = step.lines.map(({ which, ...rest }) => ({ ...goods[which]!, ...rest }));
            const subtotal = lines.reduce((sum, { price, quantity }) => sum + price * quantity, 0);
            const discount = Math.floor((subtotal * step.discount) / 100);
            const { shipping } = step;
            const id = await placeInPast(owner(), { retailerId: shop.id, userId, at, lines, discount, shipping });
            kept.push({ id, status: "pending", at, lines, discount, shipping });
            await tellPlaced(owner(), [id]);
          } else if (kept.length) {
            const one = kept[step.which % kept.length]!;
            const ways: readonly Status[] = orderTransitions[one.status].filter(
              (to) => to !== "out_for_delivery" && to !== "delivered",
            );
            if (step.kind === "again") await tellPlaced(owner(), [one.id]);
            else if (ways.length) {
              one.status = ways[step.way % ways.length]!;
              await move(owner(), one.id, one.status);
            }
          }
        }
        const told = await owner()
          .select({ id: events.id })
          .from(events)
          .orderBy(sql`md5((id + ${shuffle})::text)`)
          .limit(5);
        for (const { id } of told) await relay(id);
        await settle(owner());
        const all = await days(shop.id);
        expect(all).toEqual(reckon(timezone, kept));
        expect(await sums("product_sales_by_day", shop.id)).toEqual(revenueOf(all));
        expect(await sums("category_sales_by_day", shop.id)).toEqual(revenueOf(all));
        const cells = [await read("sales_by_day", shop.id), await read("product_sales_by_day", shop.id)];
        await rebuildShop(shop.id);
        expect([await read("sales_by_day", shop.id), await read("product_sales_by_day", shop.id)]).toEqual(cells);
      }),
      { numRuns: 25 },
    );
  }, 120_000);

  it.each([
    ["Africa/Cairo", "2026-04-23T21:59:59Z", "2026-04-23"],
    ["Africa/Cairo", "2026-04-23T22:00:00Z", "2026-04-24"],
    ["America/Havana", "2026-11-01T04:00:00Z", "2026-11-01"],
    ["America/Havana", "2026-11-01T05:59:59Z", "2026-11-01"],
    ["America/Havana", "2026-11-02T04:59:59Z", "2026-11-01"],
    ["Asia/Kathmandu", "2026-06-01T18:14:59Z", "2026-06-01"],
    ["Asia/Kathmandu", "2026-06-01T18:15:00Z", "2026-06-02"],
    ["Europe/Berlin", "2026-10-25T22:59:59Z", "2026-10-25"],
    ["Europe/Berlin", "2026-10-25T23:00:00Z", "2026-10-26"],
  ])("in %s what was placed at %s is of %s", async (timezone, at, day) => {
    const { shop, goods } = await shopIn(timezone);
    await place(shop.id, at, [{ ...goods[0]!, price: 100, quantity: 1 }]);
    await makeCells({ retailerId: shop.id, from: day, to: day });
    expect(Object.keys(await days(shop.id))).toEqual([day]);
  });

  it("share a discount to the cent, and keep shipping and things that cost nothing apart", async () => {
    const { shop, goods } = await shopIn("UTC");
    const [first, second, third] = goods as [Good, Good, Good];
    await place(
      shop.id,
      "2026-05-05T12:00:00Z",
      [
        { ...first, price: 100, quantity: 1 },
        { ...second, price: 100, quantity: 1 },
        { ...third, price: 100, quantity: 1 },
        { ...third, price: 0, quantity: 7 },
      ],
      { discount: 100, shipping: 490 },
    );
    await rebuildShop(shop.id);
    expect(await days(shop.id)).toEqual({
      "2026-05-05": { placed: 1, orders: 1, units: 10, revenue: 200, shipping: 490 },
    });
    const cells = await read("product_sales_by_day", shop.id);
    expect(cells.map(({ units, revenue }) => [units, Number(revenue)])).toEqual([
      [1, 66],
      [1, 67],
      [8, 67],
    ]);
  });

  it("follow a product that is moved, and keep what was sold of one that is gone", async () => {
    const { shop, goods, categoryId } = await shopIn("UTC");
    const [first, second] = goods as [Good, Good];
    await place(shop.id, "2026-05-05T12:00:00Z", [{ ...first, price: 100, quantity: 2 }]);
    await place(shop.id, "2026-05-05T13:00:00Z", [{ ...second, price: 10, quantity: 1 }]);
    await rebuildShop(shop.id);
    const other = (await makeCategory(owner())).id;
    const inCategories = async () =>
      (await read("category_sales_by_day", shop.id)).map((row) => [row.category_id, Number(row.revenue)]);
    expect(await inCategories()).toEqual([[categoryId, 210]]);
    await owner().update(products).set({ categoryId: other }).where(eq(products.id, first.productId));
    await owner()
      .insert(events)
      .values({ name: "catalog.imported", payload: { retailerId: shop.id, productIds: [first.productId] } });
    await settle(owner());
    expect(await inCategories()).toEqual([
      [categoryId, 10],
      [other, 200],
    ]);
    await owner().delete(products).where(eq(products.id, first.productId));
    await owner()
      .insert(events)
      .values({ name: "catalog.imported", payload: { retailerId: shop.id, productIds: [first.productId] } });
    await settle(owner());
    expect(await inCategories()).toEqual([
      [0, 200],
      [categoryId, 10],
    ]);
  });

  it("are of the shop's new days when its clock is another one", async () => {
    const { shop, goods } = await shopIn("UTC");
    await place(shop.id, "2026-05-05T23:00:00Z", [{ ...goods[0]!, price: 100, quantity: 1 }]);
    await rebuildShop(shop.id);
    await owner().update(retailers).set({ timezone: "Europe/Berlin" }).where(eq(retailers.id, shop.id));
    await owner()
      .insert(events)
      .values({ name: "retailer.changed", payload: { retailerId: shop.id } });
    await settle(owner());
    expect(Object.keys(await days(shop.id))).toEqual(["2026-05-06"]);
  });

  it("gather the orders of a rush into one job", async () => {
    const { shop, goods } = await shopIn("UTC");
    await settle(owner());
    const ids = [];
    for (let index = 0; index < 5; index++)
      ids.push(await place(shop.id, "2026-05-05T10:00:00Z", [{ ...goods[0]!, price: 1, quantity: 1 }]));
    for (const id of ids) await tellPlaced(owner(), [id]);
    const told = await owner().select({ id: events.id }).from(events).orderBy(sql`id desc`).limit(5);
    for (const { id } of told) await relay(id);
    const { rows } = await owner().execute(sql`select key from graphile_worker.jobs where task_identifier = 'cells'`);
    expect(rows).toEqual([{ key: `cells:${shop.id}:2026-05-05:2026-05-05` }]);
  });

  it("wait for each other, and count what was committed meanwhile", async () => {
    const { shop, goods } = await shopIn("UTC");
    const cell = { retailerId: shop.id, from: "2026-05-05", to: "2026-05-05" };
    const sell = () => place(shop.id, "2026-05-05T10:00:00Z", [{ ...goods[0]!, price: 1, quantity: 1 }]);
    await sell();
    let second: Promise<void> | undefined;
    await transaction({ tier: "worker", userId: null }, async (tx) => {
      await makeCellsIn(tx, cell);
      second = makeCells(cell);
      await somebodyWaits(owner());
      await sell();
    });
    await second;
    expect(await days(shop.id)).toMatchObject({ "2026-05-05": { placed: 2 } });
  });

  it("count each basket that began once, however many count at once", async () => {
    const { shop } = await shopIn("Asia/Tehran");
    const late = new Date("2026-05-05T21:00:00Z");
    await owner()
      .insert(basketStarts)
      .values(Array.from({ length: 40 }, () => ({ retailerId: shop.id, at: late })));
    const cell = { retailerId: shop.id, from: "2026-05-06", to: "2026-05-06" };
    await Promise.all([makeCells(cell), rebuildFigures(), makeCells(cell), rebuildFigures()]);
    const { rows } = await owner().execute(
      sql`select day::text, begun from baskets_by_day where retailer_id = ${shop.id}`,
    );
    expect(rows).toEqual([{ day: "2026-05-06", begun: 40 }]);
    expect(await owner().select().from(basketStarts)).toEqual([]);
  });
});
