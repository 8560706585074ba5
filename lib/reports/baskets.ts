import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";

/**
 * Moves the baskets that began since the last time into the counts of their days. What is counted is gone in the same
 * transaction, so each is counted once, however often and by how many at once this runs.
 * @param retailerId of one shop alone
 */
export async function countBaskets(tx: Database, retailerId?: number): Promise<void> {
  await tx.execute(sql`
    with taken as (
      delete from basket_starts where ${retailerId === undefined ? sql`true` : sql`retailer_id = ${retailerId}`}
      returning retailer_id, at)
    insert into baskets_by_day as c (retailer_id, day, begun)
    select r.id, (t.at at time zone r.timezone)::date as day, count(*)
    from taken t join retailers r on r.id = t.retailer_id group by 1, 2 order by 1, 2
    on conflict (retailer_id, day) do update set begun = c.begun + excluded.begun`);
}
