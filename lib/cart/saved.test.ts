import { sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { transaction } from "@/db/client";
import { hasDatabase, useTestDatabase } from "@/db/testing/database";
import { makeProduct, makeRetailer, makeUser } from "@/db/testing/factories";
import { cookieSet, signedIn } from "@/lib/web/testing/context";
import { addItem, clearCart, readCart, removeItem, updateItem } from "./operations";
import { saveCart, takeFromSaved, uniteCarts } from "./saved";

describe.skipIf(!hasDatabase)("the saved cart", () => {
  const { owner } = useTestDatabase();
  let shopper: { id: number };
  let ids: number[];

  beforeAll(async () => {
    const shop = await makeRetailer(owner());
    ids = [];
    for (let index = 0; index < 12; index++) {
      ids.push((await makeProduct(owner(), shop.id, { variant: { stock: 50 } })).variant.id);
    }
  });
  beforeEach(async () => {
    shopper = await makeUser(owner());
  });

  const saved = async (userId = shopper.id) => {
    const { rows } = await owner().execute<{ id: number; n: number }>(
      sql`select variant_id as id, quantity as n from saved_cart_lines where user_id = ${userId} order by position`,
    );
    return rows.map(({ id, n }) => `${id}x${n}`).join(".");
  };
  const lines = (...each: [number, number][]) =>
    each.map(([index, quantity]) => ({ variantId: ids[index]!, quantity }));
  const asShopper = <T>(work: Parameters<typeof transaction<T>>[1]) =>
    transaction({ tier: "shop", userId: shopper.id }, work);

  it("follows each change that a signed-in shopper makes", async () => {
    const cookie = `${ids[0]}x2`;
    await addItem.call(signedIn(shopper), { variantId: ids[1]!, quantity: 3, cart: cookie });
    expect(await saved()).toBe(`${ids[0]}x2.${ids[1]}x3`);
    await updateItem.call(signedIn(shopper), { variantId: ids[0]!, quantity: 5, cart: `${ids[0]}x2.${ids[1]}x3` });
    expect(await saved()).toBe(`${ids[0]}x5.${ids[1]}x3`);
    await removeItem.call(signedIn(shopper), { variantId: ids[0]!, cart: `${ids[0]}x5.${ids[1]}x3` });
    expect(await saved()).toBe(`${ids[1]}x3`);
    await clearCart.call(signedIn(shopper), { cart: `${ids[1]}x3` });
    expect(await saved()).toBe("");
  });

  it("is the cart of an API client that keeps no cookie", async () => {
    await addItem.call(signedIn(shopper), { variantId: ids[0]!, quantity: 2 });
    const context = signedIn(shopper);
    await addItem.call(context, { variantId: ids[1]!, quantity: 1 });
    expect(cookieSet(context, "cart")).toBe(`${ids[0]}x2.${ids[1]}x1`);
    expect((await readCart.call(signedIn(shopper), {})).count).toBe(3);
    expect((await readCart.call(signedIn(shopper), { cart: "" })).count, "an empty cookie is an empty cart").toBe(0);
    expect((await readCart.call(signedIn(await makeUser(owner())), {})).count).toBe(0);
  });

  it("cannot be read or changed as somebody else", async () => {
    await saveCart(owner(), shopper.id, lines([0, 1]));
    const other = await makeUser(owner());
    const found = await transaction({ tier: "shop", userId: other.id }, async (tx) => {
      await tx.execute(sql`delete from saved_cart_lines`);
      return (await tx.execute(sql`select * from saved_cart_lines`)).rows;
    });
    expect(found).toEqual([]);
    expect(await saved()).toBe(`${ids[0]}x1`);
    const forged = transaction({ tier: "shop", userId: other.id }, (tx) => saveCart(tx, shopper.id, lines([1, 1])));
    await expect(forged).rejects.toThrow();
  });

  it("takes ids that name nothing without complaint", async () => {
    await asShopper((tx) => saveCart(tx, shopper.id, [{ variantId: 2_147_483_647, quantity: 1 }, ...lines([0, 9999])]));
    expect(await saved()).toBe(`${ids[0]}x9999`);
  });

  it("unites with the browser's at sign-in: the larger quantity, capped by stock, and keeps the outcome", async () => {
    await saveCart(owner(), shopper.id, lines([0, 5], [1, 60], [2, 1]));
    const united = await transaction({ tier: "auth", userId: null }, (tx) =>
      uniteCarts(tx, shopper.id, lines([3, 1], [0, 2], [2, 4])),
    );
    expect(united).toEqual({ lines: lines([3, 1], [0, 5], [2, 4], [1, 50]), changed: 2 });
    expect(await saved()).toBe(`${ids[3]}x1.${ids[0]}x5.${ids[2]}x4.${ids[1]}x50`);
  });

  it("does not bring back what a shop that closed had sold", async () => {
    const closed = await makeRetailer(owner(), { status: "suspended" });
    const { variant } = await makeProduct(owner(), closed.id);
    await saveCart(owner(), shopper.id, [{ variantId: variant.id, quantity: 1 }]);
    const united = await transaction({ tier: "auth", userId: null }, (tx) => uniteCarts(tx, shopper.id, []));
    expect(united).toEqual({ lines: [], changed: 0 });
  });

  it("holds what one of many windows wrote, whole, when all of them write at once", async () => {
    const carts = Array.from({ length: 40 }, (_, index) => {
      const some = lines(...ids.map((_, at): [number, number] => [at, 1 + ((index + at) % 7)])).slice(index % 5);
      return index % 2 ? some : some.toReversed();
    });
    await Promise.all(carts.map((cart) => asShopper((tx) => saveCart(tx, shopper.id, cart))));
    const written = carts.map((cart) => cart.map(({ variantId, quantity }) => `${variantId}x${quantity}`).join("."));
    expect(written).toContain(await saved());
  });

  it("loses exactly what was bought, while another window adds", async () => {
    await saveCart(owner(), shopper.id, lines([0, 1], [1, 1], [2, 1]));
    await asShopper((tx) => takeFromSaved(tx, shopper.id, [ids[0]!, ids[2]!]));
    expect(await saved()).toBe(`${ids[1]}x1`);
    await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        asShopper((tx) =>
          index % 2
            ? takeFromSaved(tx, shopper.id, ids.toReversed())
            : saveCart(tx, shopper.id, lines([0, 1], [1, 1], [2, 1])),
        ),
      ),
    );
  });
});
