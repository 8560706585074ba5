import { and, asc, desc, eq, inArray, lt, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { orders as orderRows, retailers } from "@/db/schema";
import { invalidField } from "@/lib/platform/errors";
import type { Say } from "@/lib/platform/messages";
import { decodeCursor, keysetPageOf } from "@/lib/platform/pages";
import type { Actor } from "@/lib/web/actor";
import { operation } from "@/lib/web/operation";
import { orderIdInput } from "../../input";
import { type BoardFilter, boardCounts, boardPage } from "../board";
import { boardInput, packingInput } from "../input";
import { boardView as boardOrder, contactsOf, contactView, keptByIds, keptByNumber, keptView } from "../queries";
import { boardView, keptOrderView, packingView } from "../views";
import { keepsMarket, readers, seesMasked } from "./who";

const reads = { allow: readers, limit: "none", readOnly: true } as const;

/** As many as one print holds. */
const mostPacked = 100;

type Asked = Omit<BoardFilter, "shop"> & { shop?: string | undefined };

/** @throws AppError `invalid` when no shop is at the handle */
async function filterOf(tx: Database, { shop, ...rest }: Asked, say: Say): Promise<BoardFilter> {
  if (!shop) return rest;
  const [found] = await tx.select({ id: retailers.id }).from(retailers).where(eq(retailers.handle, shop));
  if (!found) throw invalidField("shop", "not_found", say("admin.orders.no_shop"));
  return { ...rest, shop: found.id };
}

/** The shops of somebody who keeps no more than these. */
const shopsOf = async (tx: Database, actor: Actor) =>
  keepsMarket(actor)
    ? []
    : tx
        .select({ handle: retailers.handle, name: retailers.name })
        .from(retailers)
        .where(inArray(retailers.id, [...actor.shops]))
        .orderBy(asc(retailers.name), asc(retailers.id));

/** A page of the orders of one account that the reader may see, newest first. */
async function placesOf(tx: Database, person: number, after: string | undefined, pageSize: number) {
  const from = decodeCursor(after);
  const rows = await tx
    .select({ id: orderRows.id })
    .from(orderRows)
    .where(and(eq(orderRows.userId, person), from ? lt(orderRows.id, from[1]) : undefined))
    .orderBy(desc(orderRows.id))
    .limit(pageSize + 1);
  return keysetPageOf(rows, pageSize, ({ id }) => [id, id]);
}

export const listKeptOrders = operation({
  ...reads,
  name: "orders.keeping.list",
  summary:
    "Orders of one status for those who fulfil them, open ones by how long they wait, with how many each status holds; or those that `q` finds or that `person` placed, whatever their status.",
  http: { method: "GET", path: "/api/admin/orders" },
  message: "Orders.",
  input: boardInput,
  output: boardView,
  run: async ({ input, actor, tx, context }) => {
    const { status, q, person, after, pageSize, ...asked } = input;
    const filter = await filterOf(tx, asked, context.say);
    const beside = { counts: await boardCounts(tx, filter), shops: await shopsOf(tx, actor) };
    if (q !== undefined) {
      const { rows } = await tx.execute<{ id: number }>(sql`select id from find_orders(${q}, ${pageSize}) id`);
      const found = await keptByIds(
        tx,
        rows.map(({ id }) => id),
      );
      return {
        items: found.map((row) => boardOrder(row, actor, context.locale)),
        page: { size: pageSize, next: null },
        ...beside,
      };
    }
    const { items, page } =
      person === undefined
        ? keysetPageOf(await boardPage(tx, status, filter, after, pageSize), pageSize, ({ at, id }) => [at, id])
        : await placesOf(tx, person, after, pageSize);
    const rows = await keptByIds(
      tx,
      items.map(({ id }) => id),
    );
    return { items: rows.map((row) => boardOrder(row, actor, context.locale)), page, ...beside };
  },
});

export const readKeptOrder = operation({
  ...reads,
  name: "orders.keeping.read",
  summary: "One order with its lines, its contact and who moved it, for those who fulfil it.",
  http: { method: "GET", path: "/api/admin/orders/{id}" },
  message: "The order.",
  input: orderIdInput,
  output: keptOrderView,
  run: async ({ input, actor, tx, context }) => {
    const row = await keptByNumber(tx, input.id, context.say("errors.not_found"));
    return keptView(tx, row, actor, context.locale);
  },
});

/** What is printed to pack by: some orders, or all that stand in a column of the board. */
export const readPacking = operation({
  ...reads,
  name: "orders.keeping.packing",
  summary: "Orders as they are packed, without prices.",
  message: "The packing list.",
  input: packingInput,
  output: packingView,
  run: async ({ input, actor, tx, context }) => {
    const { ids, status, ...asked } = input;
    const places = ids
      ? await tx.execute<{ id: number }>(sql`select id from orders where number = any (${sql.param(ids)}) order by id`)
      : { rows: await boardPage(tx, status, await filterOf(tx, asked, context.say), undefined, mostPacked) };
    const wanted = places.rows.map(({ id }) => id);
    const rows = await keptByIds(tx, wanted.slice(0, mostPacked));
    const contacts = await contactsOf(
      tx,
      actor,
      rows.map(({ id }) => id),
    );
    const orders = rows.map((row) => {
      const { number, retailer, fulfilment, name, note, placedAt, pieces } = boardOrder(row, actor, context.locale);
      return {
        ...{ number, retailer, fulfilment, name, note, placedAt, pieces },
        lines: row.lines.map(({ name, options, sku, quantity }) => ({ name, options, sku, quantity })),
        contact: contactView(contacts.get(row.id)!),
        masked: seesMasked(actor),
        weight: row.weight,
      };
    });
    return { orders, more: wanted.length > mostPacked };
  },
});
