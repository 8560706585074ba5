import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { hasDatabase, useTestDatabase } from "@/db/testing/database";
import { makeProduct, makeRetailer, makeUser } from "@/db/testing/factories";
import { signedIn, stranger } from "@/lib/web/testing/context";
import { submitOf, withCart } from "../testing/submit";
import { listOrders, readOrder, readSubmit } from "./read";
import { submitOrders as submitOperation } from "./submit";

describe.skipIf(!hasDatabase)("reading orders", () => {
  const { owner } = useTestDatabase();
  const submitOrders = withCart(submitOperation, owner);
  let shopper: { id: number };
  let other: { id: number };
  const numbers: number[] = [];
  let foreign: number;

  beforeAll(async () => {
    shopper = await makeUser(owner());
    other = await makeUser(owner());
    const goods: number[] = [];
    for (let index = 0; index < 2; index++) {
      goods.push(
        (await makeProduct(owner(), (await makeRetailer(owner())).id, { variant: { stock: 100 } })).variant.id,
      );
    }
    const both = () => submitOf(goods.map((id) => [id, 1] as const));
    for (let index = 0; index < 3; index++) {
      numbers.push((await submitOrders.call(signedIn(shopper), both())).number);
    }
    foreign = (await submitOrders.call(signedIn(other), both())).number;
  });

  const notFound = { ok: false, error: { status: 404 } };

  it("lists what is the shopper's own, newest first, page by page", async () => {
    const all = numbers.toReversed().flatMap((number) => [`${number}-1`, `${number}-2`]);
    const seen: string[] = [];
    for (let page: number | null = 1; page !== null; ) {
      const list = await listOrders.call(signedIn(shopper), { page, pageSize: 4 });
      expect(list.page).toMatchObject({ number: page, size: 4, total: 6 });
      seen.push(...list.items.map((order) => order.number));
      page = list.page.next;
    }
    expect(seen).toEqual(all);
    expect((await listOrders.call(signedIn(await makeUser(owner())), {})).items).toEqual([]);
    expect(await listOrders.safe(stranger(), {})).toMatchObject({ ok: false, error: { status: 401 } });
  });

  it("goes on listing an order whose shop was suspended", async () => {
    await owner().execute(sql`update retailers set status = 'suspended'`);
    const list = await listOrders.call(signedIn(shopper), {});
    expect(list.items).toHaveLength(list.page.total);
    await owner().execute(sql`update retailers set status = 'active'`);
  });

  it("reads one order, and all of one submit by the number with or without its part", async () => {
    const [number] = numbers;
    expect((await readOrder.call(signedIn(shopper), { id: `${number}-2` })).number).toBe(`${number}-2`);
    for (const given of [`${number}`, `${number}-1`]) {
      const submit = await readSubmit.call(signedIn(shopper), { number: given });
      expect(submit.orders.map((order) => order.number)).toEqual([`${number}-1`, `${number}-2`]);
    }
  });

  it("has nothing there for somebody else, exactly as for a number that never was", async () => {
    for (const id of [`${foreign}-1`, "999999-1", "9999999999-1"]) {
      expect(await readOrder.safe(signedIn(shopper), { id }), id).toMatchObject(notFound);
    }
    for (const number of [`${foreign}`, "999999", "999999999"]) {
      expect(await readSubmit.safe(signedIn(shopper), { number }), number).toMatchObject(notFound);
    }
    expect(await readOrder.safe(stranger(), { id: `${foreign}-1` })).toMatchObject({ error: { status: 401 } });
  });

  it.each(["", "abc", "1001;drop table orders", "1001-", "-1", "1001-1-1", "9999999999999", "1001 "])(
    "refuses %j as a number",
    async (number) => {
      expect(await readSubmit.safe(signedIn(shopper), { number })).toMatchObject({ ok: false, error: { status: 422 } });
      expect(await readOrder.safe(signedIn(shopper), { id: number })).toMatchObject({
        ok: false,
        error: { status: 422 },
      });
    },
  );

  it("shows the status log as it grows", async () => {
    const id = `${numbers[0]}-1`;
    await owner().execute(sql`update orders set status = 'confirmed' where number = ${id}`);
    const order = await readOrder.call(signedIn(shopper), { id });
    expect(order.status).toBe("confirmed");
    expect(order.log.map(({ status }) => status)).toEqual(["pending", "confirmed"]);
  });
});
