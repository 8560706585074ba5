import { readFileSync } from "node:fs";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** True while a process with this id runs, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Ended but not reaped, as in a container whose first process reaps nobody. */
function isZombie(pid: number): boolean {
  if (process.platform !== "linux") return false;
  try {
    return /\) Z /.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return false;
  }
}

/**
 * Runs `work` while holding the folder `path` as a lock that other processes on this machine respect.
 * A lock whose owner died is taken over. `onWait` is called once when somebody else holds it.
 */
export async function withLock<T>(path: string, work: () => Promise<T>, onWait?: () => void): Promise<T> {
  await mkdir(dirname(path), { recursive: true });
  let waited = false;
  while (!(await take(path))) {
    if (!waited) onWait?.();
    waited = true;
    await sleep(100);
  }
  try {
    return await work();
  } finally {
    await rm(path, { recursive: true, force: true });
  }
}

async function take(path: string): Promise<boolean> {
  try {
    await mkdir(path);
    await writeFile(join(path, "pid"), String(process.pid));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  let owner = await readOwner(path);
  if (owner === undefined) {
    // Between mkdir and the write of the pid the owner is unknown; a second look tells a slow owner from a dead one.
    await sleep(1000);
    owner = await readOwner(path);
  }
  if (owner === undefined || !isAlive(owner)) await rm(path, { recursive: true, force: true });
  return false;
}

async function readOwner(path: string): Promise<number | undefined> {
  const pid = Number(await readFile(join(path, "pid"), "utf8").catch(() => ""));
  return pid > 0 ? pid : undefined;
}
