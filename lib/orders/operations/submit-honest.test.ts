import { eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { variants } from "@/db/schema";
import { hasDatabase, useTestDatabase } from "@/db/testing/database";
import { makeProduct, makeRetailer, makeUser } from "@/db/testing/factories";
import { signedIn } from "@/lib/web/testing/context";
import { formatShown } from "../rules";
import { rowCounts, submitOf, withCart } from "../testing/submit";
import { submitOrders as submitOperation } from "./submit";

describe.skipIf(!hasDatabase)("an honest submit", () => {
  const { owner } = useTestDatabase();
  const submitOrders = withCart(submitOperation, owner);
  let shopper: { id: number };
  let tea: number;
  let cup: number;

  beforeEach(async () => {
    shopper = await makeUser(owner());
    const shop = await makeRetailer(owner());
    tea = (await makeProduct(owner(), shop.id, { name: "Tea", variant: { price: 900 } })).variant.id;
    cup = (await makeProduct(owner(), shop.id, { name: "Cup", variant: { price: 1200 } })).variant.id;
  });

  const shown = (price: number, quantity = 2) => formatShown([{ variantId: tea, quantity, price }]);
  const price = (value: number) => owner().update(variants).set({ price: value }).where(eq(variants.id, tea));

  const changed = async (input: unknown) => {
    const context = signedIn(shopper);
    const given = await submitOrders.fill(context, input);
    const before = await rowCounts(owner());
    const result = await submitOrders.safe(context, given);
    if (result.ok) throw new Error("It should have been told that something changed.");
    expect(await rowCounts(owner())).toEqual(before);
    expect(result.error).toMatchObject({ status: 409, code: "changed" });
    return result.error.data as {
      changes: unknown[];
      total: { was: string | null; now: string };
      accept: { shown: string; shownFees: string; expectedTotal: number };
    };
  };

  it("places what is as it was shown", async () => {
    const input = submitOf([[tea, 2]], { shown: shown(900), expectedTotal: 2300 });
    expect((await submitOrders.call(signedIn(shopper), input)).orders[0]!.total.amount).toBe(2300);
  });

  it("tells a price that rose, and takes the same key with the new values", async () => {
    await price(950);
    const input = submitOf([[tea, 2]], { shown: shown(900), expectedTotal: 2300 });
    const data = await changed(input);
    expect(data).toEqual({
      changes: [
        {
          variantId: tea,
          name: "Tea",
          what: "price",
          was: "€9.00",
          now: "€9.50",
          message: "Tea: the price was €9.00, it is now €9.50.",
        },
      ],
      total: { was: "€23.00", now: "€24.00" },
      nothingLeft: false,
      accept: { shown: shown(950), shownFees: expect.stringMatching(/^\d+@500$/), expectedTotal: 2400 },
    });
    const { orders } = await submitOrders.call(signedIn(shopper), { ...input, ...data.accept });
    expect(orders[0]!.lines[0]!.unitPrice.amount).toBe(950);
  });

  it("tells a price that fell", async () => {
    await price(800);
    expect((await changed(submitOf([[tea, 2]], { shown: shown(900) }))).changes).toMatchObject([
      { was: "€9.00", now: "€8.00" },
    ]);
  });

  it("tells another quantity, a line that came and a line that went", async () => {
    const lines = [
      [tea, 3],
      [cup, 1],
    ] as const;
    expect((await changed(submitOf(lines, { shown: `${shown(900)}.999999x1@5` }))).changes).toMatchObject([
      { name: "Tea", what: "quantity", was: "2", now: "3", message: "Tea: you saw 2, your cart now holds 3." },
      { name: "Cup", what: "added", was: null, now: "1", message: "Cup came into the cart." },
      { what: "gone", was: "1", now: null, message: "Something you saw is no longer in the cart." },
    ]);
  });

  it("tells a fee that rose, and a total that differs though every line is as it was", async () => {
    const cheap = await changed(submitOf([[tea, 2]], { shown: shown(800), expectedTotal: 1 }));
    await owner().execute(sql`update retailers set delivery_fee = 700`);
    const input = submitOf([[tea, 2]], { shown: shown(900), expectedTotal: 2300 });
    expect(await changed(input)).toMatchObject({ changes: [], total: { was: "€23.00", now: "€25.00" } });
    const { changes, accept } = await changed({ ...input, shownFees: cheap.accept.shownFees });
    expect(changes).toMatchObject([{ what: "shipping", was: "€5.00", now: "€7.00" }]);
    const { orders } = await submitOrders.call(signedIn(shopper), { ...input, ...accept });
    expect(orders[0]!.shipping.amount).toBe(700);
  });

  it("compares the submitted basket alone", async () => {
    const other = await makeRetailer(owner());
    const pan = (await makeProduct(owner(), other.id)).variant.id;
    const lines = [
      [tea, 2],
      [pan, 1],
    ] as const;
    const input = submitOf(lines, { retailers: [other.handle], shown: `${pan}x1@1000`, expectedTotal: 1500 });
    expect((await submitOrders.call(signedIn(shopper), input)).orders).toHaveLength(1);
  });

  it("counts a malformed description as something that was not shown", async () => {
    expect((await changed(submitOf([[tea, 2]], { shown: "<script>" }))).changes).toMatchObject([{ what: "added" }]);
  });

  it("a price that changes while a hundred submit: each pays what it was shown, or is told", async () => {
    await owner().update(variants).set({ stock: 100 }).where(eq(variants.id, tea));
    const submits = Array.from({ length: 100 }, async () => {
      const input = submitOf([[tea, 1]], { shown: shown(900, 1), expectedTotal: 1400 });
      return submitOrders.safe(signedIn(await makeUser(owner())), input);
    });
    const [results] = await Promise.all([Promise.all(submits), price(950)]);
    for (const result of results) {
      if (result.ok) expect(result.data.orders[0]!.total.amount).toBe(1400);
      else expect(result.error.code).toBe("changed");
    }
    const { rows } = await owner().execute(sql`select distinct unit_price from order_lines where variant_id = ${tea}`);
    expect(rows.every((row) => row.unit_price === 900)).toBe(true);
  });
});
