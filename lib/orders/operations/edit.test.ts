import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { events, retailers } from "@/db/schema";
import { hasDatabase, useTestDatabase } from "@/db/testing/database";
import { makeProduct, makeRetailer, makeUser } from "@/db/testing/factories";
import { somebodyWaits } from "@/db/testing/waiting";
import { signedIn, stranger } from "@/lib/web/testing/context";
import { makeKeeper } from "../testing/keeper";
import { address, contact, submitOf, withCart } from "../testing/submit";
import { cancelOrder } from "./cancel";
import { editOrder } from "./edit";
import { readOrder } from "./read";
import { submitOrders as submitOperation } from "./submit";

describe.skipIf(!hasDatabase)("editing an order", () => {
  const { owner } = useTestDatabase();
  const submitOrders = withCart(submitOperation, owner);
  let shopper: { id: number };
  let shop: Awaited<ReturnType<typeof makeRetailer>>;
  let keeper: Awaited<ReturnType<typeof makeKeeper>>;
  let bread: number;

  beforeAll(async () => {
    shopper = await makeUser(owner());
    shop = await makeRetailer(owner(), { minimumOrder: 1500, freeAbove: 5000 });
    keeper = await makeKeeper(owner(), shop.id);
    bread = (await makeProduct(owner(), shop.id, { variant: { stock: 1000 } })).variant.id;
  });

  /** Two pieces of ten euros. */
  const place = async (over: Record<string, unknown> = {}, quantity = 2) =>
    (await submitOrders.call(signedIn(shopper), submitOf([[bread, quantity]], over))).orders[0]!;
  const edit = (id: string, input: object, who = shopper) => editOrder.safe(signedIn(who), { id, ...input });
  const edited = (id: string, input: object) => editOrder.call(signedIn(shopper), { id, ...input });
  const eventsOf = async (number: string) =>
    (
      await owner()
        .select({ name: events.name })
        .from(events)
        .where(
          sql`${events.name} = 'order.edited' and (payload ->> 'orderId')::int = (select id from orders where number = ${number})`,
        )
    ).length;
  const read = (id: string) => readOrder.call(signedIn(shopper), { id });

  it("changes contact, address and note, and leaves the rest and the amounts as they are", async () => {
    const order = await place({ note: "Ring twice" });
    const changed = await edited(order.number, {
      contact: { phone: "+49 30 7654321" },
      address: { ...address, line1: "Lange Gasse 3", organization: "Example Ltd" },
    });
    expect(changed).toEqual({
      ...order,
      contact: { ...contact, phone: "+49 30 7654321" },
      address: { ...address, line1: "Lange Gasse 3", organization: "Example Ltd" },
    });
    expect(await edited(order.number, { note: "" })).toEqual({ ...changed, note: "" });
    expect(await read(order.number)).toEqual({ ...changed, note: "" });
    expect(await eventsOf(order.number)).toBe(2);
    expect(await keeper.sees(order.number)).toMatchObject({ contact_phone: "+49 30 7654321" });
  });

  it("turns a delivery into pickup and back, at the shop's terms", async () => {
    const order = await place();
    const picked = await edited(order.number, { fulfilment: "pickup", expectedTotal: 2000 });
    expect(picked).toMatchObject({
      fulfilment: "pickup",
      payment: "cash_on_pickup",
      address: null,
      shipping: { amount: 0 },
      total: { amount: 2000 },
    });
    const nowhere = await edit(order.number, { fulfilment: "delivery" });
    expect(nowhere).toMatchObject({ ok: false, error: { status: 422, errors: [{ field: "address.line1" }] } });
    expect(await edited(order.number, { fulfilment: "delivery", address })).toEqual(order);
  });

  it("asks for nothing where the shop delivers freely, and keeps a settled fee while the way stays", async () => {
    const large = await place({ fulfilment: "pickup" }, 5);
    expect(await edited(large.number, { fulfilment: "delivery", address })).toMatchObject({
      shipping: { amount: 0 },
      total: { amount: 5000 },
    });
    const small = await place();
    await owner().update(retailers).set({ deliveryFee: 900 }).where(eq(retailers.id, shop.id));
    try {
      expect(await edited(small.number, { note: "Later" })).toMatchObject({ total: { amount: 2500 } });
      await edited(small.number, { fulfilment: "pickup" });
      expect(await edited(small.number, { fulfilment: "delivery", address })).toMatchObject({
        total: { amount: 2900 },
      });
    } finally {
      await owner().update(retailers).set({ deliveryFee: 500 }).where(eq(retailers.id, shop.id));
    }
  });

  it("tells a total that is not what the shopper was shown, and changes nothing", async () => {
    const order = await place();
    const answer = await edit(order.number, { fulfilment: "pickup", expectedTotal: 2500 });
    expect(answer).toMatchObject({
      ok: false,
      error: { status: 409, code: "changed", data: { total: { was: "€25.00", now: "€20.00" } } },
    });
    expect(await read(order.number)).toEqual(order);
  });

  it("offers no delivery for less than the shop's minimum, nor what the shop does not do", async () => {
    const little = await place({ fulfilment: "pickup" }, 1);
    expect(await edit(little.number, { fulfilment: "delivery", address })).toMatchObject({
      ok: false,
      error: { status: 422, message: expect.stringContaining("€5.00"), errors: [{ code: "below_minimum_order" }] },
    });
    await owner().update(retailers).set({ picksUp: false }).where(eq(retailers.id, shop.id));
    try {
      const order = await place();
      const answer = await edit(order.number, { fulfilment: "pickup" });
      expect(answer).toMatchObject({ ok: false, error: { status: 422, errors: [{ code: "not_offered" }] } });
    } finally {
      await owner().update(retailers).set({ picksUp: true }).where(eq(retailers.id, shop.id));
    }
  });

  it("is the shopper's own alone", async () => {
    const order = await place();
    const eve = await makeUser(owner());
    const notFound = { ok: false, error: { status: 404 } };
    expect(await edit(order.number, { note: "mine" }, eve)).toMatchObject(notFound);
    expect(await edit(order.number, { note: "mine" }, keeper)).toMatchObject(notFound);
    expect(await edit("999999-1", { note: "mine" })).toMatchObject(notFound);
    const nobody = await editOrder.safe(stranger(), { id: order.number, note: "mine" });
    expect(nobody).toMatchObject({ ok: false, error: { status: 401 } });
    expect(await read(order.number)).toEqual(order);
  });

  it.each<[string, object, string]>([
    ["an address without a street", { address: { ...address, line1: "" } }, "address.line1"],
    ["an unknown way", { fulfilment: "drone" }, "fulfilment"],
    ["a contact that nobody can be reached by", { contact: { email: "x" } }, "contact.email"],
    ["too long a note", { note: "x".repeat(1001) }, "note"],
  ])("refuses %s", async (_, input, field) => {
    const order = await place();
    expect(await edit(order.number, input)).toMatchObject({ ok: false, error: { status: 422, errors: [{ field }] } });
    expect(await read(order.number)).toEqual(order);
  });

  it("does not take amounts, a status or another owner from outside", async () => {
    const order = await place();
    const stolen = { total: 1, subtotal: 1, discount: 500, shipping: 0, status: "delivered", userId: keeper.id };
    expect(await edited(order.number, { note: "x", ...stolen })).toEqual({ ...order, note: "x" });
  });

  it("says where the order is once it is no longer pending", async () => {
    const order = await place();
    await keeper.move(order.number, "confirmed");
    const conflict = {
      ok: false,
      error: { status: 409, code: "conflict", message: expect.stringContaining("Confirmed") },
    };
    expect(await edit(order.number, { note: "too late" })).toMatchObject(conflict);
    expect(await read(order.number)).toMatchObject({ note: "", status: "confirmed" });
  });

  it("waits for a shop that is confirming, and then comes too late", async () => {
    const order = await place();
    let editing: ReturnType<typeof edit> | undefined;
    await keeper.move(order.number, "confirmed", async () => {
      editing = edit(order.number, { fulfilment: "pickup" });
      await somebodyWaits(owner());
    });
    expect(await editing).toMatchObject({ ok: false, error: { status: 409, code: "conflict" } });
    expect(await read(order.number)).toMatchObject({ status: "confirmed", fulfilment: "delivery" });
  });

  it("and a shop confirming at the same moment: the shop has what the shopper was told", async () => {
    const orders = [];
    for (let index = 0; index < 12; index++) orders.push(await place());
    const answers = await Promise.all(
      orders.map(async ({ number }, index) => {
        const confirm = () => keeper.move(number, "confirmed");
        const first = index % 2 ? [confirm()] : [];
        const answer = edit(number, { fulfilment: "pickup", note: "By bicycle" });
        await Promise.all([...first, answer, ...(index % 2 ? [] : [confirm()])]);
        return answer;
      }),
    );
    for (const [index, answer] of answers.entries()) {
      const { number } = orders[index]!;
      const fulfilment = answer.ok ? "pickup" : "delivery";
      expect(await keeper.sees(number)).toMatchObject({
        status: "confirmed",
        fulfilment,
        note: answer.ok ? "By bicycle" : "",
      });
      if (!answer.ok) expect(answer.error.code).toBe("conflict");
      const { rows } = await owner().execute<{ was: string }>(sql`
        select before ->> 'status' as was from audit_log where relation = 'orders' and after ->> 'number' = ${number}
          and before ->> 'fulfilment' is distinct from after ->> 'fulfilment'`);
      expect(rows, "nothing of an order changes once it is confirmed").toEqual(answer.ok ? [{ was: "pending" }] : []);
    }
  });

  it("and cancelling it at once: what is cancelled is not edited after", async () => {
    const { number } = await place();
    const [changing, cancelling] = await Promise.all([
      edit(number, { note: "By bicycle" }),
      cancelOrder.safe(signedIn(shopper), { id: number }),
    ]);
    expect(cancelling.ok).toBe(true);
    expect(await read(number)).toMatchObject({ status: "cancelled", note: changing.ok ? "By bicycle" : "" });
  });

  it("is told when the shop changes its fee while it looks", async () => {
    const order = await place({ fulfilment: "pickup" });
    let editing: ReturnType<typeof edit> | undefined;
    await owner().transaction(async (tx) => {
      await tx.execute(sql`select from orders where number = ${order.number} for no key update`);
      editing = edit(order.number, { fulfilment: "delivery", address, expectedTotal: 2500 });
      await somebodyWaits(owner());
      await tx.update(retailers).set({ deliveryFee: 700 }).where(eq(retailers.id, shop.id));
    });
    expect(await editing).toMatchObject({ ok: false, error: { status: 409 } });
    await owner().update(retailers).set({ deliveryFee: 500 }).where(eq(retailers.id, shop.id));
    expect(await read(order.number)).toEqual(order);
  });
});
