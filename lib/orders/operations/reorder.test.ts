import { eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { products, retailers, savedCartLines, variants } from "@/db/schema";
import { hasDatabase, useTestDatabase } from "@/db/testing/database";
import { makeProduct, makeRetailer, makeUser } from "@/db/testing/factories";
import { maxLines } from "@/lib/cart/cookie";
import { saveCart } from "@/lib/cart/saved";
import { cookieSet, signedIn, stranger } from "@/lib/web/testing/context";
import { submitOf, withCart } from "../testing/submit";
import { reorder } from "./reorder";
import { submitOrders as submitOperation } from "./submit";

type Goods = Awaited<ReturnType<typeof makeProduct>>;

describe.skipIf(!hasDatabase)("ordering again", () => {
  const { owner } = useTestDatabase();
  const submitOrders = withCart(submitOperation, owner);
  let shopper: { id: number };
  let shop: Awaited<ReturnType<typeof makeRetailer>>;
  let tea: Goods;
  let cup: Goods;
  let number: string;

  beforeEach(async () => {
    shopper = await makeUser(owner());
    shop = await makeRetailer(owner());
    tea = await makeProduct(owner(), shop.id, { name: "Tea", variant: { stock: 100, optionValues: ["green"] } });
    cup = await makeProduct(owner(), shop.id, { name: "Cup", variant: { stock: 100 } });
    const lines = [
      [tea.variant.id, 3],
      [cup.variant.id, 2],
    ] as const;
    number = (await submitOrders.call(signedIn(shopper), submitOf(lines))).orders[0]!.number;
  });

  const hold = (lines: [number, number][]) =>
    owner().transaction((tx) =>
      saveCart(
        tx,
        shopper.id,
        lines.map(([variantId, quantity]) => ({ variantId, quantity })),
      ),
    );
  const saved = async () => {
    const rows = await owner().select().from(savedCartLines).where(eq(savedCartLines.userId, shopper.id));
    return Object.fromEntries(rows.map(({ variantId, quantity }) => [variantId, quantity]));
  };
  const again = async () => {
    const context = signedIn(shopper);
    const data = await reorder.call(context, { id: number });
    return { ...data, cookie: cookieSet(context, "cart") };
  };
  const change = (goods: Goods, set: Partial<typeof variants.$inferInsert>) =>
    owner().update(variants).set(set).where(eq(variants.id, goods.variant.id));

  it("puts everything into the cart, beside what is there", async () => {
    const other = await makeProduct(owner(), shop.id);
    await hold([
      [other.variant.id, 1],
      [tea.variant.id, 1],
    ]);
    const { cart, lines, cookie } = await again();
    expect(cookie).toBe(`${other.variant.id}x1.${tea.variant.id}x4.${cup.variant.id}x2`);
    expect(await saved()).toEqual({ [other.variant.id]: 1, [tea.variant.id]: 4, [cup.variant.id]: 2 });
    expect(cart.count).toBe(7);
    expect(lines).toEqual([
      { name: "Tea", options: "green", wanted: 3, added: 3, code: null, message: null },
      { name: "Cup", options: "", wanted: 2, added: 2, code: null, message: null },
    ]);
  });

  it("adds what is left, and says why that is not all", async () => {
    await change(tea, { stock: 2 });
    await change(cup, { stock: 0 });
    const { lines } = await again();
    expect(await saved()).toEqual({ [tea.variant.id]: 2 });
    expect(lines.map(({ added, code, message }) => [added, code, message])).toEqual([
      [2, "too_many", "Tea, green: 2 of 3 added. Only 2 left."],
      [0, "out_of_stock", "Cup was not added. Sold out for now."],
    ]);
  });

  it("keeps to minimum and maximum quantities", async () => {
    await change(tea, { maxQuantity: 4 });
    await change(cup, { minQuantity: 6 });
    await hold([[tea.variant.id, 2]]);
    const { lines } = await again();
    expect(await saved()).toEqual({ [tea.variant.id]: 4, [cup.variant.id]: 6 });
    expect(lines.map(({ added, code }) => [added, code])).toEqual([
      [2, "above_maximum"],
      [6, "below_minimum"],
    ]);
  });

  it("takes nothing away from a cart that holds more than can be had", async () => {
    await change(tea, { stock: 2 });
    await hold([[tea.variant.id, 7]]);
    expect((await again()).lines[0]).toMatchObject({ added: 0, code: "too_many" });
    expect(await saved()).toMatchObject({ [tea.variant.id]: 7 });
  });

  it("asks for the price of now", async () => {
    await change(tea, { price: 1234 });
    expect((await again()).cart.baskets[0]!.lines[0]!.unitPrice.amount).toBe(1234);
  });

  it("leaves out what is no longer sold, whatever became of it", async () => {
    await owner().execute(sql`delete from saved_cart_lines where user_id = ${shopper.id}`);
    await owner().delete(variants).where(eq(variants.id, tea.variant.id));
    await owner().update(products).set({ status: "archived" }).where(eq(products.id, cup.product.id));
    const { lines, cart } = await again();
    expect(cart.count).toBe(0);
    expect(lines.map(({ name, added, code }) => [name, added, code])).toEqual([
      ["Tea", 0, "gone"],
      ["Cup", 0, "gone"],
    ]);
  });

  it("leaves out what a shop that is closed would have to sell", async () => {
    await owner().update(retailers).set({ status: "suspended" }).where(eq(retailers.id, shop.id));
    expect((await again()).lines.every(({ code }) => code === "gone")).toBe(true);
  });

  it("fills a cart up to what one holds", async () => {
    const many: [number, number][] = [];
    for (let index = 0; index < maxLines - 1; index++) {
      many.push([(await makeProduct(owner(), shop.id)).variant.id, 1]);
    }
    await hold(many);
    const { lines } = await again();
    expect(lines.map(({ added, code }) => [added, code])).toEqual([
      [3, null],
      [0, "full"],
    ]);
    expect(lines[1]!.message).toContain("100 different things");
  });

  it("is the shopper's own order alone", async () => {
    const other = await reorder.safe(signedIn(await makeUser(owner())), { id: number });
    expect(other).toMatchObject({ ok: false, error: { status: 404 } });
    expect(await reorder.safe(stranger(), { id: number })).toMatchObject({ ok: false, error: { status: 401 } });
  });

  it("loses nothing when another device adds at the same moment", async () => {
    await Promise.all([again(), again(), again()]);
    expect(await saved()).toEqual({ [tea.variant.id]: 9, [cup.variant.id]: 6 });
  });
});
