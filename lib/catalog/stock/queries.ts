import { type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import type { Cursor } from "@/lib/platform/pages";
import { findProducts } from "../keeping/filters";
import type { stockLevels } from "./input";
import type { StockMoveView, StockView } from "./views";

const columns = sql`
  v.id, v.product_id as "productId", p.name, array_to_string(v.option_values, ', ') as options, v.sku,
  json_build_object('handle', r.handle, 'name', r.name) as retailer, v.stock, v.stock <= r.low_stock as low,
  (v.active and p.status = 'published') as sold`;

export type StockFilter = {
  retailer?: string | undefined;
  level?: (typeof stockLevels)[number] | undefined;
  q?: string | undefined;
};

const atLevel = (level: StockFilter["level"]): SQL =>
  level === "out" ? sql`v.stock = 0` : level === "low" ? sql`v.stock <= r.low_stock` : sql`true`;

/**
 * What the reader's shops have, the least first. Each shop gives its first rows by its own index, and of those the first
 * are taken: the cost is of a page for each shop, not of all that they sell.
 * @param after what the page before ended with: stock and id
 */
export async function selectStock(
  tx: Database,
  { retailer, level, q }: StockFilter,
  { after, limit }: { after: Cursor | null; limit: number },
): Promise<StockView[]> {
  const from = after ? sql`(v.stock, v.id) > (${Number(after[0])}, ${after[1]})` : sql`true`;
  const found = q ? sql`v.product_id = any(${sql.param(await findProducts(tx, q, null))}::integer[])` : sql`true`;
  const shop = retailer ? sql`r.handle = ${retailer}` : sql`true`;
  const { rows } = q
    ? await tx.execute<StockView>(sql`
        select ${columns} from variants v join products p on p.id = v.product_id join retailers r on r.id = v.retailer_id
        where ${shop} and ${found} and ${atLevel(level)} and ${from} order by v.stock, v.id limit ${limit}`)
    : await tx.execute<StockView>(sql`
        select ${columns} from retailers r
          cross join lateral (
            select v.* from variants v where v.retailer_id = r.id and ${atLevel(level)} and ${from}
            order by v.stock, v.id limit ${limit}) v
          join products p on p.id = v.product_id
        where ${shop} order by v.stock, v.id limit ${limit}`);
  return rows;
}

/** One variant's stock; undefined when there is none that the reader sees. */
export async function stockOf(tx: Database, id: number): Promise<StockView | undefined> {
  const { rows } = await tx.execute<StockView>(sql`
    select ${columns} from variants v join products p on p.id = v.product_id join retailers r on r.id = v.retailer_id
    where v.id = ${id}`);
  return rows[0];
}

/** How a variant's stock came about, newest first. */
export async function stockMoves(
  tx: Database,
  id: number,
  before: number | null,
  most: number,
): Promise<StockMoveView[]> {
  const { rows } = await tx.execute<Omit<StockMoveView, "at"> & { at: Date }>(sql`
    select id, at, delta, balance, reason, note, side, name, order_number as "orderNumber", upload
    from stock_history(${id}, ${before}, ${most})`);
  return rows.map((row) => ({ ...row, at: new Date(row.at).toISOString() }));
}
