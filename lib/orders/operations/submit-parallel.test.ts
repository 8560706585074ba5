import { inArray, sql } from "drizzle-orm";
import { Pool } from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { users, variants } from "@/db/schema";
import { hasDatabase, useTestDatabase } from "@/db/testing/database";
import { makeProduct, makeRetailer, makeUser } from "@/db/testing/factories";
import { addItem } from "@/lib/cart/operations";
import { saveCart } from "@/lib/cart/saved";
import { cookieSet, signedIn } from "@/lib/web/testing/context";
import { deadlocksSoFar, faults, naiveRush, type Rush, tally } from "../testing/rush";
import { brokenLedgers, contact, freshKey, submitOf, withCart } from "../testing/submit";
import { submitOrders as submitOperation } from "./submit";

const times = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));

const inCartOrder = `
  create or replace function lock_variants(ids integer[]) returns setof integer language plpgsql security definer as $$
  declare one integer;
  begin
    foreach one in array ids loop
      perform from public.variants where id = one for no key update;
      return next one;
    end loop;
  end $$`;

describe.skipIf(!hasDatabase)("submits at once", () => {
  const { owner, url } = useTestDatabase();
  const submitOrders = withCart(submitOperation, owner);
  let pair: [number, number];

  beforeAll(async () => {
    const one = await makeRetailer(owner());
    const other = await makeRetailer(owner());
    pair = [(await makeProduct(owner(), one.id)).variant.id, (await makeProduct(owner(), other.id)).variant.id];
  });

  /** Everybody wants one of both; every second cart names them the other way round. */
  async function rush(shoppers: number, units: number): Promise<Rush> {
    await owner().update(variants).set({ stock: units }).where(inArray(variants.id, pair));
    const before = await deadlocksSoFar(owner());
    const people = await owner()
      .insert(users)
      .values(times(shoppers, () => ({ email: `${freshKey()}@example.com` })))
      .returning({ id: users.id });
    const answers = await Promise.all(
      people.map(async (person, index) => {
        const lines = (index % 2 ? pair : pair.toReversed()).map((id) => [id, 1] as const);
        const answer = await submitOrders.safe(signedIn(person), submitOf(lines));
        if (answer.ok) return "ok";
        // Whoever comes too late is told of which line, as without the rush: the locks are taken before the look.
        return answer.error.errors.length ? answer.error.code : `${answer.error.code} without a line`;
      }),
    );
    return tally(owner(), { shoppers, units, variants: pair, answers }, before);
  }

  it("200 shoppers for 50 units over two variants in opposite order: 50 sold, nothing else", async () => {
    const result = await rush(200, 50);
    expect(faults(result)).toEqual([]);
    expect(result).toMatchObject({ sold: 50, left: [0, 0], deadlocks: 0 });
  }, 60_000);

  it("control: looking and then taking is caught by the same measure", async () => {
    const pool = new Pool({ connectionString: url(), max: 16 });
    const result = await naiveRush(pool, 16, 10);
    await pool.end();
    expect(faults(result)).not.toEqual([]);
  });

  it("one key sent a hundred times at once makes one submit, and every answer names it", async () => {
    await owner().update(variants).set({ stock: 500 }).where(inArray(variants.id, pair));
    const shopper = await makeUser(owner());
    const input = submitOf(pair.map((id) => [id, 2] as const));
    const answers = await Promise.all(times(100, () => submitOrders.call(signedIn(shopper), input)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    const { number, orders } = answers[0]!;
    expect(orders.map((order) => order.number)).toEqual([`${number}-1`, `${number}-2`]);
    const { rows } = await owner().execute(sql`
      select (select count(*)::int from submits where user_id = ${shopper.id}) as submits,
        (select count(*)::int from orders where user_id = ${shopper.id}) as orders,
        (select count(*)::int from events where user_id = ${shopper.id}) as events,
        (select array_agg(distinct stock) from variants) as stock`);
    expect(rows).toEqual([{ submits: 1, orders: 2, events: 1, stock: [498] }]);
    expect(await brokenLedgers(owner())).toEqual([]);

    const context = signedIn(shopper);
    const later = await submitOrders.call(context, { ...input, cart: "" });
    expect(later, "with the cart that the first answer emptied").toEqual(answers[0]);
    expect(cookieSet(context, "cart"), "told again to a browser that did not hear of it").toBeNull();
  });

  it("each thing is ordered or stays in the cart, while other devices add", async () => {
    const shop = await makeRetailer(owner());
    const goods = await Promise.all(times(8, async () => (await makeProduct(owner(), shop.id)).variant.id));
    const shopper = await makeUser(owner());
    await saveCart(
      owner(),
      shopper.id,
      goods.slice(0, 3).map((variantId) => ({ variantId, quantity: 1 })),
    );
    await Promise.all([
      submitOperation.call(signedIn(shopper), { idempotencyKey: freshKey(), contact, fulfilment: "pickup" }),
      ...goods.slice(3).map((variantId) => addItem.call(signedIn(shopper), { variantId })),
    ]);
    const { rows } = await owner().execute<{ ordered: number[]; left: number[] }>(sql`
      select array(select variant_id from order_lines l join orders o on o.id = l.order_id where o.user_id = ${shopper.id}) as ordered,
        array(select variant_id from saved_cart_lines where user_id = ${shopper.id}) as left`);
    const { ordered, left } = rows[0]!;
    expect(ordered).toEqual(expect.arrayContaining(goods.slice(0, 3)));
    expect([...ordered, ...left].sort((a, b) => a - b)).toEqual(goods.toSorted((a, b) => a - b));
  });

  it("the same key of another shopper is another order, also at the same moment", async () => {
    const people = [await makeUser(owner()), await makeUser(owner())];
    const input = submitOf([[pair[0], 1]]);
    const answers = await Promise.all(people.map((person) => submitOrders.call(signedIn(person), input)));
    expect(answers[0]!.number).not.toBe(answers[1]!.number);
  });

  it("a key whose submit was refused can be sent again", async () => {
    const shopper = await makeUser(owner());
    const input = submitOf([[pair[0], 1]]);
    expect((await submitOrders.safe(signedIn(shopper), { ...input, expectedTotal: 1 })).ok).toBe(false);
    expect((await submitOrders.safe(signedIn(shopper), input)).ok).toBe(true);
  });

  it("one key sent at once by a shopper who may and with totals that may not: never two orders", async () => {
    const shopper = await makeUser(owner());
    const input = submitOf([[pair[1], 1]]);
    const answers = await Promise.all(
      times(40, (index) => submitOrders.safe(signedIn(shopper), index % 2 ? input : { ...input, expectedTotal: 1 })),
    );
    const placed = answers.flatMap((answer) => (answer.ok ? [answer.data.number] : []));
    expect(new Set(placed).size).toBe(1);
    expect(answers.every((answer) => answer.ok || answer.error.code === "changed")).toBe(true);
  });

  it("stock that changes hands while it is sold: the ledger still sums up to it", async () => {
    await owner().update(variants).set({ stock: 60 }).where(inArray(variants.id, pair));
    await Promise.all([
      ...times(40, async () => {
        const shopper = await makeUser(owner());
        return submitOrders.safe(signedIn(shopper), submitOf(pair.map((id) => [id, 2] as const)));
      }),
      ...times(10, () => owner().execute(sql`update variants set stock = stock + 3 where id = ${pair[1]}`)),
    ]);
    expect(await brokenLedgers(owner())).toEqual([]);
  });

  it("control: the same submit with locks in the order of the carts is caught", async () => {
    const { rows } = await owner().execute<{ definition: string; database: string }>(sql`
      select pg_get_functiondef('lock_variants'::regproc) as definition, current_database() as database`);
    const { definition, database } = rows[0]!;
    await owner().execute(sql.raw(inCartOrder));
    // Only a superuser may; without it each deadlock takes the usual second to be seen.
    await owner()
      .execute(sql.raw(`alter database "${database}" set deadlock_timeout = '20ms'`))
      .catch(() => undefined);
    try {
      expect(faults(await rush(100, 100))).not.toEqual([]);
    } finally {
      await owner().execute(sql.raw(definition));
      await owner()
        .execute(sql.raw(`alter database "${database}" reset deadlock_timeout`))
        .catch(() => undefined);
    }
  }, 60_000);
});
