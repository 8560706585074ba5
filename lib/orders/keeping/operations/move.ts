import { and, eq, inArray, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { orderLines, orders } from "@/db/schema";
import { undone } from "@/db/schema/order-transitions";
import { AppError } from "@/lib/platform/errors";
import type { Say } from "@/lib/platform/messages";
import type { Actor } from "@/lib/web/actor";
import { type Given, operation } from "@/lib/web/operation";
import type { OrderStatus } from "../../rules";
import { moveInput, moveManyInput } from "../input";
import { type KeptRow, keptByIds, keptView } from "../queries";
import { movesOf, paymentAfter } from "../rules";
import { keptOrderView, movedView } from "../views";
import { moverOf, movers } from "./who";

type Move = { from: OrderStatus; to: OrderStatus; note?: string | undefined };
/** Why an order stays where it is, for the person who would move it. */
type Refusal = { code: "not_found" | "conflict" | "forbidden" | "invalid"; message: string };

function refusalOf(row: KeptRow | undefined, { from, to }: Move, actor: Actor, say: Say): Refusal | null {
  if (!row) return { code: "not_found", message: say("errors.not_found") };
  const word = (status: OrderStatus) => say(`admin.orders.status.${status}`);
  if (row.status !== from)
    return { code: "conflict", message: say("admin.orders.moved_on", { status: word(row.status) }) };
  const mover = moverOf(actor, row.retailerId);
  if (mover && movesOf(row, mover).includes(to)) return null;
  const message = say("admin.orders.no_such_move", {
    from: word(from),
    to: word(to),
    way: say(`admin.orders.way.${row.fulfilment}`),
  });
  return { code: "invalid", message };
}

/**
 * Moves those of some orders that are still where they were seen to be. Orders are locked by their ids, then the goods
 * that come back by theirs, as a submit does: nobody waits in a ring.
 * @returns each order's refusal by its number, null for those that were moved
 */
async function move(
  { tx, actor, context, record }: Pick<Given<unknown>, "tx" | "actor" | "context" | "record">,
  numbers: readonly string[],
  wanted: Move,
): Promise<Map<string, Refusal | null>> {
  const { rows: locked } = await tx.execute<{ id: number }>(
    sql`select id from orders where number = any (${sql.param([...numbers])}) order by id for update`,
  );
  const found = new Map(
    (
      await keptByIds(
        tx,
        locked.map(({ id }) => id),
      )
    ).map((row) => [row.number, row]),
  );
  const refusals = new Map(
    numbers.map((number) => [number, refusalOf(found.get(number), wanted, actor, context.say)] as const),
  );
  const moving = [...found.values()].filter(({ number }) => refusals.get(number) === null);
  if (!moving.length) return refusals;
  const goods = await goodsOf(
    tx,
    moving.map(({ id }) => id),
  );
  if ((undone as readonly OrderStatus[]).includes(wanted.to)) {
    const variants = goods.flatMap(({ variantId }) => variantId ?? []);
    await tx.execute(sql`select lock_variants(${sql.param(variants)})`);
  }
  await tx.execute(sql`select set_config('app.note', ${wanted.note ?? ""}, true)`);
  for (const payment of new Set(moving.map(({ paymentStatus }) => paymentStatus))) {
    const ids = moving.filter(({ paymentStatus }) => paymentStatus === payment).map(({ id }) => id);
    await tx
      .update(orders)
      .set({ status: wanted.to, paymentStatus: paymentAfter(wanted.to, payment) })
      .where(and(inArray(orders.id, ids), eq(orders.status, wanted.from)));
  }
  for (const { id } of moving) {
    const productIds = goods.flatMap(({ orderId, productId }) =>
      orderId === id && productId !== null ? productId : [],
    );
    await record("order.moved", { orderId: id, productIds: [...new Set(productIds)] });
  }
  return refusals;
}

const goodsOf = (tx: Database, ids: readonly number[]) =>
  tx
    .select({ orderId: orderLines.orderId, productId: orderLines.productId, variantId: orderLines.variantId })
    .from(orderLines)
    .where(inArray(orderLines.orderId, [...ids]));

const writes = { allow: movers, limit: "write" } as const;

export const moveOrder = operation({
  ...writes,
  name: "orders.keeping.move",
  summary: "Moves an order along; one that is no longer where it was seen to be stays where it is.",
  http: { method: "POST", path: "/api/orders/{id}/status", errors: ["not_found", "conflict"] },
  message: "The order is moved.",
  input: moveInput,
  output: keptOrderView,
  run: async (given) => {
    const { input, actor, tx, context } = given;
    const refusal = (await move(given, [input.id], input)).get(input.id);
    if (refusal) throw new AppError(refusal.code, refusal.message);
    const [{ id }] = (await tx.select({ id: orders.id }).from(orders).where(eq(orders.number, input.id))) as [
      { id: number },
    ];
    const [row] = await keptByIds(tx, [id]);
    return keptView(tx, row!, actor, context.locale);
  },
});

/** Several of one status at once: each is moved or not by itself, and told. */
export const moveOrders = operation({
  ...writes,
  name: "orders.keeping.moveMany",
  summary: "Moves several orders of one status along; tells of each whether it was moved.",
  http: { method: "POST", path: "/api/admin/orders/status" },
  message: "Each order says whether it was moved.",
  input: moveManyInput,
  output: movedView,
  run: async (given) => {
    const { input, context } = given;
    const refusals = await move(given, [...new Set(input.ids)], input);
    const outcomes = [...refusals].map(([number, refusal]) => ({
      number,
      ok: refusal === null,
      message: refusal?.message ?? context.say(`admin.orders.status.${input.to}`),
    }));
    const moved = outcomes.filter(({ ok }) => ok).length;
    const summary = context.say("admin.orders.outcomes", { moved, left: outcomes.length - moved });
    return { moved, summary, outcomes };
  },
});
