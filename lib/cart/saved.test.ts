import { sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { transaction } from "@/db/client";
import { hasDatabase, useTestDatabase } from "@/db/testing/database";
import { makeProduct, makeRetailer, makeUser } from "@/db/testing/factories";
import { cookieSet, signedIn, stranger } from "@/lib/web/testing/context";
import { type CartLine, formatCart } from "./cookie";
import { addItem, clearCart, readCart, removeItem, updateItem } from "./operations";
import { saveCart, uniteCarts } from "./saved";

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
  const lines = (...each: [number, number][]): CartLine[] =>
    each.map(([index, quantity]) => ({ variantId: ids[index]!, quantity }));
  const cart = (...each: [number, number][]) => formatCart(lines(...each));
  const keepSaved = (...each: [number, number][]) => saveCart(owner(), shopper.id, lines(...each));

  describe("of somebody who is signed in", () => {
    const old = () => cart([5, 9], [6, 9]);

    it.each<
      [string, (context: ReturnType<typeof signedIn>, given: { cart?: string }) => Promise<unknown>, () => string]
    >([
      [
        "adding",
        (context, given) => addItem.call(context, { variantId: ids[2]!, ...given }),
        () => cart([0, 2], [1, 3], [2, 1]),
      ],
      [
        "adding more",
        (context, given) => addItem.call(context, { variantId: ids[0]!, quantity: 4, ...given }),
        () => cart([0, 6], [1, 3]),
      ],
      [
        "setting",
        (context, given) => updateItem.call(context, { variantId: ids[1]!, quantity: 5, ...given }),
        () => cart([0, 2], [1, 5]),
      ],
      [
        "setting to none",
        (context, given) => updateItem.call(context, { variantId: ids[0]!, quantity: 0, ...given }),
        () => cart([1, 3]),
      ],
      ["removing", (context, given) => removeItem.call(context, { variantId: ids[0]!, ...given }), () => cart([1, 3])],
      [
        "removing what only the cookie holds",
        (context, given) => removeItem.call(context, { variantId: ids[5]!, ...given }),
        () => cart([0, 2], [1, 3]),
      ],
      ["emptying", (context, given) => clearCart.call(context, given), () => ""],
    ])("%s starts from what the account holds, and the cookie follows", async (_, change, expected) => {
      for (const cookie of [old(), cart([0, 2], [1, 3]), "", undefined]) {
        await keepSaved([0, 2], [1, 3]);
        const context = signedIn(shopper);
        await change(context, cookie === undefined ? {} : { cart: cookie });
        expect(await saved(), String(cookie)).toBe(expected());
        expect(cookieSet(context, "cart") ?? "", String(cookie)).toBe(expected());
      }
    });

    it("reading shows what the account holds, and a cookie that was left behind catches up", async () => {
      await keepSaved([0, 2], [1, 3]);
      for (const cookie of [old(), "", undefined, "nonsense"]) {
        const context = signedIn(shopper);
        expect((await readCart.call(context, { cart: cookie })).count).toBe(5);
        expect(cookieSet(context, "cart")).toBe(cart([0, 2], [1, 3]));
      }
      const same = signedIn(shopper);
      await readCart.call(same, { cart: cart([0, 2], [1, 3]) });
      expect(same.cookies, "nothing to tell a browser that has it").toEqual([]);
      const none = signedIn(await makeUser(owner()));
      expect((await readCart.call(none, { cart: old() })).count, "of an account that holds nothing").toBe(0);
      expect(cookieSet(none, "cart")).toBeNull();
    });

    it("a refusal leaves both as they are", async () => {
      await keepSaved([0, 2]);
      const context = signedIn(shopper);
      const absent = await updateItem.safe(context, { variantId: ids[5]!, quantity: 1, cart: old() });
      expect(absent).toMatchObject({ ok: false, error: { status: 404 } });
      const more = await addItem.safe(context, { variantId: ids[0]!, quantity: 49, cart: cart([0, 1]) });
      expect(more, "counted with what the account holds").toMatchObject({ ok: false, error: { code: "out_of_stock" } });
      expect(await saved()).toBe(cart([0, 2]));
      expect(context.cookies).toEqual([]);
    });

    it("lines of what is not sold for now stay while others change", async () => {
      await keepSaved([0, 2], [1, 3]);
      await owner().execute(sql`update variants set active = false where id = ${ids[1]}`);
      await addItem.call(signedIn(shopper), { variantId: ids[0]! });
      await owner().execute(sql`update variants set active = true where id = ${ids[1]}`);
      expect(await saved()).toBe(cart([0, 3], [1, 3]));
    });

    it("a session that ended leaves the browser its cookie, which is united when it is signed in again", async () => {
      const context = signedIn(shopper);
      await addItem.call(context, { variantId: ids[0]!, quantity: 2, cart: old() });
      const ended = stranger();
      const cookie = cookieSet(context, "cart") ?? undefined;
      expect((await readCart.call(ended, { cart: cookie })).count).toBe(2);
      await addItem.call(ended, { variantId: ids[1]!, cart: cookie });
      expect(cookieSet(ended, "cart")).toBe(cart([0, 2], [1, 1]));
      expect(await saved(), "the account knows nothing of it yet").toBe(cart([0, 2]));
      const browser = lines([0, 2], [1, 1]);
      const united = await transaction({ tier: "auth", userId: null }, (tx) => uniteCarts(tx, shopper.id, browser));
      expect(united).toEqual({ lines: browser, changed: 0 });
      expect(await saved()).toBe(cart([0, 2], [1, 1]));
    });
  });

  describe("changed by many devices at once", () => {
    const times = <T>(count: number, work: (index: number) => Promise<T>) =>
      Promise.all(Array.from({ length: count }, (_, index) => work(index)));
    const anyOrder = (text: string) => text.split(".").sort();

    it("loses no line that one of them added", async () => {
      await times(12, (index) => addItem.call(signedIn(shopper), { variantId: ids[index]!, cart: cart([3, 9]) }));
      expect(anyOrder(await saved())).toEqual(
        anyOrder(formatCart(ids.map((variantId) => ({ variantId, quantity: 1 })))),
      );
    });

    it("counts every piece, and none beyond the stock", async () => {
      const answers = await times(60, () => addItem.safe(signedIn(shopper), { variantId: ids[0]!, cart: "" }));
      expect(answers.filter(({ ok }) => ok)).toHaveLength(50);
      expect(answers.filter((answer) => !answer.ok && answer.error.code !== "out_of_stock")).toEqual([]);
      expect(await saved()).toBe(cart([0, 50]));
    });

    it("tells each what it holds after its own change", async () => {
      const cookies = await times(20, async (index) => {
        const context = signedIn(shopper);
        await addItem.call(context, { variantId: ids[index % 5]! });
        return cookieSet(context, "cart") ?? "";
      });
      const pieces = (text: string) => text.split(".").reduce((sum, line) => sum + Number(line.split("x")[1]), 0);
      expect(cookies.map(pieces).sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
      expect(cookies).toContain(await saved());
    });

    it("is emptied, or emptied and then added to: never half", async () => {
      await keepSaved([0, 1], [1, 1], [2, 1]);
      await times(10, (index) =>
        index % 2
          ? clearCart.call(signedIn(shopper), {})
          : addItem.call(signedIn(shopper), { variantId: ids[3]! }).then(() => undefined),
      );
      expect(await saved()).toMatch(new RegExp(`^(|${ids[3]}x\\d)$`));
    });
  });

  it("cannot be read or changed as somebody else", async () => {
    await keepSaved([0, 1]);
    const other = await makeUser(owner());
    const found = await transaction({ tier: "shop", userId: other.id }, async (tx) => {
      await tx.execute(sql`delete from saved_cart_lines`);
      return (await tx.execute(sql`select * from saved_cart_lines`)).rows;
    });
    expect(found).toEqual([]);
    expect(await saved()).toBe(cart([0, 1]));
    const forged = transaction({ tier: "shop", userId: other.id }, (tx) => saveCart(tx, shopper.id, lines([1, 1])));
    await expect(forged).rejects.toThrow();
  });

  it("takes ids that name nothing without complaint, and does not keep them", async () => {
    const browser = [{ variantId: 2_147_483_647, quantity: 1 }, ...lines([0, 3])];
    const united = await transaction({ tier: "auth", userId: null }, (tx) => uniteCarts(tx, shopper.id, browser));
    expect(united.lines).toEqual(lines([0, 3]));
    expect(await saved()).toBe(cart([0, 3]));
  });

  it("unites with the browser's at sign-in: the larger quantity, capped by stock, and keeps the outcome", async () => {
    await keepSaved([0, 5], [1, 60], [2, 1]);
    const united = await transaction({ tier: "auth", userId: null }, (tx) =>
      uniteCarts(tx, shopper.id, lines([3, 1], [0, 2], [2, 4])),
    );
    expect(united).toEqual({ lines: lines([3, 1], [0, 5], [2, 4], [1, 50]), changed: 2 });
    expect(await saved()).toBe(cart([3, 1], [0, 5], [2, 4], [1, 50]));
  });

  it("does not bring back what a shop that closed had sold", async () => {
    const closed = await makeRetailer(owner(), { status: "suspended" });
    const { variant } = await makeProduct(owner(), closed.id);
    await saveCart(owner(), shopper.id, [{ variantId: variant.id, quantity: 1 }]);
    const united = await transaction({ tier: "auth", userId: null }, (tx) => uniteCarts(tx, shopper.id, []));
    expect(united).toEqual({ lines: [], changed: 0 });
  });
});
