import { pool } from "@/db/client";
import { env } from "@/lib/platform/env";
import { enqueueSoon } from "@/lib/platform/jobs";
import { fetchPictures } from "./fetch";
import { makePictures } from "./sizes";

export const pictureTasks = ["picture-fetches", "picture-sizes"] as const;
type PictureTask = (typeof pictureTasks)[number];

/** Milliseconds that a job goes on, so that stopping need not wait for a whole catalog. */
const turn = 15_000;

const works = { "picture-fetches": fetchPictures, "picture-sizes": makePictures } as const;

/** Queues a look at what there is to do; one that waits does for all that comes meanwhile. */
export const queuePictures = async (tasks: readonly PictureTask[] = pictureTasks): Promise<void> => {
  for (const task of tasks) await enqueueSoon(pool("worker"), task, [{ key: task, payload: {} }], 0);
};

/**
 * Does what there is to do, one process at a time for each task: the lock belongs to a connection, so that it is free as
 * soon as the process that held it is gone.
 * @param stopping breaks off between two pictures
 */
export async function performPictures(task: PictureTask, stopping?: AbortSignal): Promise<void> {
  // Tests reach nothing outside.
  if (task === "picture-fetches" && env.CHARSU_ENV === "test") return;
  const client = await pool("worker").connect();
  let left = false;
  try {
    const lock = "select pg_try_advisory_lock(hashtext('charsu.pictures'), hashtext($1)) as mine";
    const { rows } = await client.query<{ mine: boolean }>(lock, [task]);
    if (!rows[0]?.mine) return;
    const until = performance.now() + turn;
    left = await works[task](() => performance.now() < until && !stopping?.aborted);
  } finally {
    client.release(true);
  }
  if (task === "picture-fetches") await queuePictures(["picture-sizes"]);
  if (left) await queuePictures([task]);
}
