import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { toolEnv } from "@/lib/platform/env";
import { freePort } from "@/lib/platform/free-port";

/** The redis-server that this machine has (CHARSU_REDIS_SERVER, or the one in PATH), or undefined. */
export function redisServerPath(): string | undefined {
  const path = toolEnv("CHARSU_REDIS_SERVER") ?? "redis-server";
  return spawnSync(path, ["--version"]).status === 0 ? path : undefined;
}

/** Starts a Redis that keeps nothing on disk, on a free loopback port. Rejects with its output when it does not start. */
export async function startRedis(path: string): Promise<{ port: number; stop(): Promise<void> }> {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), "charsu-redis-"));
  const options = { port: String(port), bind: "127.0.0.1", dir: folder, save: "", appendonly: "no" };
  const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]);
  const child = spawn(path, args, { stdio: ["ignore", "pipe", "inherit"] });
  const kill = () => child.kill("SIGKILL");
  process.once("exit", kill);
  const lines: string[] = [];
  let ready = false;
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line);
    ready = line.includes("Ready to accept connections");
    if (ready) break;
  }
  if (!ready) throw new Error(`redis-server did not start:\n${lines.join("\n")}`);
  child.stdout.resume();
  return {
    port,
    async stop() {
      const exited = once(child, "exit");
      if (child.exitCode === null && child.kill("SIGTERM")) await exited;
      process.off("exit", kill);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
