import { buildIfNeeded } from "./build";
import { checks } from "./checks";
import { run, stopChildren } from "./child";
import { findChromium } from "./chromium";
import { explain } from "./explain";
import { say, step } from "./progress";
import { findRedisServer } from "./redis";
import { onShutdown } from "./shutdown";
import { openTestDatabases, type TestDatabases } from "./test-databases";

const [part, ...rest] = process.argv.slice(2);
const wants = (name: string) => part === undefined || part === name;
const failed: string[] = [];
let databases: Promise<TestDatabases> | undefined;

async function attempt(
  name: string,
  work: () => Promise<{ ok: boolean; output: string } | undefined>,
): Promise<boolean> {
  try {
    await step(name, async (note) => {
      const result = await work();
      if (result && !result.ok) {
        note("FAILED");
        failed.push(name);
        if (result.output) say(result.output.trimEnd());
      }
    });
  } catch (error) {
    failed.push(name);
    say(`  ${name}: FAILED\n${explain(error)}`);
  }
  return !failed.includes(name);
}

async function unit({ adminUrl, prefix }: TestDatabases): Promise<void> {
  let redis: string | undefined;
  await attempt("looking for redis-server", async () => {
    redis = await findRedisServer();
    return undefined;
  });
  if (!redis) say("  !! NO redis-server ON THIS MACHINE: the tests against a real Redis are SKIPPED");
  const env = {
    CHARSU_TEST_DATABASE_URL: adminUrl,
    CHARSU_TEST_PREFIX: prefix,
    CHARSU_REDIS_SERVER: redis,
    DATABASE_URL: "",
  };
  await attempt("unit and integration tests", () =>
    run({ script: "node_modules/vitest/vitest.mjs", args: ["run", ...rest], env }, { show: true }),
  );
}

async function endToEnd(own: TestDatabases): Promise<void> {
  // Loaded late: the checks before must be able to report code that does not load.
  const { startTestServer, useTestSettings } = await import("./test-server");
  const address = await useTestSettings(await own.create("e2e"));
  const ready =
    (await attempt("build", async () => void (await buildIfNeeded()))) &&
    (await attempt("server under test", async () => void (await startTestServer())));
  if (!ready) return;
  let chromium = "";
  const found = await attempt("looking for Chromium", async () => {
    chromium = await findChromium();
    return undefined;
  });
  if (!found) return;
  const env = { CHARSU_E2E_URL: address, CHARSU_TEST_DATABASE_URL: own.adminUrl, CHROMIUM_PATH: chromium };
  await attempt("end-to-end tests", () =>
    run({ script: "node_modules/@playwright/test/cli.js", args: ["test", ...rest], env }, { show: true }),
  );
}

async function stopAll(): Promise<void> {
  await stopChildren();
  await (await databases?.catch(() => undefined))?.close();
}

async function main(): Promise<void> {
  if (part !== undefined && !["check", "unit", "e2e"].includes(part)) {
    throw new Error(`No part ${JSON.stringify(part)}; there are: check, unit, e2e`);
  }
  if (wants("check")) for (const check of checks) await attempt(check.name, check.run);
  if (!wants("unit") && !wants("e2e")) return;
  databases = openTestDatabases();
  const opened = await attempt("test database", async () => void (await databases));
  if (!opened) return;
  const own = await databases;
  if (wants("unit")) await unit(own);
  if (wants("e2e")) await endToEnd(own);
}

onShutdown(stopAll);
try {
  await main();
} catch (error) {
  failed.push("npm test");
  say(explain(error));
}
await stopAll();
say(failed.length ? `\nFailed: ${failed.join(", ")}` : "\nAll passed");
process.exit(failed.length ? 1 : 0);
