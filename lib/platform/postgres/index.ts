import { randomBytes } from "node:crypto";
import { mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { Client } from "pg";
import { isOwnerAlive, ownerOf, withLock } from "@/lib/platform/lock.mjs";
import { postgresBinaries } from "./binaries";
import { postgresIdentity } from "./identity";
import { initCluster, launch, runningServer, stopServer } from "./server";

export type PostgresOptions = {
  /** Data folder; its neighbours `<dir>.log`, `<dir>.password`, `<dir>.users` belong to it. Default `.data/postgres`. */
  dir?: string;
  /** Database that `url` names; made when missing. Default `postgres`. */
  database?: string;
  /** False trades safety on power loss for speed (tests). Default true. */
  durable?: boolean;
  /** Told in a few words what takes long. */
  log?: (line: string) => void;
};

export type RunningPostgres = {
  /** Connection string of the superuser. */
  url: string;
  port: number;
  /** Ends the server unless another process of ours still uses it. */
  stop(): Promise<void>;
  /** True when a server was already there: another process's, or one whose parent was killed. */
  reused: boolean;
};

/**
 * Starts the embedded PostgreSQL on a free port of the loopback address, or joins the one that already runs on `dir`.
 * The server outlives a killed parent and is found again by its pid file. Throws with one line on what to mend.
 */
export async function startPostgres(options: PostgresOptions = {}): Promise<RunningPostgres> {
  const dir = resolve(options.dir ?? ".data/postgres");
  const log = options.log ?? (() => {});
  const users = `${dir}.users`;
  const user = join(users, ownerOf(process.pid));
  const lock = `${dir}.lock`;
  const started = await withLock(
    lock,
    async () => {
      await mkdir(users, { recursive: true });
      const password = await keptPassword(`${dir}.password`);
      const running = await runningServer(dir, password);
      const server = running ?? (await startServer(dir, password, options.durable ?? true, log));
      await writeFile(user, "");
      await createDatabase(server.port, password, options.database ?? "postgres");
      return { ...server, password, reused: running !== undefined };
    },
    () => log("another process is starting the database, waiting"),
  );
  return {
    url: urlOf(started.port, started.password, options.database ?? "postgres"),
    port: started.port,
    reused: started.reused,
    stop: () =>
      withLock(lock, async () => {
        await rm(user, { force: true });
        const known = await readdir(users);
        const others = known.filter(isOwnerAlive);
        const dead = known.filter((name) => !others.includes(name));
        await Promise.all(dead.map((name) => rm(join(users, name), { force: true })));
        if (others.length === 0) await stopServer(started);
      }),
  };
}

async function startServer(dir: string, password: string, durable: boolean, log: (line: string) => void) {
  const binaries = await postgresBinaries();
  const identity = await postgresIdentity([binaries.postgres, dir]);
  if (!(await stat(join(dir, "PG_VERSION")).catch(() => undefined))) {
    log("making a new database cluster");
    await initCluster({ dir, password, durable, initdb: binaries.initdb, identity });
  }
  await identity.own(dir);
  return launch({ dir, password, durable, postgres: binaries.postgres, identity });
}

async function keptPassword(path: string): Promise<string> {
  const fresh = randomBytes(24).toString("base64url");
  try {
    await writeFile(path, fresh, { mode: 0o600, flag: "wx" });
    return fresh;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    return (await readFile(path, "utf8")).trim();
  }
}

async function createDatabase(port: number, password: string, name: string): Promise<void> {
  const client = new Client({ connectionString: urlOf(port, password, "postgres") });
  await client.connect();
  try {
    const found = await client.query("select from pg_database where datname = $1", [name]);
    if (!found.rowCount) await client.query(`create database ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}

function urlOf(port: number, password: string, database: string): string {
  return `postgres://postgres:${password}@127.0.0.1:${port}/${encodeURIComponent(database)}`;
}
