import { eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { products, variants } from "@/db/schema";
import { hasDatabase, useTestDatabase } from "@/db/testing/database";
import { makeProduct, makeRetailer, makeUser } from "@/db/testing/factories";
import { saveCart } from "@/lib/cart/saved";
import { cookieSet, signedIn } from "@/lib/web/testing/context";
import { formatShown } from "../rules";
import { contact, rowCounts, submitOf, withCart } from "../testing/submit";
import type { ChangedData } from "../views";
import { prepareCheckout as checkoutOperation } from "./checkout";
import { submitOrders as submitOperation } from "./submit";

type Shop = Awaited<ReturnType<typeof makeRetailer>>;

describe.skipIf(!hasDatabase)("what fell short between the look and the submit", () => {
  const { owner } = useTestDatabase();
  const prepareCheckout = withCart(checkoutOperation, owner);
  const submitOrders = withCart(submitOperation, owner);
  let shopper: { id: number };
  let shop: Shop;
  let tea: number;
  let cup: number;

  const goods = async (name: string, at: Shop, variant: object = {}) =>
    (await makeProduct(owner(), at.id, { name, variant: { price: 900, ...variant } })).variant.id;
  const set = (id: number, over: object) => owner().update(variants).set(over).where(eq(variants.id, id));
  const takeAway = (id: number) =>
    owner()
      .update(products)
      .set({ status: "archived" })
      .where(eq(products.id, sql`(select product_id from variants where id = ${id})`));

  beforeEach(async () => {
    shopper = await makeUser(owner());
    shop = await makeRetailer(owner());
    tea = await goods("Tea", shop);
    cup = await goods("Cup", shop, { optionValues: ["blue", "M"] });
  });

  type Line = readonly [id: number, quantity: number];
  /** A submit that says it showed these lines for 9.00 a piece. */
  const shownOf = (lines: readonly Line[], over: Record<string, unknown> = {}) =>
    submitOf(lines, {
      shown: formatShown(lines.map(([variantId, quantity]) => ({ variantId, quantity, price: 900 }))),
      ...over,
    });

  const refused = async (input: unknown) => {
    const context = signedIn(shopper);
    const given = await submitOrders.fill(context, input);
    const before = await rowCounts(owner());
    const result = await submitOrders.safe(context, given);
    if (result.ok) throw new Error("It should have been told that something changed.");
    expect(await rowCounts(owner())).toEqual(before);
    expect(context.cookies).toEqual([]);
    expect(result.error).toMatchObject({ status: 409, code: "changed" });
    return { ...result.error, message: result.error.message, data: result.error.data as ChangedData };
  };
  const saved = async () =>
    (await owner().execute(sql`select variant_id from saved_cart_lines where user_id = ${shopper.id}`)).rows;

  it("is told as the quantity that can be had, and ordered so when accepted; the cart follows", async () => {
    await saveCart(owner(), shopper.id, [{ variantId: tea, quantity: 4 }]);
    await set(tea, { stock: 3 });
    const input = shownOf([
      [tea, 4],
      [cup, 1],
    ]);
    const { data } = await refused(input);
    expect(data).toMatchObject({
      changes: [{ variantId: tea, what: "quantity", was: "4", now: "3" }],
      total: { now: "€41.00" },
      accept: { expectedTotal: 4100, shown: `${tea}x3@900.${cup}x1@900` },
    });
    expect(data.changes[0]!.message).toBe("Tea: you saw 4, it is now 3. Only 3 left.");
    const context = signedIn(shopper);
    const { orders } = await submitOrders.call(context, { ...input, ...data.accept });
    expect(orders[0]!.lines.map(({ quantity }) => quantity)).toEqual([3, 1]);
    expect(cookieSet(context, "cart")).toBeNull();
    expect(await saved()).toEqual([]);
  });

  it.each([
    ["a smaller maximum", { maxQuantity: 2 }, "2", "At most 2 for each customer."],
    ["a larger minimum", { minQuantity: 6 }, "6", "Sold from 6 pieces on."],
  ])("%s is told the same way", async (_, over, now, reason) => {
    await set(tea, over);
    const input = shownOf([[tea, 4]]);
    const { data } = await refused(input);
    expect(data.changes).toMatchObject([{ was: "4", now, message: expect.stringContaining(reason) }]);
    const { orders } = await submitOrders.call(signedIn(shopper), { ...input, ...data.accept });
    expect(String(orders[0]!.lines[0]!.quantity)).toBe(now);
  });

  it("sold out and no longer sold are gone, by name, and leave the cart when accepted", async () => {
    await set(cup, { stock: 0 });
    const pan = await goods("Pan", shop);
    await takeAway(pan);
    const lines = [
      [cup, 1],
      [pan, 2],
      [tea, 1],
    ] as const;
    await saveCart(
      owner(),
      shopper.id,
      lines.map(([variantId, quantity]) => ({ variantId, quantity })),
    );
    const input = shownOf(lines, { names: { [pan]: "Pan" } });
    const { data } = await refused(input);
    expect(data.changes.map(({ what, message }) => [what, message])).toEqual([
      ["gone", "Cup, blue, M: you saw 1, it is now gone. Sold out for now."],
      ["gone", "Pan: you saw 2, it is now gone. This is no longer sold."],
    ]);
    expect(data).toMatchObject({ total: { now: "€14.00" }, accept: { expectedTotal: 1400 } });
    const context = signedIn(shopper);
    const { orders } = await submitOrders.call(context, { ...input, ...data.accept });
    expect(orders[0]!.lines.map(({ name }) => name)).toEqual(["Tea"]);
    expect(cookieSet(context, "cart")).toBeNull();
    expect(await saved()).toEqual([]);
  });

  it("changes once more between the change and the consent", async () => {
    await set(tea, { stock: 3 });
    const input = shownOf([[tea, 4]]);
    const { data } = await refused(input);
    await set(tea, { stock: 1 });
    const again = await refused({ ...input, ...data.accept });
    expect(again.data.changes).toMatchObject([{ was: "3", now: "1" }]);
    await set(tea, { stock: 9 });
    const more = await refused({ ...input, ...again.data.accept });
    expect(more.data.changes).toMatchObject([{ was: "1", now: "4" }]);
    await submitOrders.call(signedIn(shopper), { ...input, ...more.data.accept });
  });

  it("a basket that is gone is told, and the others are accepted without it", async () => {
    const other = await makeRetailer(owner());
    const pan = await goods("Pan", other);
    await set(pan, { stock: 0 });
    const lines = [
      [tea, 1],
      [pan, 1],
    ] as const;
    for (const over of [{}, { retailers: [shop.handle, other.handle] }]) {
      const input = shownOf(lines, over);
      const { data } = await refused(input);
      expect(data.changes).toMatchObject([{ name: "Pan", what: "gone" }]);
      const { orders } = await submitOrders.call(signedIn(shopper), { ...input, ...data.accept });
      expect(orders.map(({ retailer }) => retailer.handle)).toEqual([shop.handle]);
    }
  });

  it("what falls below the shop's minimum is told with what is missing, and cannot be accepted as it is", async () => {
    await owner().execute(sql`update retailers set minimum_order = 3000 where id = ${shop.id}`);
    await set(tea, { stock: 3 });
    const input = shownOf([[tea, 4]]);
    const error = await refused(input);
    expect(error.data).toMatchObject({ changes: [{ was: "4", now: "3" }], accept: null, nothingLeft: false });
    expect(error.errors).toEqual([
      {
        field: `baskets.${shop.handle}`,
        code: "below_minimum_order",
        message: expect.stringContaining("€3.00 more for a delivery"),
      },
    ]);
    const seen = { shown: `${tea}x3@900` };
    expect(await submitOrders.safe(signedIn(shopper), { ...input, ...seen })).toMatchObject({
      error: { code: "invalid", errors: [{ code: "below_minimum_order" }] },
    });
    await submitOrders.call(signedIn(shopper), { ...input, ...seen, fulfilment: "pickup" });
  });

  it("when nothing is left it is said, and there is nothing to accept", async () => {
    await set(tea, { stock: 0 });
    await takeAway(cup);
    const input = shownOf(
      [
        [tea, 4],
        [cup, 1],
      ],
      { retailers: [shop.handle] },
    );
    const error = await refused(input);
    expect(error.message).toContain("Nothing was ordered");
    expect(error.data).toMatchObject({
      changes: [{ what: "gone" }, { what: "gone" }],
      accept: null,
      nothingLeft: true,
    });
    const emptied = await refused({ ...input, retailers: undefined, cart: "" });
    expect(emptied.data.nothingLeft).toBe(true);
  });

  it("a client that says its total alone is told too; one that says nothing gets the fields", async () => {
    await set(tea, { stock: 3 });
    const input = submitOf([[tea, 4]]);
    const { data } = await refused({ ...input, expectedTotal: 4100 });
    expect(data).toMatchObject({ changes: [{ was: "4", now: "3" }], total: { was: "€41.00", now: "€32.00" } });
    expect(await submitOrders.safe(signedIn(shopper), input)).toMatchObject({
      error: { code: "out_of_stock", data: null, errors: [{ field: "items.0.quantity", code: "too_many" }] },
    });
    await submitOrders.call(signedIn(shopper), { ...input, ...data.accept });
  });

  it("the checkout begins with what can be had, and that can be ordered as it stands there", async () => {
    await set(tea, { stock: 3 });
    await set(cup, { stock: 0 });
    const cart = `${tea}x4.${cup}x1`;
    const page = await prepareCheckout.call(signedIn(shopper), { cart });
    expect(page.changes.map(({ message }) => message)).toEqual([
      "Tea: you saw 4, it is now 3. Only 3 left.",
      "Cup, blue, M: you saw 1, it is now gone. Sold out for now.",
    ]);
    const lines = page.baskets.flatMap((basket) => basket.lines);
    const shown = formatShown(lines.map((line) => ({ ...line, price: line.unitPrice.amount })));
    const { orders } = await submitOrders.call(signedIn(shopper), { ...submitOf([]), cart, shown });
    expect(orders[0]).toMatchObject({ contact: { name: contact.name }, lines: [{ name: "Tea", quantity: 3 }] });
    await set(tea, { stock: 0 });
    expect(await prepareCheckout.call(signedIn(shopper), { cart })).toMatchObject({
      baskets: [],
      changes: [{ what: "gone" }, { what: "gone" }],
    });
  });

  it("the last pieces, wanted by many who accept whatever is left, are sold once", async () => {
    await set(tea, { stock: 7 });
    const buy = async () => {
      const by = signedIn(await makeUser(owner()));
      let input = shownOf([[tea, 3]]);
      for (;;) {
        const result = await submitOrders.safe(by, input);
        if (result.ok) return result.data.orders[0]!.lines[0]!.quantity;
        const { accept } = result.error.data as ChangedData;
        if (!accept) return 0;
        input = { ...input, ...accept };
      }
    };
    const sold = await Promise.all(Array.from({ length: 20 }, buy));
    expect(sold.reduce((sum, each) => sum + each, 0)).toBe(7);
    expect(sold.filter((each) => each > 0).sort()).toEqual([1, 3, 3]);
  });
});
