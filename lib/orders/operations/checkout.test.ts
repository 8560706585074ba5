import { beforeAll, describe, expect, it } from "vitest";
import { hasDatabase, useTestDatabase } from "@/db/testing/database";
import { makeProduct, makeRetailer, makeUser } from "@/db/testing/factories";
import { signedIn } from "@/lib/web/testing/context";
import { submitOf, withCart } from "../testing/submit";
import { prepareCheckout as checkoutOperation } from "./checkout";
import { submitOrders as submitOperation } from "./submit";

describe.skipIf(!hasDatabase)("what a checkout begins with", () => {
  const { owner } = useTestDatabase();
  const prepareCheckout = withCart(checkoutOperation, owner);
  const submitOrders = withCart(submitOperation, owner);
  let shopper: { id: number };

  beforeAll(async () => {
    shopper = await makeUser(owner());
  });

  /** A basket of ten euros in a shop with these terms. */
  const basket = async (terms: Parameters<typeof makeRetailer>[1]) => {
    const shop = await makeRetailer(owner(), terms);
    return { shop, id: (await makeProduct(owner(), shop.id)).variant.id };
  };
  const prepare = (cart: string) => prepareCheckout.call(signedIn(shopper), { cart });

  it.each([
    ["delivery, when the basket is large enough for it", { minimumOrder: 1000 }, "delivery", [500, 0, 0, 0]],
    ["pickup, when it is not", { minimumOrder: 2300 }, "pickup", [500, 1300, 0, 0]],
    ["nothing, when nobody can pick up either", { minimumOrder: 2300, picksUp: false }, null, [500, 1300]],
    ["pickup, when nothing is delivered", { delivers: false }, "pickup", [0, 0]],
    ["delivery that costs nothing", { freeAbove: 1000 }, "delivery", [0, 0, 0, 0]],
  ] as const)("%s", async (_, terms, suggested, amounts) => {
    const { shop, id } = await basket(terms);
    const { baskets } = await prepare(`${id}x1`);
    expect(baskets).toMatchObject([{ retailer: { handle: shop.handle }, suggested }]);
    expect(baskets[0]!.handovers.flatMap(({ shipping, missing }) => [shipping.amount, missing.amount])).toEqual(
      amounts,
    );
    if (suggested) expect(baskets[0]!.fulfilment).toBe(suggested);
  });

  it("what it begins with can be submitted, and baskets that are too small keep no other from it", async () => {
    const [fine, small, blocked] = [
      await basket({}),
      await basket({ minimumOrder: 1001 }),
      await basket({ minimumOrder: 1001, picksUp: false }),
    ];
    const lines = [fine, small, blocked].map(({ id }) => [id, 1] as const);
    const { baskets } = await prepare(lines.map((line) => line.join("x")).join("."));
    const ready = baskets.filter(({ suggested }) => suggested !== null);
    const input = submitOf(lines, {
      retailers: ready.map(({ retailer }) => retailer.handle),
      choices: Object.fromEntries(ready.map(({ retailer, suggested }) => [retailer.handle, suggested])),
    });
    const { orders } = await submitOrders.call(signedIn(shopper), input);
    expect(orders.map(({ fulfilment }) => fulfilment)).toEqual(["delivery", "pickup"]);
  });

  it("the basket that was asked for alone", async () => {
    const [one, other] = [await basket({}), await basket({})];
    const cart = `${one.id}x1.${other.id}x1`;
    const { baskets } = await prepareCheckout.call(signedIn(shopper), { cart, retailer: other.shop.handle });
    expect(baskets.map(({ retailer }) => retailer.handle)).toEqual([other.shop.handle]);
  });
});
