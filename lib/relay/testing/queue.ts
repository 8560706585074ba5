import { sql } from "drizzle-orm";
import { Logger, runOnce } from "graphile-worker";
import type { Database } from "@/db/client";
import { pool } from "@/db/client";
import { tasks } from "../index";

const silent = new Logger(() => () => undefined);

/** Does what the queue holds and what comes of it, until nothing is due any more; what failed waits. */
export async function drain(): Promise<void> {
  const due = "select from graphile_worker._private_jobs where run_at <= now() and attempts < max_attempts limit 1";
  // One run ends early when another has just the next job's queue.
  while ((await pool("worker").query(due)).rowCount) {
    await runOnce({ pgPool: pool("worker"), taskList: tasks, noHandleSignals: true, logger: silent });
  }
}

/** The keys of the jobs that failed and wait for their next try. */
export async function waiting(owner: Database): Promise<string[]> {
  const { rows } = await owner.execute<{ key: string }>(
    sql`select key from graphile_worker._private_jobs where attempts > 0 order by key`,
  );
  return rows.map(({ key }) => key);
}

/** As if the pause after a failure had passed. */
export async function passPauses(owner: Database): Promise<void> {
  await owner.execute(sql`update graphile_worker._private_jobs set run_at = now()`);
}
