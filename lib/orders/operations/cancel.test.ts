import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { hasDatabase, useTestDatabase } from "@/db/testing/database";
import { makeProduct, makeRetailer, makeUser } from "@/db/testing/factories";
import { somebodyWaits } from "@/db/testing/waiting";
import { signedIn, stranger } from "@/lib/web/testing/context";
import { makeKeeper } from "../testing/keeper";
import { brokenLedgers, submitOf, withCart } from "../testing/submit";
import { cancelOrder } from "./cancel";
import { listOrders } from "./read";
import { submitOrders as submitOperation } from "./submit";

describe.skipIf(!hasDatabase)("taking an order back", () => {
  const { owner } = useTestDatabase();
  const submitOrders = withCart(submitOperation, owner);
  let shopper: { id: number };
  let keeper: Awaited<ReturnType<typeof makeKeeper>>;
  let goods: Awaited<ReturnType<typeof makeProduct>>;

  beforeAll(async () => {
    shopper = await makeUser(owner());
    const shop = await makeRetailer(owner());
    keeper = await makeKeeper(owner(), shop.id);
    goods = await makeProduct(owner(), shop.id, { variant: { stock: 100 } });
  });

  const place = async () =>
    (await submitOrders.call(signedIn(shopper), submitOf([[goods.variant.id, 3]]))).orders[0]!.number;
  const cancel = (id: string, who: { id: number } = shopper) =>
    cancelOrder.safe(signedIn(who), { id, reason: "Found it" });
  const stock = async () => {
    const { rows } = await owner().execute<{ stock: number }>(
      sql`select stock from variants where id = ${goods.variant.id}`,
    );
    return rows[0]!.stock;
  };

  it("gives the stock back, says why in the log, and tells whoever counts", async () => {
    const number = await place();
    const before = await stock();
    const answer = await cancel(number);
    expect(answer).toMatchObject({ ok: true, data: { number, status: "cancelled" } });
    if (answer.ok) {
      expect(answer.data.log.map(({ status, note }) => [status, note])).toEqual([
        ["pending", ""],
        ["cancelled", "Found it"],
      ]);
    }
    expect(await stock()).toBe(before + 3);
    const { rows } = await owner().execute(sql`
      select payload from events where name = 'order.moved' and payload ->> 'orderId' = (select id::text from orders where number = ${number})`);
    expect(rows).toMatchObject([{ payload: { productIds: [goods.product.id] } }]);
  });

  it("happens once, however often it is asked for at once", async () => {
    const number = await place();
    const before = await stock();
    const answers = await Promise.all(Array.from({ length: 10 }, () => cancel(number)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    for (const each of answers) if (!each.ok) expect(each.error.code).toBe("conflict");
    expect(await stock()).toBe(before + 3);
    expect(await brokenLedgers(owner())).toEqual([]);
  });

  it("comes too late once the shop has confirmed, also when it is just doing so", async () => {
    const number = await place();
    const before = await stock();
    let cancelling: ReturnType<typeof cancel> | undefined;
    await keeper.move(number, "confirmed", async () => {
      cancelling = cancel(number);
      await somebodyWaits(owner());
    });
    const conflict = { ok: false, error: { status: 409, message: expect.stringContaining("Confirmed") } };
    expect(await cancelling).toMatchObject(conflict);
    expect(await cancel(number)).toMatchObject(conflict);
    expect(await stock()).toBe(before);
  });

  it("is the shopper's own alone", async () => {
    const number = await place();
    for (const who of [await makeUser(owner()), keeper]) {
      expect(await cancel(number, who)).toMatchObject({ ok: false, error: { status: 404 } });
    }
    const nobody = await cancelOrder.safe(stranger(), { id: number });
    expect(nobody).toMatchObject({ ok: false, error: { status: 401 } });
    expect(await keeper.sees(number)).toMatchObject({ status: "pending" });
  });

  it("leaves lists that can be asked for one status", async () => {
    const someone = await makeUser(owner());
    const numbers: string[] = [];
    for (let index = 0; index < 3; index++) {
      const input = submitOf([[goods.variant.id, 1]]);
      numbers.push((await submitOrders.call(signedIn(someone), input)).orders[0]!.number);
    }
    await cancel(numbers[1]!, someone);
    const list = async (status?: "pending" | "cancelled" | "delivered", page = 1) => {
      const { items, page: at } = await listOrders.call(signedIn(someone), {
        page,
        pageSize: 1,
        ...(status && { status }),
      });
      return { numbers: items.map(({ number }) => number), total: at.total };
    };
    expect(await list("cancelled")).toEqual({ numbers: [numbers[1]], total: 1 });
    expect(await list("pending")).toEqual({ numbers: [numbers[2]], total: 2 });
    expect(await list("pending", 2)).toEqual({ numbers: [numbers[0]], total: 2 });
    expect(await list("delivered")).toEqual({ numbers: [], total: 0 });
    expect(await list()).toEqual({ numbers: [numbers[2]], total: 3 });
    const unknown = await listOrders.safe(signedIn(someone), { status: "lost" });
    expect(unknown).toMatchObject({ ok: false, error: { status: 422, errors: [{ field: "status" }] } });
  });
});
