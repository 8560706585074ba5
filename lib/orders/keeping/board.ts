import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { type Cursor, decodeCursor } from "@/lib/platform/pages";
import { type OrderStatus, orderStatuses } from "../rules";
import { isOpen, mostCounted, type Way } from "./rules";

/** What a board is narrowed by. `shop` is an id. */
export type BoardFilter = {
  fulfilment?: Way | undefined;
  shop?: number | undefined;
  since?: string | undefined;
  until?: string | undefined;
};

/** An order's place on a board; `at` in microseconds since 1970. */
export type Place = { id: number; at: number };

const ways = ({ fulfilment }: BoardFilter) =>
  sql`${sql.param(fulfilment ? [fulfilment] : ["delivery", "pickup"])}::fulfilment[]`;
const micros = sql`(extract(epoch from p.at) * 1000000)::bigint`;

/**
 * The places of a page and of the one order after it. Open orders stand by how long they have waited, ended ones the
 * newest first. The database's function looks at no order but those of whoever asks.
 */
export async function boardPage(
  tx: Database,
  status: OrderStatus,
  filter: BoardFilter,
  after: string | undefined,
  size: number,
): Promise<Place[]> {
  const from: Cursor | null = decodeCursor(after);
  const at =
    typeof from?.[0] === "number"
      ? sql`timestamptz 'epoch' + ${from[0]}::bigint * interval '1 microsecond'`
      : sql`null`;
  const { rows } = await tx.execute<{ id: number; at: string }>(sql`
    select p.id, ${micros} as at from order_page(${status}, ${ways(filter)}, ${filter.shop ?? null}::int, ${filter.since ?? null}::date,
      ${filter.until ?? null}::date, ${!isOpen(status)}, ${at}, ${from?.[1] ?? null}::int, ${size + 1}::int) p
    order by p.at ${isOpen(status) ? sql`asc` : sql`desc`}, p.id ${isOpen(status) ? sql`asc` : sql`desc`} limit ${size + 1}`);
  return rows.map(({ id, at }) => ({ id, at: Number(at) }));
}

/** How many orders each status holds; `more` when they were not counted any further. */
export async function boardCounts(tx: Database, filter: BoardFilter) {
  const mosts = orderStatuses.map(mostCounted);
  const { rows } = await tx.execute<{ status: OrderStatus; count: number }>(sql`
    select * from order_counts(${sql.param([...orderStatuses])}::order_status[], ${sql.param(mosts.map((most) => most + 1))}::int[],
      ${ways(filter)}, ${filter.shop ?? null}::int, ${filter.since ?? null}::date, ${filter.until ?? null}::date)`);
  const found = new Map(rows.map(({ status, count }) => [status, count]));
  return orderStatuses.map((status, index) => {
    const count = found.get(status) ?? 0;
    const most = mosts[index]!;
    return { status, count: Math.min(count, most), more: count > most };
  });
}
