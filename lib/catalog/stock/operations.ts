import { sql } from "drizzle-orm";
import * as z from "zod";
import type { Database } from "@/db/client";
import { AppError, type FieldError } from "@/lib/platform/errors";
import type { Say } from "@/lib/platform/messages";
import { decodeCursor, keysetPage, keysetPageOf } from "@/lib/platform/pages";
import { admin, operator, productManager, retailer, supervisor } from "@/lib/web/actor";
import { operation } from "@/lib/web/operation";
import { adjustStockInput, countStockInput, listStockInput, stockHistoryInput, variantIdInput } from "./input";
import { selectStock, stockMoves, stockOf } from "./queries";
import { type StockView, stockHistoryView, stockView } from "./views";

const reads = {
  allow: [admin, productManager, operator, supervisor, retailer],
  limit: "none",
  readOnly: true,
} as const;
const writes = { allow: [admin, productManager, retailer], limit: "write" } as const;

async function wanted(tx: Database, id: number, say: Say): Promise<StockView> {
  const found = await stockOf(tx, id);
  if (!found) throw new AppError("not_found", say("errors.not_found"));
  return found;
}

/** The stock of these variants, locked in id order as a submit locks them; those that are not the actor's are left out. */
async function locked(
  tx: Database,
  ids: readonly number[],
): Promise<Map<number, { stock: number; productId: number }>> {
  const { rows } = await tx.execute<{ id: number; stock: number; productId: number }>(
    sql`select id, stock, product_id as "productId" from variants where id in ${[...ids]} order by id for no key update`,
  );
  return new Map(rows.map(({ id, ...rest }) => [id, rest]));
}

/** The note stands in the ledger rows that the transaction leaves. */
const explain = (tx: Database, note: string) => tx.execute(sql`select set_config('app.stock_note', ${note}, true)`);

export const listStock = operation({
  ...reads,
  name: "catalog.stock.list",
  summary: "What is there of each variant, the least first.",
  http: { method: "GET", path: "/api/admin/stock" },
  message: "Stock.",
  input: listStockInput,
  output: keysetPage(stockView),
  run: async ({ input: { after, pageSize, ...filter }, tx }) => {
    const rows = await selectStock(tx, filter, { after: decodeCursor(after), limit: pageSize + 1 });
    return keysetPageOf(rows, pageSize, ({ stock, id }) => [stock, id]);
  },
});

export const readStock = operation({
  ...reads,
  name: "catalog.stock.read",
  summary: "What is there of one variant.",
  http: { method: "GET", path: "/api/admin/stock/{id}" },
  message: "Stock.",
  input: variantIdInput,
  output: stockView,
  run: async ({ input, tx, context }) => wanted(tx, input.id, context.say),
});

export const stockHistory = operation({
  ...reads,
  name: "catalog.stock.history",
  summary: "How a variant's stock came about: each movement, newest first, with who, when and why.",
  http: { method: "GET", path: "/api/admin/stock/{id}/ledger", errors: ["not_found"] },
  message: "The ledger.",
  input: stockHistoryInput,
  output: stockHistoryView,
  run: async ({ input: { id, before, pageSize }, tx, context }) => {
    const variant = await wanted(tx, id, context.say);
    const rows = await stockMoves(tx, id, before ?? null, pageSize + 1);
    const items = rows.slice(0, pageSize);
    const next = rows.length > pageSize ? (items.at(-1)?.id ?? null) : null;
    return { variant, items, page: { size: pageSize, next } };
  },
});

export const adjustStock = operation({
  ...writes,
  name: "catalog.stock.adjust",
  summary: "Sets a variant's stock to what is there, or adds to it, with the reason.",
  http: { method: "POST", path: "/api/admin/stock/{id}", errors: ["not_found", "conflict"] },
  message: "The stock is changed.",
  input: adjustStockInput,
  output: stockView,
  run: async ({ input: { id, how, quantity, seen, note }, tx, context, record }) => {
    const { say } = context;
    const now = (await locked(tx, [id])).get(id);
    if (!now) throw new AppError("not_found", say("errors.not_found"));
    if (how === "set" && seen !== undefined && seen !== now.stock) {
      throw new AppError("conflict", say("admin.stock.moved", { was: seen, now: now.stock }), {
        data: { now: now.stock },
      });
    }
    const then = how === "set" ? quantity : now.stock + quantity;
    if (then < 0) {
      const message = say("admin.stock.fewer", { count: now.stock });
      throw new AppError("invalid", message, { errors: [{ field: "quantity", code: "fewer", message }] });
    }
    await explain(tx, note);
    await tx.execute(sql`update variants set stock = ${then} where id = ${id}`);
    await record("stock.moved", { productIds: [now.productId] });
    return wanted(tx, id, say);
  },
});

/**
 * Takes over what was counted. A sheet is walked through while the shop sells: what moves is the difference between what
 * the sheet said and what was found, so that nothing that was sold in between comes back.
 */
export const countStock = operation({
  ...writes,
  name: "catalog.stock.count",
  summary:
    "Takes over a count: what was found less what the sheet said is added to what is there now. All lines or none.",
  http: { method: "POST", path: "/api/admin/stock/count", errors: ["not_found"] },
  message: "The count is taken over.",
  input: countStockInput,
  output: z.object({ changed: z.int() }),
  run: async ({ input: { lines, note }, tx, context, record }) => {
    const { say } = context;
    const now = await locked(
      tx,
      lines.map(({ id }) => id),
    );
    if (lines.some(({ id }) => !now.has(id))) throw new AppError("not_found", say("errors.not_found"));
    const moves = lines.map((line) => ({ ...line, ...now.get(line.id)!, delta: line.counted - line.seen }));
    const errors: FieldError[] = moves.flatMap(({ stock, delta }, index) =>
      stock + delta < 0
        ? { field: `lines.${index}.counted`, code: "fewer", message: say("admin.stock.fewer", { count: stock }) }
        : [],
    );
    if (errors.length) throw new AppError("invalid", say("errors.invalid"), { errors });
    const changed = moves.filter(({ delta }) => delta !== 0);
    await explain(tx, note || say("admin.stock.counted_note"));
    for (const { id, delta } of changed)
      await tx.execute(sql`update variants set stock = stock + ${delta} where id = ${id}`);
    if (changed.length)
      await record("stock.moved", { productIds: [...new Set(changed.map(({ productId }) => productId))] });
    return { changed: changed.length };
  },
});
