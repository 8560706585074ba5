import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { childEnv } from "@/lib/platform/env";

/** Headless, as root and without reaching for the network. */
const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--disable-dev-shm-usage",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-extensions",
];

const running = new Set<() => Promise<void>>();

/** Runs `work` with the debugging port of a fresh Chromium: nothing cached, nothing kept. */
export async function withBrowser<T>(program: string, work: (port: number) => Promise<T>): Promise<T> {
  const profile = await mkdtemp(join(tmpdir(), "charsu-chromium-"));
  const child = spawn(program, [...FLAGS, "--remote-debugging-port=0", `--user-data-dir=${profile}`, "about:blank"], {
    env: childEnv(),
    stdio: ["ignore", "ignore", "pipe"],
  });
  const gone = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const stop = async () => {
    running.delete(stop);
    child.kill();
    await gone;
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  running.add(stop);
  try {
    return await work(await listeningPort(child.stderr, gone));
  } finally {
    await stop();
  }
}

/** Ends every browser that still runs. */
export async function stopBrowsers(): Promise<void> {
  await Promise.all([...running].map((stop) => stop()));
}

async function listeningPort(errors: NodeJS.ReadableStream, gone: Promise<void>): Promise<number> {
  const lines = createInterface({ input: errors });
  const found = new Promise<number>((resolve) => {
    lines.on("line", (line) => {
      const port = /DevTools listening on ws:\/\/[^:]+:(\d+)\//.exec(line)?.[1];
      if (port) resolve(Number(port));
    });
  });
  const never = gone.then(() => Promise.reject(new Error("Chromium ended before it listened")));
  return Promise.race([found, never]);
}
