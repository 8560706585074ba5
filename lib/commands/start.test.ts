import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import { afterAll, beforeAll, expect, it } from "vitest";
import { childEnv } from "@/lib/platform/env";
import { freePort } from "@/lib/platform/free-port";
import { listen } from "@/lib/platform/testing/listen";

let taken: Awaited<ReturnType<typeof listen>>;
let free: number;
beforeAll(async () => {
  taken = await listen(createServer());
  free = await freePort();
});
afterAll(() => taken.stop());

/** Runs a program, by default `npm run dev`'s, which needs no build, until it gives up. */
async function start(settings: Record<string, string>, program = ["lib/commands/start.ts", "--dev"]) {
  const child = spawn(process.execPath, ["--import", "tsx", ...program], {
    env: childEnv({ PORT: String(free), AUTH_SECRET: "a".repeat(32), CODE_PEPPER: "b".repeat(32), ...settings }),
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (said += chunk));
  const [code] = await once(child, "close");
  return { code, lines: said.trim().split("\n") };
}

it.concurrent.each([
  ["a port that is no number", () => ({ PORT: "abc" }), /^PORT: found "abc"; it must be a port number$/],
  ["a host that is not this machine", () => ({ HOST: "192.0.2.1" }), /^HOST: found "192\.0\.2\.1".*; unset it/],
  ["a port that is taken", () => ({ PORT: new URL(taken.url).port }), /^PORT: \d+ is in use; stop what listens there/],
  [
    "a database that does not answer",
    () => ({ DATABASE_URL: `postgres://a:b@127.0.0.1:${free}/x` }),
    /^DATABASE_URL: nothing answers at 127\.0\.0\.1:\d+/,
  ],
])(
  "a start with %s ends with one line that says so",
  async (_, settings, line) => {
    const { code, lines } = await start(settings());
    expect(code).toBe(1);
    expect(lines.filter((each) => each !== "Charsu, development")).toEqual([expect.stringMatching(line)]);
  },
  60_000,
);

it.concurrent.each([
  ["npm start", ["lib/commands/start.ts"]],
  ["the server alone", ["server.ts"]],
  ["the worker", ["lib/commands/worker.ts"]],
])(
  "%s ends in production without AUTH_SECRET, with one line that says how to mend it",
  async (_, program) => {
    const production = { CHARSU_ENV: "production", CHARSU_ORIGIN: "https://shop.example", AUTH_SECRET: "" };
    const { code, lines } = await start({ ...production, DATABASE_URL: `postgres://a:b@127.0.0.1:${free}/x` }, program);
    expect(code).toBe(1);
    expect(lines).toEqual([
      "AUTH_SECRET: it is not set; production needs it: set it to 32 or more random characters, for example the output of: openssl rand -hex 32",
    ]);
  },
  60_000,
);
