import { sql } from "drizzle-orm";
import { type Database, database, pool, transaction } from "@/db/client";
import { enqueueSoon } from "@/lib/platform/jobs";
import { countBaskets } from "./baskets";
import { type Cells, makeCells } from "./cells";

/** Months from the first day to the last one, as spans of days: a year of orders at once would be held in memory. */
async function months(db: Database, retailerId: number): Promise<Cells[]> {
  const { rows } = await db.execute<Cells>(sql`
    with days as (
      select (o.created_at at time zone r.timezone)::date as day from retailers r join orders o on o.retailer_id = r.id
        where r.id = ${retailerId}
      union all select day from sales_by_day where retailer_id = ${retailerId}),
    ends as (select min(day) as first, max(day) as last from days)
    select ${retailerId}::integer as "retailerId", month::date::text as "from", (month + interval '1 month - 1 day')::date::text as "to"
    from ends, generate_series(date_trunc('month', first::timestamp), last::timestamp, interval '1 month') as month`);
  return rows;
}

/** Makes all figures of a shop anew. */
export async function rebuildShop(retailerId: number): Promise<void> {
  for (const month of await months(database("worker"), retailerId)) await makeCells(month);
}

/**
 * Makes all figures anew, shop by shop, while the market is open.
 * @param progress told how many shops are done, of how many
 */
export async function rebuildFigures(progress: (done: number, of: number) => void = () => undefined): Promise<void> {
  const { rows } = await database("worker").execute<{ id: number }>(sql`select id from retailers order by id`);
  for (const [index, { id }] of rows.entries()) {
    await rebuildShop(id);
    progress(index + 1, rows.length);
  }
  await sweepFigures();
}

/**
 * Counts the baskets that began, and says until when all that happened is in the figures: until the oldest thing that
 * waits in the queue was put there.
 */
export async function sweepFigures(): Promise<void> {
  await transaction({ tier: "worker", userId: null }, async (tx) => {
    // Before it looks at the queue: what commits meanwhile is later than this.
    const { rows } = await tx.execute<{ now: string }>(sql`select now()::text as now`);
    await countBaskets(tx);
    await tx.execute(sql`
      insert into report_state (as_of)
      select least(${rows[0]!.now}::timestamptz, min(created_at)) from graphile_worker.jobs
        where task_identifier in ('relay', 'cells', 'figures') and attempts < max_attempts
      on conflict (single) do update set as_of = greatest(report_state.as_of, excluded.as_of)`);
  });
}

/** Before the first event is told: a market that sold before there were figures gets those of its past. */
export async function startFigures(): Promise<void> {
  const { rows } = await database("worker").execute<{ id: number }>(
    sql`select id from retailers where not exists (select from report_state)`,
  );
  const jobs = rows.map(({ id }) => ({ key: `figures:${id}`, payload: { retailerId: id } }));
  await enqueueSoon(pool("worker"), "figures", jobs, 0);
}
