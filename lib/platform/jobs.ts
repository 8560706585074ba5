import { Logger, run, type TaskList } from "graphile-worker";
import type { Pool } from "pg";
import { log } from "./log";

export type Jobs = { stop: () => Promise<void> };

const levels = { error: "error", warning: "warn", info: "debug", debug: "trace" } as const;

/** The queue's own messages, at levels that fit ours: a job started is not news. */
const logger = new Logger(() => (level, message, meta) => {
  log[levels[level as keyof typeof levels] ?? "debug"](
    { error: (meta as { error?: Error } | undefined)?.error?.message },
    message,
  );
});

/**
 * Works on the queue until stopped; running jobs are finished first. A job that throws is tried again with growing
 * pauses, and stays in the queue when it has used up its attempts.
 * @param pool the login that owns the queue's schema
 * @param crontab what is done by the clock, in crontab's format, UTC
 */
export async function startJobs(pool: Pool, taskList: TaskList, crontab: string): Promise<Jobs> {
  const runner = await run({ pgPool: pool, taskList, concurrency: 2, noHandleSignals: true, logger, crontab });
  return { stop: () => runner.stop() };
}
