import { beforeAll, describe, expect, it } from "vitest";
import { hasDatabase, useTestDatabase } from "@/db/testing/database";
import { makeProduct, makeRetailer, makeUser } from "@/db/testing/factories";
import { addAddress } from "@/lib/accounts/addresses/operations";
import { signedIn } from "@/lib/web/testing/context";
import { address, contact, submitOf, withCart } from "../testing/submit";
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

  it("the address of the last order, until one is saved", async () => {
    const { id } = await basket({});
    const person = await makeUser(owner());
    const begun = async () => {
      const { address, contact } = await prepareCheckout.call(signedIn(person), { cart: `${id}x1` });
      return { address, contact };
    };
    expect(await begun()).toEqual({ address: null, contact: { name: person.name, email: person.email, phone: "" } });
    await submitOrders.call(signedIn(person), submitOf([[id, 1]]));
    expect(await begun()).toEqual({ address, contact });
    const saved = { name: "Grandma Ada", line1: "1 Main Street", city: "Palo Alto", region: "CA", postcode: "94303" };
    await addAddress.call(signedIn(person), { ...saved, country: "US", phone: "+1 650 555 0100" });
    await addAddress.call(signedIn(person), { ...saved, country: "US", line1: "2 Main Street" });
    const { name, ...place } = saved;
    expect(await begun()).toEqual({
      address: { ...place, country: "US" },
      contact: { name, email: contact.email, phone: "+1 650 555 0100" },
    });
  });

  it("the basket that was asked for alone", async () => {
    const [one, other] = [await basket({}), await basket({})];
    const cart = `${one.id}x1.${other.id}x1`;
    const { baskets } = await prepareCheckout.call(signedIn(shopper), { cart, retailer: other.shop.handle });
    expect(baskets.map(({ retailer }) => retailer.handle)).toEqual([other.shop.handle]);
  });
});
