import { type ChildProcess, spawn } from "node:child_process";
import { open, readFile, rename, rm, writeFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { freePort } from "@/lib/platform/free-port";
import { isAlive, isOwnerAlive, ownerOf } from "@/lib/platform/lock.mjs";
import type { Identity } from "./identity";

type Cluster = { dir: string; password: string; durable: boolean; identity: Identity };
/** `owner` tells the process from another one that got its id later. */
type Server = { pid: number; owner: string; port: number };

/** Makes a cluster: UTF8, the builtin C.UTF-8 locale, scram passwords. It appears at `dir` whole or not at all. */
export async function initCluster({ dir, password, durable, identity, initdb }: Cluster & { initdb: string }) {
  const fresh = `${dir}.new`;
  const passwordFile = `${dir}.initial`;
  await rm(fresh, { recursive: true, force: true });
  await identity.own(fresh);
  await writeFile(passwordFile, password, { mode: 0o600 });
  await identity.own(passwordFile);
  try {
    const { file, args, options } = identity.command(initdb, [
      `--pgdata=${fresh}`,
      `--pwfile=${passwordFile}`,
      "--username=postgres",
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      "--locale=C",
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
      "--no-instructions",
      ...(durable ? [] : ["--no-sync"]),
    ]);
    const child = spawn(file, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
    const output = collect(child);
    if ((await exitOf(child)) !== 0)
      throw new Error(`PostgreSQL could not make its database in ${dir}: ${lastLines(output())}`);
    await rename(fresh, dir);
  } finally {
    await rm(passwordFile, { force: true });
  }
}

/** Starts the server on a free loopback port and waits until it answers. */
export async function launch(cluster: Cluster & { postgres: string }): Promise<Server> {
  let failure = "";
  for (let attempt = 0; attempt < 3; attempt++) {
    const port = await freePort();
    const logPath = `${cluster.dir}.log`;
    const logFile = await open(logPath, "w");
    const { file, args, options } = cluster.identity.command(cluster.postgres, [
      "-D",
      cluster.dir,
      ...settings(cluster, port),
    ]);
    // A session of its own: Ctrl-C in the terminal must reach us alone, so that requests finish before the database goes.
    const child = spawn(file, args, { ...options, detached: true, stdio: ["ignore", logFile.fd, logFile.fd] });
    let ended = false;
    const exit = exitOf(child).then(() => {
      ended = true;
    });
    child.unref();
    while (!ended) {
      if (child.pid && (await answers(port, cluster.password))) {
        await logFile.close();
        return { pid: child.pid, owner: ownerOf(child.pid), port };
      }
      await Promise.race([sleep(30), exit]);
    }
    await logFile.close();
    failure = await readFile(logPath, "utf8");
    if (!failure.includes("Address already in use")) break;
  }
  throw new Error(`PostgreSQL did not start on ${cluster.dir}: ${lastLines(failure)}`);
}

/** The server that already runs on `dir`; a pid file that a crash left behind is removed. */
export async function runningServer(dir: string, password: string): Promise<Server | undefined> {
  const path = `${dir}/postmaster.pid`;
  const text = await readFile(path, "utf8").catch(() => undefined);
  if (text === undefined) return undefined;
  const [pid, , , port] = text.split("\n").map(Number);
  for (let tries = 0; pid && port && isAlive(pid) && tries < 100; tries++) {
    if (await answers(port, password)) return { pid, owner: ownerOf(pid), port };
    if (!(await isPostgres(pid))) break;
    await sleep(100);
  }
  if (pid && isAlive(pid) && (await isPostgres(pid))) {
    throw new Error(`A PostgreSQL (process ${pid}) holds ${dir} and does not answer; end it with: kill -INT ${pid}`);
  }
  await rm(path, { force: true });
  return undefined;
}

/** Ends the server: clients are cut off, what is committed is kept. Waits until it is gone. */
export async function stopServer({ pid, owner }: Server): Promise<void> {
  const deadline = Date.now() + 20_000;
  if (isOwnerAlive(owner)) signal(pid, "SIGINT");
  while (isOwnerAlive(owner)) {
    if (Date.now() > deadline) signal(pid, "SIGQUIT");
    await sleep(30);
  }
}

function settings({ durable }: Cluster, port: number): string[] {
  const values: Record<string, string | number> = {
    port,
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: 200,
    timezone: "UTC",
    log_timezone: "UTC",
    jit: "off",
    ...(durable ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
  };
  return Object.entries(values).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

async function answers(port: number, password: string): Promise<boolean> {
  const client = new Client({
    host: "127.0.0.1",
    port,
    user: "postgres",
    password,
    database: "postgres",
    connectionTimeoutMillis: 2000,
  });
  client.on("error", () => {});
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

async function isPostgres(pid: number): Promise<boolean> {
  if (process.platform !== "linux") return true;
  return (await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "")).includes("postgres");
}

function exitOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => {
    child.once("error", () => resolve(null));
    child.once("exit", resolve);
  });
}

function collect(child: ChildProcess): () => string {
  let text = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk) => {
      text += chunk;
    });
  }
  return () => text;
}

function lastLines(text: string): string {
  return text.trim().split("\n").slice(-3).join(" | ") || "no output";
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // Gone already.
  }
}
