import { Logger, run, type TaskList } from "graphile-worker";
import type { Pool } from "pg";
import { log } from "./log";

export type { TaskList };

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
export async function startJobs(pool: Pool, taskList: TaskList, crontab = ""): Promise<Jobs> {
  const runner = await run({ pgPool: pool, taskList, concurrency: 2, noHandleSignals: true, logger, crontab });
  return { stop: () => runner.stop() };
}

type Job = { key: string; payload: Readonly<Record<string, unknown>> };

/**
 * Queues jobs of one task that make something anew from what is there when they run: one that waits already does for
 * all that comes meanwhile, one that runs is followed by another.
 * @param after seconds that a job waits for more of its kind
 */
export async function enqueueSoon(pool: Pool, task: string, jobs: readonly Job[], after: number): Promise<void> {
  if (!jobs.length) return;
  await pool.query(
    `select graphile_worker.add_job($1, job -> 'payload', run_at := now() + make_interval(secs => $3), max_attempts := 25,
       job_key := job ->> 'key', job_key_mode := 'preserve_run_at')
     from json_array_elements($2::json) as job`,
    [task, JSON.stringify(jobs), after],
  );
}

/**
 * Queues jobs of one task, each once as long as one with its key waits, runs or has used up its attempts.
 * @param queue its jobs are done one after another
 * @param attempts how often one is tried; the pauses grow from seconds to six hours
 */
export async function enqueue(
  pool: Pool,
  task: string,
  jobs: readonly Job[],
  { queue, attempts }: { queue: string; attempts: number },
): Promise<void> {
  if (!jobs.length) return;
  await pool.query(
    `select graphile_worker.add_job($1, job -> 'payload', queue_name := $3, max_attempts := $4,
       job_key := job ->> 'key', job_key_mode := 'unsafe_dedupe')
     from json_array_elements($2::json) as job`,
    [task, JSON.stringify(jobs), queue, attempts],
  );
}

/**
 * Queues one job in the place of one with its key that waits. One that runs, or whose process is gone, is left alone: then
 * this one comes after it.
 */
export async function replaceJob(pool: Pool, task: string, { key, payload }: Job, attempts: number): Promise<void> {
  await pool.query("select graphile_worker.add_job($1, $2::json, job_key := $3, max_attempts := $4)", [
    task,
    JSON.stringify(payload),
    key,
    attempts,
  ]);
}
