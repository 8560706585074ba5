import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { events, orders, submits, users, variants } from "@/db/schema";
import { hasDatabase, useTestDatabase } from "@/db/testing/database";
import { makeUser } from "@/db/testing/factories";
import { readKeptOrder } from "../keeping/operations/read";
import { makePeople, type People } from "../keeping/testing/shop";
import { readOrder } from "../operations/read";
import { address, brokenLedgers, contact, freshKey, rowCounts } from "../testing/submit";
import { findCustomers, openAccount, placePhoneOrder, preparePhoneOrder } from "./operations";

describe.skipIf(!hasDatabase)("orders on the phone", () => {
  const { owner } = useTestDatabase();
  let all: People;
  let caller: { id: number };
  const call = (over: Record<string, unknown> = {}) => ({
    idempotencyKey: freshKey(),
    customerId: caller.id,
    items: [{ variantId: all.goods.variant.id, quantity: 2 }],
    contact,
    address,
    fulfilment: "delivery" as const,
    ...over,
  });
  const operator = () => all.as("operator");

  beforeAll(async () => {
    all = await makePeople(owner);
    caller = await makeUser(owner(), { name: "Calla Ring", email: "calla@example.com", phone: "+49301234599" });
  });

  it("are the caller's, at the cart's price, and the log names the operator", async () => {
    const { number, orders: made } = await placePhoneOrder.call(operator(), call({ note: "By phone" }));
    expect(made).toMatchObject([{ number: `${number}-1`, total: { amount: 2500 }, status: "pending" }]);
    const own = await readOrder.call(
      { ...all.asShopper(), actor: async () => ({ ...(await all.asShopper().actor()), userId: caller.id }) },
      { id: `${number}-1` },
    );
    expect(own).toMatchObject({
      note: "By phone",
      contact,
      address: { line1: address.line1 },
      total: { amount: 2500 },
    });
    const { history } = await readKeptOrder.call(operator(), { id: `${number}-1` });
    expect(history).toMatchObject([{ status: "pending", by: "market", name: "Test operator" }]);
    const [told] = await owner().select().from(events).where(eq(events.name, "order.placed"));
    expect(told).toMatchObject({
      userId: all.people.operator.id,
      payload: { number, userId: caller.id, productIds: [all.goods.product.id] },
    });
    expect(await brokenLedgers(owner())).toEqual([]);
  });

  it("are placed once for a key, however often it is sent", async () => {
    const input = call();
    const answers = await Promise.all([1, 2, 3].map(() => placePhoneOrder.call(operator(), input)));
    expect(new Set(answers.map(({ number }) => number)).size).toBe(1);
    expect(await owner().$count(submits, eq(submits.idempotencyKey, input.idempotencyKey))).toBe(1);
  });

  it("tell what differs from what was shown, and write nothing", async () => {
    const before = await rowCounts(owner());
    const shown = `${all.goods.variant.id}x2@900`;
    const answer = await placePhoneOrder.safe(operator(), call({ shown, expectedTotal: 2300 }));
    expect(answer).toMatchObject({
      error: { status: 409, code: "changed", data: { accept: { expectedTotal: 2500 } } },
    });
    expect(await rowCounts(owner())).toEqual(before);
  });

  it.each([
    ["more than there is", { quantity: 9999 }, 409],
    ["nothing", null, 422],
  ])("of %s are refused, and nothing is taken", async (_, over, status) => {
    const [before] = await owner().select().from(variants).where(eq(variants.id, all.goods.variant.id));
    const items = over ? [{ variantId: all.goods.variant.id, ...over }] : [];
    expect(await placePhoneOrder.safe(operator(), call({ items }))).toMatchObject({ error: { status } });
    const [after] = await owner().select().from(variants).where(eq(variants.id, all.goods.variant.id));
    expect(after!.stock).toBe(before!.stock);
  });

  it("are for an account that is there and open", async () => {
    const closed = await makeUser(owner(), { active: false });
    for (const customerId of [closed.id, 2_000_000]) {
      expect(await placePhoneOrder.safe(operator(), call({ customerId }))).toMatchObject({
        error: { status: 422, errors: [{ field: "customerId" }] },
      });
      expect(await preparePhoneOrder.safe(operator(), { customerId, items: [] })).toMatchObject({
        error: { status: 422 },
      });
    }
    const twice = [1, 1].map(() => ({ variantId: all.goods.variant.id, quantity: 1 }));
    expect(await placePhoneOrder.safe(operator(), call({ items: twice }))).toMatchObject({ error: { status: 422 } });
  });

  it("are priced before they are placed, with what cannot be had", async () => {
    const items = [{ variantId: all.goods.variant.id, quantity: 9999 }];
    const prepared = await preparePhoneOrder.call(operator(), { customerId: caller.id, items });
    expect(prepared.customer).toEqual({ id: caller.id, name: "Calla Ring", email: "c…@example.com", phone: "+49…99" });
    expect(prepared.baskets).toMatchObject([{ lines: [{ unitPrice: { amount: 1000 } }] }]);
    expect(prepared.changes).toHaveLength(1);
  });

  it("find who calls by part of name, address or number, masked", async () => {
    for (const q of ["calla r", "LLA@EX", "030 1234599"]) {
      const { items } = await findCustomers.call(operator(), { q });
      expect(items, q).toContainEqual({ id: caller.id, name: "Calla Ring", email: "c…@example.com", phone: "+49…99" });
    }
    expect(await findCustomers.safe(operator(), { q: "ca" })).toMatchObject({
      error: { status: 422, errors: [{ field: "q" }] },
    });
    expect((await findCustomers.call(operator(), { q: "%%%" })).items).toEqual([]);
  });

  it("open an account for who has none, which a code opens", async () => {
    const { id } = await openAccount.call(operator(), { name: "Nova Neu", phone: "030 7654321" });
    const [made] = await owner().select().from(users).where(eq(users.id, id));
    expect(made).toMatchObject({
      name: "Nova Neu",
      email: null,
      phone: "+49307654321",
      phoneConfirmedAt: null,
      active: true,
    });
    const { orders: placed } = await placePhoneOrder.call(operator(), call({ customerId: id }));
    expect(placed).toHaveLength(1);
    expect(await openAccount.safe(operator(), { name: "Again", phone: "+49 30 7654321" })).toMatchObject({
      error: { status: 409 },
    });
    expect(await openAccount.safe(operator(), { name: "Nobody" })).toMatchObject({ error: { status: 422 } });
  });

  it("are taken down by operators alone", async () => {
    const before = await owner().$count(orders);
    for (const who of ["product_manager", "supervisor", "admin", "retailer"] as const) {
      for (const answer of [
        await placePhoneOrder.safe(all.as(who), call()),
        await preparePhoneOrder.safe(all.as(who), { items: [] }),
        await findCustomers.safe(all.as(who), { q: "calla" }),
        await openAccount.safe(all.as(who), { name: "X", email: "x@example.com" }),
      ]) {
        expect(answer, who).toMatchObject({ error: { status: 403 } });
      }
    }
    expect(await owner().$count(orders)).toBe(before);
    expect(await owner().$count(users, sql`email = 'x@example.com'`)).toBe(0);
  });
});
