import { sql } from "drizzle-orm";
import type { Database } from "../client";

/** Resolves when somebody in this database waits for a lock. */
export async function somebodyWaits(owner: Database): Promise<void> {
  for (;;) {
    const { rows } = await owner.execute(sql`
      select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`);
    if (rows.length) return;
  }
}
