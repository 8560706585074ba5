import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { childEnv } from "@/lib/platform/env";
import { withLock } from "@/lib/platform/lock.mjs";

/** Debian's redis-server and the libraries that a slim image lacks. */
const PACKAGES = [
  "redis-server",
  "redis-tools",
  "libjemalloc2",
  "liblua5.1-0",
  "lua-bitop",
  "lua-cjson",
  "liblzf1",
  "libatomic1",
];

/**
 * A redis-server for the tests of the Upstash side: the one in PATH, else installed by apt as root, else unpacked from
 * Debian's packages below `.data/tools`. Undefined where none can be had; those tests then skip.
 */
export async function findRedisServer(): Promise<string | undefined> {
  const known = inPath() ?? unpacked();
  if (known || process.platform !== "linux") return known;
  return withLock(".data/locks/redis", async () => {
    if (process.getuid?.() === 0) {
      apt(["update", "-qq"]);
      apt(["install", "-y", "-qq", "--no-install-recommends", "redis-server"]);
      return inPath();
    }
    await unpackAsUser();
    return unpacked();
  });
}

const folder = () => resolve(".data/tools/redis");

function inPath(): string | undefined {
  const found = spawnSync("sh", ["-c", "command -v redis-server"], { encoding: "utf8" });
  return found.stdout?.trim() || undefined;
}

function unpacked(): string | undefined {
  const path = join(folder(), "redis.sh");
  return existsSync(path) && runs(path) ? path : undefined;
}

function runs(path: string): boolean {
  return spawnSync(path, ["--version"]).status === 0;
}

function apt(args: string[]): void {
  spawnSync("apt-get", args, {
    env: childEnv({ DEBIAN_FRONTEND: "noninteractive" }),
    stdio: "ignore",
    timeout: 120_000,
  });
}

async function unpackAsUser(): Promise<void> {
  const fresh = `${folder()}.new`;
  await rm(fresh, { recursive: true, force: true });
  await mkdir(fresh, { recursive: true });
  // One by one: a name that this release of Debian does not know must not spoil the others.
  for (const name of PACKAGES)
    spawnSync("apt-get", ["download", name], { cwd: fresh, stdio: "ignore", timeout: 60_000 });
  for (const file of await readdir(fresh)) {
    if (file.endsWith(".deb")) spawnSync("dpkg", ["-x", file, "root"], { cwd: fresh, stdio: "ignore" });
  }
  const root = join(folder(), "root");
  const libraries = ["x86_64-linux-gnu", "aarch64-linux-gnu"].map((name) => join(root, "usr/lib", name)).join(":");
  const script = `#!/bin/bash\nexport LD_LIBRARY_PATH="${libraries}"\nfor server in "${root}/usr/bin/redis-server" "${root}/usr/bin/redis-check-rdb"; do [ -x "$server" ] && exec -a redis-server "$server" "$@"; done\nexit 127\n`;
  await writeFile(join(fresh, "redis.sh"), script, { mode: 0o755 });
  await rm(folder(), { recursive: true, force: true });
  await rename(fresh, folder());
}
