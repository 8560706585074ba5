import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pool } from "@/db/client";
import { events, products } from "@/db/schema";
import { hasDatabase, useTestDatabase } from "@/db/testing/database";
import { makeProduct, makeRetailer, makeUser } from "@/db/testing/factories";
import { submitOrders } from "@/lib/orders/operations/submit";
import { withCart } from "@/lib/orders/testing/submit";
import type { Jobs } from "@/lib/platform/jobs";
import { nobody } from "@/lib/web/actor";
import { plainContext } from "@/lib/web/context";
import { type Expired, listenForExpiry } from "./expiry";
import { relay, startRelay } from "./index";

describe.skipIf(!hasDatabase)("relay", () => {
  const { owner, url } = useTestDatabase();
  const heard: Expired[] = [];
  let wake: (() => void) | undefined;
  let jobs: Jobs;
  let ear: { stop: () => Promise<void> };

  /** Until what was said includes the tag. */
  async function hear(tag: string): Promise<void> {
    while (!heard.some((said) => said === "everything" || said.includes(tag))) {
      await new Promise<void>((done) => {
        wake = done;
      });
    }
  }

  beforeAll(async () => {
    ear = await listenForExpiry(url(), async (tags) => {
      heard.push(tags);
      wake?.();
    });
    jobs = await startRelay();
  });
  afterAll(async () => {
    await jobs.stop();
    await ear.stop();
  });

  async function order() {
    const { product, variant } = await makeProduct(owner(), (await makeRetailer(owner())).id);
    await buy(variant.id, 2);
    return product.id;
  }

  async function buy(variantId: number, quantity: number) {
    const user = await makeUser(owner());
    const actor = { ...nobody, userId: user.id };
    const result = await withCart(submitOrders, owner).safe(plainContext(actor), {
      idempotencyKey: `relay test ${user.id}`,
      cart: `${variantId}x${quantity}`,
      contact: { name: "A", email: "a@example.com", phone: "+49 30 1234567" },
      fulfilment: "pickup",
    });
    expect(result.ok).toBe(true);
  }

  it("counts what was sold and says what to render anew, after the commit", async () => {
    const productId = await order();
    await hear(`product:${productId}`);
    const [row] = await owner().select({ sold: products.soldCount }).from(products).where(eq(products.id, productId));
    expect(row!.sold).toBe(2);
  });

  it("may deliver an event twice", async () => {
    const productId = await order();
    await hear(`product:${productId}`);
    const [event] = await owner().select({ id: events.id }).from(events).orderBy(sql`id desc`).limit(1);
    await relay(event!.id);
    const [row] = await owner().select({ sold: products.soldCount }).from(products).where(eq(products.id, productId));
    expect(row!.sold).toBe(2);
  });

  it.each([
    ["cancelled", ["cancelled"]],
    ["rejected", ["rejected"]],
    ["returned", ["confirmed", "preparing", "ready_for_pickup", "picked_up", "returned"]],
  ])("takes back the count of an order that was %s, however often it is told", async (_, way) => {
    const productId = await order();
    await hear(`product:${productId}`);
    const { rows } = await owner().execute<{ id: number }>(
      sql`select order_id as id from order_lines where product_id = ${productId}`,
    );
    const orderId = rows[0]!.id;
    const sold = async () => {
      const [row] = await owner().select({ sold: products.soldCount }).from(products).where(eq(products.id, productId));
      return row!.sold;
    };
    for (const status of way) {
      expect(await sold()).toBe(2);
      await owner().execute(sql`update orders set status = ${status} where id = ${orderId}`);
      const payload = { orderId, productIds: [productId] };
      const [event] = await owner().insert(events).values({ name: "order.moved", payload }).returning();
      await relay(event!.id);
      await relay(event!.id);
    }
    expect(await sold()).toBe(0);
  });

  it("has best sellers rendered anew when a product sells its way among them, and not before", async () => {
    const shop = await makeRetailer(owner());
    const sell = (soldCount: number, retailerId = shop.id) =>
      makeProduct(owner(), retailerId, { soldCount, variant: { stock: 5000 } });
    const elsewhere = (await makeRetailer(owner())).id;
    for (let index = 0; index < 8; index++) await sell(2000, elsewhere);
    for (let index = 0; index < 5; index++) await sell(100);
    const late = await sell(0);
    const product = `product:${late.product.id}`;
    const told = async (quantity: number) => {
      heard.length = 0;
      await buy(late.variant.id, quantity);
      await hear(product);
      return heard.flat().filter((tag) => tag.startsWith("best"));
    };
    expect(await told(99)).toEqual([]);
    expect(await told(2)).toEqual([`best:${shop.id}`]);
    expect(await told(1900)).toEqual(["best", `best:${shop.id}`]);
  });

  it("leaves no job of an event that was rolled back", async () => {
    const jobOf = (id: number) => sql`select key from graphile_worker._private_jobs where key = ${`event:${id}`}`;
    let id = 0;
    await owner()
      .transaction(async (tx) => {
        const [event] = await tx
          .insert(events)
          .values({ name: "order.placed", payload: { productIds: [] } })
          .returning();
        id = event!.id;
        expect((await tx.execute(jobOf(id))).rows, "within the transaction").toHaveLength(1);
        throw new Error("changed my mind");
      })
      .catch((error: Error) => expect(error.message).toBe("changed my mind"));
    expect((await owner().execute(jobOf(id))).rows).toEqual([]);
  });

  it("expires everything when the ear was cut off", async () => {
    heard.length = 0;
    await owner().execute(
      sql`select pg_terminate_backend(pid) from pg_stat_activity where query = 'listen charsu_expiry' and datname = current_database()`,
    );
    await hear("nothing in particular");
    expect(heard).toContain("everything");
  });

  it("says again what could not be expired", async () => {
    let tries = 0;
    const done = Promise.withResolvers<Expired>();
    const second = await listenForExpiry(url(), async (tags) => {
      tries += 1;
      if (tries === 1) throw new Error("not now");
      done.resolve(tags);
    });
    await pool("worker").query("select pg_notify('charsu_expiry', '[\"product:5\"]')");
    expect(await done.promise).toEqual(["product:5"]);
    await second.stop();
  });
});
