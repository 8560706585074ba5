// Also runs before anything is installed: Node 20, no dependencies, no TypeScript.
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { mkdir, readdir, rename, rm, rmdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * A running process, told from another one that gets its id later: `<pid>-<start>-<boot>` on Linux, elsewhere `<pid>`.
 * Fit for a file name.
 * @param {number} pid
 * @returns {string}
 */
export function ownerOf(pid) {
  const start = statOf(pid)?.start;
  return start ? `${pid}-${start}-${bootId()}` : String(pid);
}

/**
 * True while the process that {@link ownerOf} named runs. Where its start cannot be read, its id alone decides.
 * @param {string} owner
 * @returns {boolean}
 */
export function isOwnerAlive(owner) {
  const pid = Number(owner.split("-")[0]);
  if (!(pid > 0 && isAlive(pid))) return false;
  const now = ownerOf(pid);
  return now === owner || now === String(pid) || owner === String(pid);
}

/**
 * True while a process with this id runs, whoever owns it.
 * @param {number} pid
 * @returns {boolean}
 */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    // Ended but not reaped, as in a container whose first process reaps nobody.
    return statOf(pid)?.state !== "Z";
  } catch (error) {
    return codeOf(error) === "EPERM";
  }
}

/**
 * Runs `work` while holding the folder `path` as a lock that other processes on this machine respect.
 * A lock whose owner died is taken over, by one of those who wait. `onWait` is called once when somebody else holds it.
 * @template T
 * @param {string} path
 * @param {() => Promise<T>} work
 * @param {() => void} [onWait]
 * @returns {Promise<T>}
 */
export async function withLock(path, work, onWait) {
  await mkdir(dirname(path), { recursive: true });
  // Unlike its owner's name, a token is used for one holding of the lock alone: removing it can never hit a later one.
  const token = `${ownerOf(process.pid)}.${randomBytes(6).toString("hex")}`;
  let waited = false;
  while (!(await take(path, token))) {
    if (!waited) onWait?.();
    waited = true;
    await sleep(100);
  }
  try {
    return await work();
  } finally {
    await rm(join(path, token), { force: true });
    await removeEmpty(path);
  }
}

/**
 * The folder appears with its token in it, by a rename, and goes when it is empty; both fail where a token of somebody
 * else is in it.
 * @param {string} path
 * @param {string} token
 * @returns {Promise<boolean>}
 */
async function take(path, token) {
  for (const held of await entriesOf(path)) {
    if (isOwnerAlive(held.split(".")[0] ?? "")) return false;
    await rm(join(path, held), { recursive: true, force: true });
  }
  await removeEmpty(path);
  const fresh = `${path}.${token}`;
  await mkdir(fresh);
  await writeFile(join(fresh, token), "");
  try {
    await rename(fresh, path);
    return true;
  } catch (error) {
    await rm(fresh, { recursive: true, force: true });
    // Windows refuses to rename over any folder with EPERM.
    if (["ENOTEMPTY", "EEXIST", "EPERM"].includes(codeOf(error))) return false;
    throw error;
  }
}

/** @param {string} path */
async function entriesOf(path) {
  try {
    return await readdir(path);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return [];
    throw error;
  }
}

/** @param {string} path */
async function removeEmpty(path) {
  await rmdir(path).catch(() => {});
}

/**
 * State and start (clock ticks after boot) of a process: fields 3 and 22. Source: proc_pid_stat(5). Nothing off Linux.
 * @param {number} pid
 */
function statOf(pid) {
  const text = contentOf(`/proc/${pid}/stat`);
  // The second field is the program's name in brackets and may hold anything, brackets and spaces too.
  const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
  return text ? { state: fields[0], start: fields[19] } : undefined;
}

const bootId = () => contentOf("/proc/sys/kernel/random/boot_id").slice(0, 8);

/** @param {string} path */
function contentOf(path) {
  try {
    return process.platform === "linux" ? readFileSync(path, "utf8") : "";
  } catch {
    return "";
  }
}

/** @param {unknown} error */
const codeOf = (error) => String(/** @type {NodeJS.ErrnoException} */ (error).code);
