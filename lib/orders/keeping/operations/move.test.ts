import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { transaction } from "@/db/client";
import { events, orders, variants } from "@/db/schema";
import { hasDatabase, useTestDatabase } from "@/db/testing/database";
import { somebodyWaits } from "@/db/testing/waiting";
import { cancelOrder } from "../../operations/cancel";
import { readOrder } from "../../operations/read";
import { brokenLedgers } from "../../testing/submit";
import { makePeople, type People } from "../testing/shop";
import { moveOrder, moveOrders } from "./move";
import { readKeptOrder } from "./read";

describe.skipIf(!hasDatabase)("moving orders", () => {
  const { owner } = useTestDatabase();
  let all: People;
  const statusOf = async (number: string) => {
    const [row] = await owner().select().from(orders).where(eq(orders.number, number));
    return row!.status;
  };

  beforeAll(async () => {
    all = await makePeople(owner);
  });

  it("brings an order to its shopper, whom it tells of each step with its note; the cash is taken with the goods", async () => {
    const number = await all.place({ fulfilment: "delivery" });
    const step = (from: string, to: string, note?: string) =>
      moveOrder.call(all.as("clerk"), { id: number, from, to, note } as never);
    expect(await step("pending", "confirmed", "The lid is blue.")).toMatchObject({
      status: "confirmed",
      paymentStatus: "due",
      moves: ["preparing"],
    });
    await step("confirmed", "preparing");
    expect(await step("preparing", "out_for_delivery")).toMatchObject({ paymentStatus: "due", moves: ["delivered"] });
    expect(await step("out_for_delivery", "delivered")).toMatchObject({ paymentStatus: "paid", moves: ["returned"] });
    const seen = await readOrder.call(all.asShopper(), { id: number });
    expect(seen).toMatchObject({ status: "delivered", paymentStatus: "paid" });
    expect(seen.log.map(({ status, note }) => [status, note])).toEqual([
      ["pending", ""],
      ["confirmed", "The lid is blue."],
      ["preparing", ""],
      ["out_for_delivery", ""],
      ["delivered", ""],
    ]);
    expect(await step("delivered", "returned")).toMatchObject({
      status: "returned",
      paymentStatus: "refunded",
      moves: [],
    });
  });

  it("tells of every move, so that what was sold is counted and pages are rendered anew", async () => {
    const number = await all.place();
    const context = all.as("retailer");
    await moveOrder.call(context, { id: number, from: "pending", to: "confirmed" });
    const productId = all.goods.product.id;
    expect([...context.expired]).toContain(`product:${productId}`);
    const [order] = await owner().select({ id: orders.id }).from(orders).where(eq(orders.number, number));
    const told = await owner().select().from(events).where(eq(events.name, "order.moved"));
    expect(told.at(-1)).toMatchObject({
      payload: { orderId: order!.id, productIds: [productId] },
      userId: all.people.retailer.id,
    });
  });

  it.each([
    ["rejected", "retailer"],
    ["cancelled", "operator"],
    ["cancelled", "admin"],
  ] as const)("gives the stock of an order that is %s back, once, by %s", async (to, who) => {
    const stock = async () => {
      const [row] = await owner().select().from(variants).where(eq(variants.id, all.goods.variant.id));
      return row!.stock;
    };
    const before = await stock();
    const number = await all.place({ pieces: 3 });
    expect(await stock()).toBe(before - 3);
    await moveOrder.call(all.as(who), { id: number, from: "pending", to });
    expect(await moveOrder.safe(all.as(who), { id: number, from: "pending", to })).toMatchObject({
      error: { status: 409 },
    });
    expect(await stock()).toBe(before);
    expect(await brokenLedgers(owner())).toEqual([]);
  });

  it.each([
    ["retailer", "pending", "cancelled"],
    ["operator", "pending", "rejected"],
    ["admin", "pending", "rejected"],
    ["retailer", "pending", "delivered"],
    ["operator", "pending", "preparing"],
  ] as const)("is not for %s from %s to %s", async (who, from, to) => {
    const number = await all.place();
    expect(await moveOrder.safe(all.as(who), { id: number, from, to })).toMatchObject({ error: { status: 422 } });
    expect(await statusOf(number)).toBe("pending");
  });

  it("goes the way that the order is handed over", async () => {
    const number = await all.bring(await all.place({ fulfilment: "pickup" }), "confirmed", "preparing");
    const wrong = await moveOrder.safe(all.as("retailer"), { id: number, from: "preparing", to: "out_for_delivery" });
    expect(wrong).toMatchObject({ error: { status: 422 } });
    const sent = owner().execute(sql`update orders set status = 'out_for_delivery' where number = ${number}`);
    await expect(sent).rejects.toMatchObject({ cause: { constraint: "orders_way" } });
    expect(await all.bring(number)).toBe(number);
    await moveOrder.call(all.as("retailer"), { id: number, from: "preparing", to: "ready_for_pickup" });
  });

  it.each(["supervisor", "product_manager"] as const)("is not for a %s", async (who) => {
    const number = await all.place();
    const answers = [
      await moveOrder.safe(all.as(who), { id: number, from: "pending", to: "confirmed" }),
      await moveOrders.safe(all.as(who), { ids: [number], from: "pending", to: "confirmed" }),
    ];
    for (const answer of answers) expect(answer).toMatchObject({ error: { status: 403 } });
    expect(await statusOf(number)).toBe("pending");
  });

  it("of another shop's order is nothing that is there", async () => {
    const number = await all.place();
    const answer = await moveOrder.safe(all.as("stranger"), { id: number, from: "pending", to: "confirmed" });
    expect(answer).toMatchObject({ error: { status: 404 } });
    const several = await moveOrders.call(all.as("stranger"), { ids: [number], from: "pending", to: "confirmed" });
    expect(several).toMatchObject({ moved: 0, outcomes: [{ number, ok: false }] });
    expect(await statusOf(number)).toBe("pending");
  });

  it("tells the second of two people that it has moved on", async () => {
    const number = await all.place();
    const both = await Promise.all([
      moveOrder.safe(all.as("retailer"), { id: number, from: "pending", to: "confirmed" }),
      moveOrder.safe(all.as("operator"), { id: number, from: "pending", to: "cancelled" }),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const late = both.find(({ ok }) => !ok);
    const now = await statusOf(number);
    expect(late).toMatchObject({
      error: {
        status: 409,
        message: `It has moved on by now: ${now === "confirmed" ? "Confirmed" : "Cancelled"}. Nothing was changed.`,
      },
    });
    const { history } = await readKeptOrder.call(all.as("admin"), { id: number });
    expect(history).toHaveLength(2);
  });

  it("waits for a shopper who cancels, and for a shop that confirms", async () => {
    const number = await all.place();
    const confirmed = await transaction({ tier: "shop", userId: all.shopper.id }, async (tx) => {
      await tx.execute(sql`update orders set status = 'cancelled' where number = ${number}`);
      const answer = moveOrder.safe(all.as("retailer"), { id: number, from: "pending", to: "confirmed" });
      await somebodyWaits(owner());
      return { answer };
    });
    expect(await confirmed.answer).toMatchObject({ error: { status: 409 } });
    expect(await statusOf(number)).toBe("cancelled");

    const other = await all.place();
    const answers = await Promise.all([
      cancelOrder.safe(all.asShopper(), { id: other }),
      moveOrder.safe(all.as("retailer"), { id: other, from: "pending", to: "confirmed" }),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ error: { status: 409 } });
  });

  it("moves several at once and tells of each", async () => {
    const [one, two, gone] = [await all.place(), await all.place(), await all.place()];
    const foreign = await all.place({ elsewhere: true });
    await all.bring(gone, "confirmed");
    const ids = [two, one, one, gone, foreign, "99999-1"];
    const answer = await moveOrders.call(all.as("retailer"), {
      ids,
      from: "pending",
      to: "confirmed",
      note: "All of today's",
    });
    expect(answer).toMatchObject({ moved: 2, summary: "2 orders were moved, 3 stayed where they are." });
    const outcome = (number: string) => answer.outcomes.find((each) => each.number === number);
    expect([one, two].map(outcome)).toEqual([
      { number: one, ok: true, message: "Confirmed" },
      { number: two, ok: true, message: "Confirmed" },
    ]);
    expect(outcome(gone)).toMatchObject({
      ok: false,
      message: "It has moved on by now: Confirmed. Nothing was changed.",
    });
    for (const number of [foreign, "99999-1"])
      expect(outcome(number)).toMatchObject({ ok: false, message: "There is nothing here." });
    expect(await Promise.all([one, two, gone, foreign].map(statusOf))).toEqual([
      "confirmed",
      "confirmed",
      "confirmed",
      "pending",
    ]);
    const { history } = await readKeptOrder.call(all.as("retailer"), { id: two });
    expect(history.at(-1)).toMatchObject({ note: "All of today's", by: "shop", name: "Test owner" });
    expect(await moveOrders.safe(all.as("retailer"), { ids: [], from: "pending", to: "confirmed" })).toMatchObject({
      error: { status: 422, errors: [{ field: "ids" }] },
    });
  });

  it("rejects crossing selections at once without a deadlock, and the stock comes back once", async () => {
    const numbers = [await all.place(), await all.place(), await all.place(), await all.place()];
    const [order] = await owner().select().from(variants).where(eq(variants.id, all.goods.variant.id));
    const answers = await Promise.all([
      moveOrders.call(all.as("retailer"), { ids: numbers, from: "pending", to: "rejected" }),
      moveOrders.call(all.as("clerk"), { ids: [...numbers].reverse(), from: "pending", to: "rejected" }),
      all.place(),
    ]);
    expect(answers[0].moved + answers[1].moved).toBe(4);
    const [after] = await owner().select().from(variants).where(eq(variants.id, all.goods.variant.id));
    expect(after!.stock).toBe(order!.stock + 4 * 2 - 2);
    expect(await brokenLedgers(owner())).toEqual([]);
  });
});
