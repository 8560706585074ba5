import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { hasDatabase, useTestDatabase } from "@/db/testing/database";
import { makeProduct, makeRetailer, makeUser } from "@/db/testing/factories";
import { signedIn } from "@/lib/web/testing/context";
import { address, rowCounts, submitOf, withCart } from "../testing/submit";
import { submitOrders as submitOperation } from "./submit";

describe.skipIf(!hasDatabase)("a submit that is refused", () => {
  const { owner } = useTestDatabase();
  const submitOrders = withCart(submitOperation, owner);
  let shopper: { id: number };
  let shop: Awaited<ReturnType<typeof makeRetailer>>;

  beforeEach(async () => {
    shopper = await makeUser(owner());
    shop = await makeRetailer(owner());
  });

  const goods = async (variant: Parameters<typeof makeProduct>[2] = {}, retailerId = shop.id) =>
    (await makeProduct(owner(), retailerId, variant)).variant.id;

  /** Nothing is written, nothing is told to the browser. */
  const refusal = async (input: unknown) => {
    const context = signedIn(shopper);
    const given = await submitOrders.fill(context, input);
    const before = await rowCounts(owner());
    const result = await submitOrders.safe(context, given);
    if (result.ok) throw new Error(`It should have been refused: ${JSON.stringify(result.data)}`);
    expect(await rowCounts(owner())).toEqual(before);
    expect(context.cookies).toEqual([]);
    expect([...context.expired]).toEqual([]);
    return result.error;
  };

  it.each([
    ["more than there is", { stock: 3 }, 4, "out_of_stock", "too_many", "Only 3 left."],
    [
      "more than there is, with a smaller maximum",
      { stock: 5, maxQuantity: 2 },
      6,
      "out_of_stock",
      "too_many",
      "Only 5",
    ],
    ["sold out", { stock: 0 }, 1, "out_of_stock", "out_of_stock", "Sold out"],
    ["above the maximum", { maxQuantity: 2 }, 3, "invalid", "above_maximum", "At most 2"],
    ["below the minimum", { minQuantity: 6 }, 5, "invalid", "below_minimum", "from 6 pieces"],
  ])("%s", async (_, variant, quantity, code, problem, words) => {
    const id = await goods({ name: "Mug", variant });
    const error = await refusal(submitOf([[id, quantity]]));
    expect(error.code).toBe(code);
    expect(error.errors).toEqual([
      { field: "items.0.quantity", code: problem, message: expect.stringContaining(words) },
    ]);
    expect(error.message).toContain("Mug");
  });

  it("takes none when one line of two cannot be bought, and names that line", async () => {
    const fine = await goods();
    const short = await goods({ variant: { stock: 1 } });
    const error = await refusal(
      submitOf([
        [fine, 1],
        [short, 2],
      ]),
    );
    expect(error.errors.map(({ field }) => field)).toEqual(["items.1.quantity"]);
  });

  it.each([
    ["an archived product", sql`update products set status = 'archived' where id = (select max(id) from products)`],
    ["a variant taken out", sql`update variants set active = false where id = (select max(id) from variants)`],
    ["a suspended shop", sql`update retailers set status = 'suspended' where id = (select max(id) from retailers)`],
  ])("%s is no longer sold", async (_, change) => {
    const id = await goods();
    await owner().execute(change);
    const error = await refusal(submitOf([[id, 1]]));
    expect(error).toMatchObject({ status: 409, errors: [{ field: "items.0.variantId", code: "gone" }] });
    const named = await refusal(submitOf([[id, 1]], { retailers: [shop.handle] }));
    expect(named).toMatchObject({ status: 422, errors: [{ field: "retailers.0", code: "nothing_to_order" }] });
  });

  it.each([
    ["as asked", {}, "conflict"],
    ["by name", { retailers: true }, "conflict"],
    ["as shown", { expectedTotal: 1500 }, "changed"],
  ])("nothing of a paused shop, and says why: %s", async (_, how, code) => {
    const paused = await makeRetailer(owner());
    const id = await goods({ name: "Kettle" }, paused.id);
    await owner().execute(sql`update retailers set status = 'paused' where id = ${paused.id}`);
    const over = "retailers" in how ? { retailers: [paused.handle] } : how;
    const error = await refusal(submitOf([[id, 1]], over));
    expect(error).toMatchObject({ status: 409, code });
    expect(JSON.stringify([error.message, error.errors, error.data])).toContain("The shop takes no orders just now.");
    if (code === "conflict") expect(error.errors).toMatchObject([{ field: "items.0.quantity", code: "paused" }]);
  });

  it.each([
    ["an empty cart", ""],
    ["a cart of nonsense", "x.1x.0x1.-1x2"],
  ])("%s", async (_, cart) => {
    expect(await refusal({ ...submitOf([]), cart })).toMatchObject({
      status: 422,
      message: "There is nothing to order.",
    });
  });

  it("a basket that is not in the cart, alone or beside one that is", async () => {
    const id = await goods();
    for (const retailers of [["no-such-shop"], [shop.handle, "no-such-shop"]]) {
      const error = await refusal(submitOf([[id, 1]], { retailers }));
      expect(error).toMatchObject({ status: 422, errors: [{ field: `retailers.${retailers.length - 1}` }] });
    }
    expect(await refusal(submitOf([[id, 1]], { retailers: [] }))).toMatchObject({ status: 422 });
  });

  it("below the shop's minimum for a delivery, which pickup does not have", async () => {
    const strict = await makeRetailer(owner(), { minimumOrder: 2500 });
    const id = await goods({ variant: { price: 1000 } }, strict.id);
    const error = await refusal(submitOf([[id, 2]]));
    expect(error).toMatchObject({
      code: "invalid",
      message: expect.stringContaining("€5.00"),
      errors: [{ field: `baskets.${strict.handle}`, code: "below_minimum_order" }],
    });
    await submitOrders.call(signedIn(shopper), submitOf([[id, 2]], { fulfilment: "pickup" }));
  });

  it("a delivery without an address", async () => {
    const error = await refusal(submitOf([[await goods(), 1]], { address: undefined }));
    expect(error).toMatchObject({ status: 422, errors: [{ field: "address.line1", code: "required" }] });
  });

  it.each([
    ["delivery", "cash_on_pickup"],
    ["pickup", "cash_on_delivery"],
  ])("%s paid by %s", async (fulfilment, payment) => {
    const error = await refusal(submitOf([[await goods(), 1]], { fulfilment, payment }));
    expect(error).toMatchObject({ status: 422, errors: [{ field: "payment", code: "payment_mismatch" }] });
  });

  it.each([
    ["delivery", { delivers: false }],
    ["pickup", { picksUp: false }],
  ])("%s where the shop does not offer it", async (fulfilment, terms) => {
    const limited = await makeRetailer(owner(), terms);
    const error = await refusal(submitOf([[await goods({}, limited.id), 1]], { fulfilment }));
    expect(error).toMatchObject({ status: 422, errors: [{ field: "fulfilment", code: "not_offered" }] });
  });

  it.each([
    ["no key", { idempotencyKey: undefined }, "idempotencyKey"],
    ["a short key", { idempotencyKey: "1234567" }, "idempotencyKey"],
    [
      "a country in words",
      { address: { line1: "a", postcode: "1", city: "b", country: "Germany" } },
      "address.country",
    ],
    ["a country that is none", { address: { ...address, country: "ZZ" } }, "address.country"],
    ["no postcode where post goes by it", { address: { ...address, postcode: "" } }, "address.postcode"],
    ["two lines in one", { address: { ...address, line1: "a\nb" } }, "address.line1"],
    ["a total in euros", { expectedTotal: 12.5 }, "expectedTotal"],
    ["an unknown handover", { fulfilment: "drone" }, "fulfilment"],
  ])("%s", async (_, over, field) => {
    const error = await refusal(submitOf([[1, 1]], over));
    expect(error).toMatchObject({ status: 422, code: "invalid" });
    expect(error.errors.map((each) => each.field)).toContain(field);
  });
});
