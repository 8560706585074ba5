import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { childEnv, env } from "@/lib/platform/env";
import { withLock } from "@/lib/platform/lock.mjs";
import { say, step } from "./progress";

const INPUT_FOLDERS = ["app", "components", "db", "lib", "public"];
const INPUT_FILES =
  /^(?:package-lock\.json|tsconfig\.json|next\.config\.ts|postcss\.config\.mjs|proxy\.ts|instrumentation\.ts)$/;
const NOT_INPUT = /\.test\.tsx?$|^lib\/commands\//;
const stampPath = () => join(env.DIST_DIR, "charsu-build");

/** Builds with Next when there is no build or one of its inputs changed. Builds never overlap. */
export async function buildIfNeeded(): Promise<void> {
  await withLock(
    ".data/locks/build",
    async () => {
      const wanted = await inputsHash();
      if ((await readFile(stampPath(), "utf8").catch(() => "")) === wanted) return;
      await step("building the pages", async () => {
        await rm(stampPath(), { force: true });
        await nextBuild();
        await mkdir(env.DIST_DIR, { recursive: true });
        await writeFile(stampPath(), wanted);
      });
    },
    () => say("  another process is building, waiting"),
  );
}

async function nextBuild(): Promise<void> {
  // Through Node itself: killing npx would leave the build running. With tsx: next.config.ts imports our own files.
  const child = spawn(process.execPath, ["--import", "tsx", "node_modules/next/dist/bin/next", "build"], {
    env: childEnv({ NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" }),
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      output += chunk;
    });
  }
  const abort = () => child.kill("SIGKILL");
  process.once("exit", abort);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", resolve);
  });
  process.off("exit", abort);
  if (code !== 0) throw new Error(`The build failed:\n${output.trim().split("\n").slice(-40).join("\n")}`);
}

/** SHA-256 over names and contents of all that the build reads, and the settings that it bakes in. */
async function inputsHash(): Promise<string> {
  const hash = createHash("sha256");
  const root = (await readdir(".")).filter((name) => INPUT_FILES.test(name));
  const below = await Promise.all(INPUT_FOLDERS.map(filesBelow));
  for (const path of [...root, ...below.flat()].sort()) {
    hash.update(`${path}\0`);
    hash.update(await readFile(path));
  }
  const settings = [
    env.CHARSU_LOCALE,
    env.CHARSU_CURRENCY,
    env.CHARSU_PSEUDO_LOCALES,
    env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY,
  ];
  hash.update(JSON.stringify([...settings, process.version]));
  return hash.digest("hex");
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !NOT_INPUT.test(path));
}
