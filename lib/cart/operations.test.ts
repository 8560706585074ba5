import { sql } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { hasDatabase, useTestDatabase } from "@/db/testing/database";
import { makeCategory, makeProduct, makeRetailer } from "@/db/testing/factories";
import { statementsOf } from "@/db/testing/statements";
import { cookieSet, stranger } from "@/lib/web/testing/context";
import { addItem, clearCart, readCart, removeItem, updateItem } from "./operations";

describe.skipIf(!hasDatabase)("the cart of a browser", () => {
  const { owner } = useTestDatabase();
  let shop: Awaited<ReturnType<typeof makeRetailer>>;
  let mug: number;
  let tray: number;
  let lamp: number;

  beforeAll(async () => {
    const category = await makeCategory(owner(), { name: "Kitchen" });
    shop = await makeRetailer(owner(), { name: "Potter", minimumOrder: 3000, freeAbove: 8000 });
    const other = await makeRetailer(owner(), { delivers: false });
    const product = { name: "Mug", categoryId: category.id };
    const variant = { price: 1250, stock: 8, weight: 300, maxQuantity: 6, optionValues: ["blue", "M"] };
    mug = (await makeProduct(owner(), shop.id, { ...product, variant })).variant.id;
    tray = (await makeProduct(owner(), shop.id, { variant: { minQuantity: 2, stock: 30_000 } })).variant.id;
    lamp = (await makeProduct(owner(), other.id, { variant: { stock: 3 } })).variant.id;
  });

  it("adds one piece, then more of it, and answers with the cart", async () => {
    const first = stranger();
    await addItem.call(first, { variantId: mug });
    expect(first.cookies).toEqual([{ name: "cart", value: `${mug}x1`, httpOnly: false, maxAge: 31_536_000 }]);
    const second = stranger();
    const cart = await addItem.call(second, { variantId: mug, quantity: 2, cart: `${mug}x1.${lamp}x1` });
    expect(cookieSet(second, "cart")).toBe(`${mug}x3.${lamp}x1`);
    expect(cart).toMatchObject({ count: 4, gone: [], total: { amount: 3 * 1250 + 500 + 1000, currency: "EUR" } });
    expect(cart.baskets.map(({ fulfilment }) => fulfilment)).toEqual(["delivery", "pickup"]);
    expect(cart.baskets[0]).toMatchObject({
      retailer: { handle: shop.handle, name: "Potter" },
      subtotal: { amount: 3750, formatted: "€37.50" },
      shipping: { amount: 500 },
      total: { amount: 4250 },
      missingToMinimum: { amount: 0 },
      weight: 900,
      ready: true,
      lines: [
        {
          name: "Mug",
          options: "blue, M",
          category: "Kitchen",
          quantity: 3,
          unitPrice: { amount: 1250 },
          problem: null,
        },
      ],
    });
  });

  it("tells what is missing to the shop's minimum", async () => {
    const cart = await readCart.call(stranger(), { cart: `${mug}x1` });
    expect(cart.baskets[0]).toMatchObject({ ready: false, missingToMinimum: { amount: 1750, formatted: "€17.50" } });
  });

  it.each([
    ["more than is left", () => ({ variantId: lamp, quantity: 4 }), 409, "too_many", "Only 3 left."],
    [
      "more than is left, with what the cart holds",
      () => ({ variantId: lamp, quantity: 2, cart: `${lamp}x2` }),
      409,
      "too_many",
      "Only 3 left.",
    ],
    ["above the maximum", () => ({ variantId: mug, quantity: 7 }), 422, "above_maximum", "At most 6"],
    ["below the minimum", () => ({ variantId: tray, quantity: 1 }), 422, "below_minimum", "Sold from 2 pieces"],
    [
      "more than a line can hold",
      () => ({ variantId: tray, quantity: 9999, cart: `${tray}x9999` }),
      422,
      "too_big",
      "at most 9999",
    ],
  ])("refuses %s", async (_, input, status, code, message) => {
    const context = stranger();
    const result = await addItem.safe(context, input());
    expect(result).toMatchObject({ ok: false, error: { status, errors: [{ field: "quantity", code }] } });
    expect(!result.ok && result.error.message).toContain(message);
    expect(context.cookies, "the browser's cart stays").toEqual([]);
  });

  it("refuses what is not sold, and one thing too many", async () => {
    expect(await addItem.safe(stranger(), { variantId: 2_147_483_647 })).toMatchObject({ error: { status: 404 } });
    const full = Array.from({ length: 100 }, (_, index) => `${index + 1_000_000}x1`).join(".");
    const result = await addItem.safe(stranger(), { variantId: mug, cart: full });
    expect(result).toMatchObject({ error: { status: 422, message: "A cart holds at most 100 different things." } });
  });

  it("sets, removes by zero, removes by name and clears", async () => {
    const cart = `${mug}x2.${lamp}x1`;
    const of = async (run: (context: ReturnType<typeof stranger>) => Promise<unknown>) => {
      const context = stranger();
      await run(context);
      return cookieSet(context, "cart");
    };
    expect(await of((context) => updateItem.call(context, { variantId: mug, quantity: 5, cart }))).toBe(
      `${mug}x5.${lamp}x1`,
    );
    expect(await of((context) => updateItem.call(context, { variantId: mug, quantity: 0, cart }))).toBe(`${lamp}x1`);
    expect(await of((context) => removeItem.call(context, { variantId: lamp, cart }))).toBe(`${mug}x2`);
    expect(await of((context) => removeItem.call(context, { variantId: 77, cart }))).toBe(cart);
    expect(await of((context) => clearCart.call(context, { cart }))).toBeNull();
    expect(await updateItem.safe(stranger(), { variantId: tray, quantity: 1, cart })).toMatchObject({
      error: { status: 404 },
    });
    expect(await updateItem.safe(stranger(), { variantId: lamp, quantity: 4, cart })).toMatchObject({
      error: { status: 409 },
    });
  });

  it.each([
    ["reading", readCart, {}],
    ["adding", addItem, { quantity: 1 }],
    ["adding more than there is", addItem, { quantity: 4 }],
    ["changing", updateItem, { quantity: 2 }],
    ["removing", removeItem, {}],
  ] as const)("prices the cart once: %s", async (_, operation, input) => {
    const cart = `${mug}x1.${lamp}x1`;
    const sent = await statementsOf(() => operation.safe(stranger(), { variantId: lamp, cart, ...input }));
    expect(sent.filter((text) => text.includes('from "variants"'))).toHaveLength(1);
  });

  it("lets a line with a problem be read, mended and removed", async () => {
    const cart = await readCart.call(stranger(), { cart: `${mug}x9.${lamp}x5.999999x2` });
    expect(cart.gone).toEqual([{ variantId: 999999 }]);
    expect(cart.baskets[0]!.lines[0]!.problem).toEqual({ code: "too_many", message: "Only 8 left.", fix: 6 });
    expect(cart.baskets[1]!.lines[0]!.problem).toEqual({ code: "too_many", message: "Only 3 left.", fix: 3 });
    expect(cart.baskets[0]).toMatchObject({ ready: false, subtotal: { amount: 0 }, shipping: { amount: 0 } });
    const mended = await updateItem.call(stranger(), { variantId: lamp, quantity: 3, cart: `${lamp}x5` });
    expect(mended.baskets[0]!.ready).toBe(true);
  });

  it("leaves out what left the market, whoever took it away", async () => {
    const closing = await makeRetailer(owner());
    const { product, variant } = await makeProduct(owner(), closing.id);
    const cart = `${variant.id}x1`;
    for (const [change, back] of [
      [
        sql`update products set status = 'draft' where id = ${product.id}`,
        sql`update products set status = 'published' where id = ${product.id}`,
      ],
      [
        sql`update variants set active = false where id = ${variant.id}`,
        sql`update variants set active = true where id = ${variant.id}`,
      ],
      [
        sql`update retailers set status = 'suspended' where id = ${closing.id}`,
        sql`update retailers set status = 'active' where id = ${closing.id}`,
      ],
    ]) {
      await owner().execute(change!);
      expect(await readCart.call(stranger(), { cart })).toMatchObject({
        baskets: [],
        gone: [{ variantId: variant.id }],
        total: { amount: 0 },
      });
      await owner().execute(back!);
    }
    expect((await readCart.call(stranger(), { cart })).gone).toEqual([]);
  });

  it("keeps what a paused shop sells, and lets nobody order or add it until it goes on", async () => {
    const pausing = await makeRetailer(owner());
    const { variant } = await makeProduct(owner(), pausing.id);
    const cart = `${variant.id}x2`;
    await owner().execute(sql`update retailers set status = 'paused' where id = ${pausing.id}`);
    const [basket] = (await readCart.call(stranger(), { cart })).baskets;
    const message = "The shop takes no orders just now.";
    expect(basket).toMatchObject({
      open: false,
      openNote: "Takes no orders just now",
      ready: false,
      total: { amount: 0 },
      lines: [{ problem: { code: "paused", message, fix: null } }],
    });
    for (const [operation, input] of [
      [addItem, { cart: "", quantity: 1 }],
      [updateItem, { cart, quantity: 3 }],
    ] as const) {
      const refused = await operation.safe(stranger(), { variantId: variant.id, ...input });
      expect(refused).toMatchObject({
        error: { status: 409, message, errors: [{ field: "quantity", code: "paused" }] },
      });
    }
    await removeItem.call(stranger(), { variantId: variant.id, cart });
    await owner().execute(sql`update retailers set status = 'active' where id = ${pausing.id}`);
    expect((await readCart.call(stranger(), { cart })).baskets[0]).toMatchObject({
      ready: true,
      lines: [{ problem: null }],
    });
  });

  it("says when a shop is open by the dates that differ from its week", async () => {
    const resting = await makeRetailer(owner());
    const { variant } = await makeProduct(owner(), resting.id);
    await owner().execute(sql`
      insert into opening_hours (retailer_id, weekday, opens, closes)
        select ${resting.id}, weekday, '00:00', '00:00' from generate_series(0, 6) weekday on conflict do nothing`);
    const open = async () => (await readCart.call(stranger(), { cart: `${variant.id}x1` })).baskets[0]!.open;
    expect(await open()).toBe(true);
    await owner().execute(sql`
      insert into hours_exceptions (retailer_id, day, name)
        select ${resting.id}, (now() at time zone 'Europe/Berlin')::date + step, 'Closed' from generate_series(-1, 1) step`);
    expect(await open()).toBe(false);
  });

  it("answers every cookie there can be without a fault of ours", async () => {
    const cookie = fc.oneof(
      fc.string({ unit: "binary", maxLength: 5000 }),
      fc.stringMatching(/^[\dx.]{0,200}$/),
      fc
        .array(fc.tuple(fc.integer({ min: -1, max: 2 ** 33 }), fc.integer({ min: -1, max: 20_000 })), {
          maxLength: 120,
        })
        .map((lines) => lines.map((each) => each.join("x")).join(".")),
    );
    await fc.assert(
      fc.asyncProperty(cookie, fc.constantFrom(readCart, addItem, updateItem, removeItem), async (cart, operation) => {
        const result = await operation.safe(stranger(), { variantId: mug, quantity: 1, cart });
        expect(result.ok || result.error.status < 500, result.ok ? "" : result.error.message).toBe(true);
      }),
      { numRuns: 1000 },
    );
  }, 60_000);

  it.each([
    { variantId: "1" },
    { variantId: 0 },
    { variantId: 1.5 },
    { variantId: 2 ** 31 },
    { variantId: 1, quantity: 0 },
    { variantId: 1, quantity: 10_000 },
    { variantId: 1, quantity: null },
    {},
    null,
    [[]],
    "12x1",
  ])("refuses %j as input", async (input) => {
    expect(await addItem.safe(stranger(), input)).toMatchObject({ ok: false, error: { status: 422 } });
  });
});
