import { Pool, type PoolClient } from "pg";
import { signedActor } from "@/db/actor";
import { env } from "@/lib/platform/env";
import { answerParent } from "./helper";
import type { Sample } from "./measured";
import type { Shopper } from "./shoppers";
import { statements } from "./submit-statements";

/** `url` is the shop's login. The rest is as in the load that is compared with it. */
export type FloorSubmit = {
  url: string;
  concurrency: number;
  shoppers: Shopper[];
  contact: { name: string; email: string; phone: string };
  address: object;
  warmUp: number;
  seconds: number;
  atMost: number;
};

const fee = 500;
let keys = 0;

/** The transaction that a submit of two shops is, statement by statement, and nothing else. */
async function submit(client: PoolClient, shopper: Shopper, given: FloorSubmit): Promise<void> {
  const { userId, lines } = shopper;
  const ids = lines.map((line) => line.variantId);
  const { contact, address } = given;
  keys += 1;
  const actor = signedActor(userId, new URL(given.url).username, env.AUTH_SECRET);
  await Promise.all([client.query("begin"), client.query({ ...statements.actor, values: [actor] })]);
  await client.query(statements.cartLock, [userId]);
  await client.query(statements.cart, [userId]);
  const key = `floor-${process.pid}-${keys}`;
  const placed = (await client.query<{ id: number; number: number }>(statements.claim, [userId, key])).rows[0]!;
  await client.query(statements.lock, [ids]);
  await client.query(statements.price, [ids]);
  const shared = [placed.id, userId, contact.name, contact.email, contact.phone, address, fee];
  const each = lines.flatMap((line, index) => [
    line.retailerId,
    `${placed.number}-${index + 1}`,
    line.price,
    line.price + fee,
    line.weight,
  ]);
  const orders = await client.query<{ id: number }>(statements.orders, [...shared, ...each]);
  const sold = lines.flatMap((line, index) => [
    orders.rows[index]!.id,
    line.productId,
    line.variantId,
    line.name,
    line.price,
    line.weight,
  ]);
  await client.query(statements.lines, sold);
  await client.query(statements.bought, [userId, ...ids]);
  const written = { orderIds: orders.rows.map(({ id }) => id), productIds: lines.map((line) => line.productId) };
  await client.query(statements.event, [{ submitId: placed.id, number: placed.number, userId, ...written }]);
  await client.query(statements.answer, [placed.id]);
  await client.query("commit");
}

async function run(given: FloorSubmit): Promise<Sample> {
  const pool = new Pool({ connectionString: given.url, max: given.concurrency, pipeline: true });
  const latencies: number[] = [];
  const refused: Record<string, number> = {};
  const countFrom = performance.now() + given.warmUp * 1000;
  const until = countFrom + given.seconds * 1000;
  let turn = 0;
  let answered = 0;
  let last = countFrom;
  const loop = async () => {
    while (performance.now() < until && turn < given.atMost) {
      const shopper = given.shoppers[turn % given.shoppers.length]!;
      turn += 1;
      const began = performance.now();
      const client = await pool.connect();
      try {
        await submit(client, shopper, given);
        last = performance.now();
        answered += 1;
        if (began >= countFrom) latencies.push(last - began);
      } catch (error) {
        await client.query("rollback");
        const reason = error instanceof Error ? error.message : String(error);
        refused[reason] = (refused[reason] ?? 0) + 1;
      } finally {
        client.release();
      }
    }
  };
  await Promise.all(Array.from({ length: given.concurrency }, loop));
  await pool.end();
  return { latencies: Float64Array.from(latencies), seconds: (last - countFrom) / 1000, answered, refused };
}

answerParent(run);
