import { type SpawnOptions, spawnSync } from "node:child_process";
import { chown, mkdir, opendir, stat } from "node:fs/promises";
import { dirname, join } from "node:path";

const NOBODY = 65534;

/** How to start PostgreSQL's programs: they refuse to run as root. */
export type Identity = {
  /** Turns a program with its arguments into what to spawn. */
  command(program: string, args: string[]): { file: string; args: string[]; options: SpawnOptions };
  /** Gives a file or folder (with all in it) to the user that the programs run as. */
  own(path: string): Promise<void>;
};

const self: Identity = {
  command: (file, args) => ({ file, args, options: {} }),
  own: async () => {},
};

const nobody: Identity = {
  command: (file, args) => ({ file, args, options: { uid: NOBODY, gid: NOBODY } }),
  own: (path) => chownAll(path, NOBODY),
};

/** Root outside, nobody inside a user namespace: enters folders that only root may enter. */
const mapped: Identity = {
  command: (file, args) => ({
    file: "unshare",
    args: ["--user", `--map-user=${NOBODY}`, `--map-group=${NOBODY}`, file, ...args],
    options: {},
  }),
  own: (path) => chownAll(path, 0),
};

/**
 * Who PostgreSQL runs as: ourselves, or for root the user 65534, by uid where that user can reach all `paths`,
 * else by a user namespace (a clone below a 0700 home).
 */
export async function postgresIdentity(paths: string[]): Promise<Identity> {
  if (process.getuid?.() !== 0) return self;
  const reachable = await Promise.all(paths.map(isReachable));
  if (reachable.every(Boolean)) return nobody;
  const tried = spawnSync("unshare", ["--user", `--map-user=${NOBODY}`, `--map-group=${NOBODY}`, "true"]);
  if (tried.status === 0) return mapped;
  throw new Error(
    `PostgreSQL cannot run as root, and no other user may enter ${process.cwd()}; move the project to a folder that others may enter, start it as a normal user, or set DATABASE_URL`,
  );
}

async function isReachable(path: string): Promise<boolean> {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const found = await stat(folder).catch(() => undefined);
    if (found && !(found.mode & 0o001)) return false;
    if (folder === dirname(folder)) return true;
  }
}

async function chownAll(path: string, uid: number): Promise<void> {
  const found = await stat(path).catch(() => undefined);
  if (!found) {
    await mkdir(path, { mode: 0o700 });
  } else if (found.uid === uid) {
    return;
  }
  await chown(path, uid, uid);
  if (found && !found.isDirectory()) return;
  for await (const entry of await opendir(path, { recursive: true })) {
    await chown(join(entry.parentPath, entry.name), uid, uid);
  }
}
