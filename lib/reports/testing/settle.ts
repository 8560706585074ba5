import { sql } from "drizzle-orm";
import { Logger, runOnce } from "graphile-worker";
import { type Database, pool } from "@/db/client";
import { tasks } from "@/lib/relay";

const silent = new Logger(() => () => undefined);

/** Does what the queue holds and what comes of it, without waiting for more of its kind. */
export async function settle(owner: Database): Promise<void> {
  for (;;) {
    const { rowCount } = await owner.execute(
      sql`update graphile_worker._private_jobs set run_at = now() where attempts < max_attempts`,
    );
    if (!rowCount) return;
    await runOnce({ pgPool: pool("worker"), taskList: tasks, noHandleSignals: true, logger: silent });
  }
}
