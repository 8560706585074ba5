import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { hasDatabase, useTestDatabase } from "@/db/testing/database";
import { makeProduct, makeRetailer, makeUser } from "@/db/testing/factories";
import { saveCart } from "@/lib/cart/saved";
import { cookieSet, freshIp, signedIn, stranger } from "@/lib/web/testing/context";
import { address, brokenLedgers, rowCounts, submitOf, withCart } from "../testing/submit";
import { readOrder } from "./read";
import { submitOrders as submitOperation } from "./submit";

type Shop = Awaited<ReturnType<typeof makeRetailer>>;
type Goods = Awaited<ReturnType<typeof makeProduct>>;

describe.skipIf(!hasDatabase)("submitting", () => {
  const { owner } = useTestDatabase();
  const submitOrders = withCart(submitOperation, owner);
  let shopper: { id: number };
  let bakery: Shop;
  let books: Shop;
  let bread: Goods;
  let novel: Goods;

  beforeAll(async () => {
    shopper = await makeUser(owner());
    bakery = await makeRetailer(owner(), { name: "Bakery" });
    books = await makeRetailer(owner(), { name: "Books", deliveryFee: 300, freeAbove: 3000 });
    bread = await makeProduct(owner(), bakery.id, {
      name: "Bread",
      variant: { price: 420, stock: 20, weight: 750, sku: "BR-1", optionValues: ["rye", "large"] },
    });
    novel = await makeProduct(owner(), books.id, { name: "Novel", variant: { price: 1500, stock: 20, weight: 300 } });
  });

  const refusal = async (input: unknown, context = signedIn(shopper)) => {
    const given = await submitOrders.fill(context, input);
    const before = await rowCounts(owner());
    const result = await submitOrders.safe(context, given);
    if (result.ok) throw new Error("It should have been refused.");
    expect(await rowCounts(owner()), "a refused submit writes nothing").toEqual(before);
    expect(cookieSet(context, "cart")).toBeUndefined();
    return result.error;
  };

  it("makes one order for each retailer, with everything that belongs to it", async () => {
    const context = signedIn(shopper);
    await saveCart(owner(), shopper.id, [{ variantId: bread.variant.id, quantity: 3 }]);
    const placed = await submitOrders.call(
      context,
      submitOf([
        [bread.variant.id, 3],
        [novel.variant.id, 1],
      ]),
    );
    expect(placed.number).toBe(1001);
    expect(placed.orders.map((order) => order.number)).toEqual(["1001-1", "1001-2"]);
    expect(placed.orders[0]).toMatchObject({
      retailer: { handle: bakery.handle, name: "Bakery", timezone: "Europe/Berlin" },
      status: "pending",
      paymentStatus: "due",
      payment: "cash_on_delivery",
      address,
      subtotal: { amount: 1260, currency: "EUR", formatted: "€12.60" },
      shipping: { amount: 500 },
      total: { amount: 1760 },
      weight: 2250,
      lines: [{ name: "Bread", options: "rye, large", sku: "BR-1", quantity: 3, unitPrice: { amount: 420 } }],
      log: [{ status: "pending", note: "" }],
    });
    expect(placed.orders[1]).toMatchObject({ subtotal: { amount: 1500 }, shipping: { amount: 300 } });

    const { rows } = await owner().execute(sql`
      select stock, (select json_agg(json_build_array(delta, balance, reason, user_id, reference is not null) order by id)
        from stock_ledger where variant_id = variants.id) as ledger from variants where id = ${bread.variant.id}`);
    expect(rows).toEqual([
      {
        stock: 17,
        ledger: [
          [20, 20, "initial", null, false],
          [-3, 17, "order", shopper.id, true],
        ],
      },
    ]);
    expect(await brokenLedgers(owner())).toEqual([]);
    const events = await owner().execute(sql`select name, payload, user_id from events`);
    expect(events.rows).toEqual([
      {
        name: "order.placed",
        user_id: shopper.id,
        payload: expect.objectContaining({ number: 1001, orderIds: [1, 2], userId: shopper.id }),
      },
    ]);
    expect([...context.expired].sort()).toEqual([`product:${bread.product.id}`, `product:${novel.product.id}`].sort());
    expect(cookieSet(context, "cart")).toBeNull();
    const saved = await owner().execute(sql`select * from saved_cart_lines`);
    expect(saved.rows).toEqual([]);
  });

  it("keeps what was bought as it was, whatever becomes of the product and the shop", async () => {
    const shop = await makeRetailer(owner(), { name: "Closing Soon" });
    const { product, variant } = await makeProduct(owner(), shop.id, { name: "Lamp" });
    const { orders } = await submitOrders.call(signedIn(shopper), submitOf([[variant.id, 1]]));
    await owner().execute(sql`update products set name = 'Other', status = 'archived' where id = ${product.id}`);
    await owner().execute(sql`update variants set price = 1 where id = ${variant.id}`);
    await owner().execute(sql`update retailers set status = 'suspended' where id = ${shop.id}`);
    const order = await readOrder.call(signedIn(shopper), { id: orders[0]!.number });
    expect(order).toMatchObject({
      retailer: { name: "Closing Soon" },
      lines: [{ name: "Lamp", productSlug: null, unitPrice: { amount: 1000 } }],
    });
    const other = await readOrder.safe(signedIn(await makeUser(owner())), { id: orders[0]!.number });
    expect(other).toMatchObject({ ok: false, error: { status: 404 } });
  });

  it("submits the named basket alone and leaves the rest in the cart", async () => {
    const context = signedIn(shopper);
    const lines = [
      { variantId: novel.variant.id, quantity: 1 },
      { variantId: bread.variant.id, quantity: 2 },
    ];
    await saveCart(owner(), shopper.id, lines);
    const input = submitOf(
      lines.map(({ variantId, quantity }) => [variantId, quantity]),
      { retailers: [books.handle] },
    );
    const { orders } = await submitOrders.call(context, input);
    expect(orders.map((order) => order.retailer.handle)).toEqual([books.handle]);
    expect(cookieSet(context, "cart")).toBe(`${bread.variant.id}x2`);
    const saved = await owner().execute(sql`select variant_id, quantity from saved_cart_lines`);
    expect(saved.rows).toEqual([{ variant_id: bread.variant.id, quantity: 2 }]);
  });

  it.each([
    ["delivery below the free amount", 1, "delivery", 300, 1800],
    ["delivery from the free amount on", 2, "delivery", 0, 3000],
    ["pickup", 1, "pickup", 0, 1500],
  ] as const)("%s", async (_, quantity, fulfilment, shipping, total) => {
    const input = submitOf([[novel.variant.id, quantity]], { fulfilment });
    const { orders } = await submitOrders.call(signedIn(shopper), input);
    expect(orders[0]).toMatchObject({
      fulfilment,
      payment: fulfilment === "pickup" ? "cash_on_pickup" : "cash_on_delivery",
      address: fulfilment === "pickup" ? null : address,
      shipping: { amount: shipping },
      total: { amount: total },
    });
  });

  it("takes delivery here and pickup there", async () => {
    const lines = [
      [bread.variant.id, 1],
      [novel.variant.id, 1],
    ] as const;
    const input = submitOf(lines, { fulfilment: "delivery", choices: { [books.handle]: "pickup" } });
    const { orders } = await submitOrders.call(signedIn(shopper), input);
    expect(orders.map((order) => order.fulfilment)).toEqual(["delivery", "pickup"]);
  });

  it("asks for a sign-in and for valid fields", async () => {
    expect(await refusal(submitOf([[bread.variant.id, 1]]), stranger())).toMatchObject({ status: 401 });
    const error = await refusal({ ...submitOf([[bread.variant.id, 1]]), contact: { name: " ", email: "x", phone: 1 } });
    expect(error).toMatchObject({ status: 422, code: "invalid" });
    expect(error.errors.map(({ field }) => field)).toEqual(["contact.name", "contact.email", "contact.phone"]);
  });

  it.each([
    ["NUL in a name", { contact: { name: "a\u0000b", email: "a@example.com", phone: "1" } }],
    ["NUL in an address", { address: { ...address, city: "x\u0000" } }],
    ["half a surrogate pair", { address: { ...address, city: "\ud800" } }],
    ["NUL in the key", { idempotencyKey: "12345678\u0000" }],
  ])("%s is the client's fault, not ours", async (_, over) => {
    expect(await refusal(submitOf([[bread.variant.id, 1]], over))).toMatchObject({ status: 422 });
  });

  it.each<[string, object, object]>([
    ["without a code where there is none", { postcode: "00000", country: "AE" }, { postcode: "" }],
    ["with a code as people type it", { postcode: "ec1m5rf", country: "GB" }, { postcode: "EC1M 5RF" }],
    ["with a code that nobody knows, for the courier to read", { postcode: "D-10115" }, {}],
    ["without a state that the code names", { postcode: "94303", country: "US" }, {}],
    ["with a state and a company", { region: "CA", organization: "Example Ltd", country: "US" }, {}],
    ["without a state that its country does not have", { region: "Berlin" }, { region: undefined }],
  ])("takes an address %s", async (_, over, kept) => {
    const given = { ...address, ...over };
    const placed = await submitOrders.call(signedIn(shopper), submitOf([[novel.variant.id, 1]], { address: given }));
    expect(placed.orders[0]!.address).toEqual({ ...given, ...kept });
  });

  it("limits how often one address submits", async () => {
    const ip = freshIp();
    const answers = await Promise.all(
      Array.from({ length: 62 }, () => submitOrders.safe(signedIn(shopper, { ip }), submitOf([]))),
    );
    const codes = answers.map((answer) => (answer.ok ? "ok" : answer.error.code));
    expect(codes.filter((code) => code === "invalid")).toHaveLength(60);
    expect(codes.filter((code) => code === "rate_limited")).toHaveLength(2);
  });

  it("holds sums beyond 32 bits, as markets of small units have them", async () => {
    const shop = await makeRetailer(owner());
    const { variant } = await makeProduct(owner(), shop.id, { variant: { price: 2_000_000_000, stock: 10 } });
    const context = signedIn(await makeUser(owner()));
    const placed = await submitOrders.call(context, submitOf([[variant.id, 2]]));
    expect(placed.orders[0]?.total.amount).toBe(4_000_000_500);
  });

  it("leaves out what the page had left out: a thing that is gone is not in the way of the rest", async () => {
    const shop = await makeRetailer(owner());
    const { variant } = await makeProduct(owner(), shop.id);
    const gone = await makeProduct(owner(), shop.id, { status: "archived" });
    const cart = submitOf([
      [variant.id, 1],
      [gone.variant.id, 1],
    ]);
    const buyer = await makeUser(owner());
    expect((await submitOrders.safe(signedIn(buyer), { ...cart, idempotencyKey: "not shown" })).ok).toBe(false);
    const shown = `${variant.id}x1@${variant.price}`;
    const placed = await submitOrders.call(signedIn(buyer), { ...cart, shown });
    expect(placed.orders[0]?.lines).toHaveLength(1);
  });
});
