import "./node-env";
import { createServer } from "node:net";
import { migrate } from "@/db/migrate";
import { seedIfEmpty } from "@/db/seed";
import { EnvError, env, setEnv } from "@/lib/platform/env";
import { type RunningPostgres, startPostgres } from "@/lib/platform/postgres";
import { type Serving, serve } from "@/server";
import { buildIfNeeded } from "./build";
import { checkDatabase } from "./database-check";
import { explain } from "./explain";
import { say, step } from "./progress";
import { onShutdown } from "./shutdown";

const dev = process.argv.includes("--dev");
let postgres: Promise<RunningPostgres> | undefined;
let serving: Serving | undefined;

async function stopAll(): Promise<void> {
  await serving?.stop();
  await (await postgres?.catch(() => undefined))?.stop();
}

async function database(): Promise<string> {
  if (env.DATABASE_URL) {
    await checkDatabase(env.DATABASE_URL);
    return env.DATABASE_URL;
  }
  postgres = step("starting PostgreSQL", async (note) => {
    const started = await startPostgres({ database: "charsu", log: note });
    if (started.reused) note("already running");
    return started;
  });
  const { url } = await postgres;
  setEnv({ DATABASE_URL: url });
  return url;
}

async function start(): Promise<void> {
  const began = performance.now();
  if (dev) setEnv({ CHARSU_ENV: "development" });
  const { CHARSU_ENV, PORT, HOST } = env;
  say(`Charsu, ${CHARSU_ENV}`);
  await claimable(PORT, HOST);
  const [url] = await Promise.all([database(), dev ? undefined : buildIfNeeded()]);
  await step("migrating the database", () => migrate(url));
  const demo = CHARSU_ENV === "demo" || CHARSU_ENV === "development";
  const market = demo
    ? await step("checking the demo market", async (note) => {
        const result = await seedIfEmpty(url, { progress: (line) => say(`  ${line}`) });
        note(result.seeded ? "filled" : "already there");
        return result;
      })
    : undefined;
  serving = await step("starting the server", () => serve({ port: PORT, host: HOST, dev }));
  say(`Ready after ${((performance.now() - began) / 1000).toFixed(1)} s: ${env.CHARSU_ORIGIN}`);
  if (market?.logins.length) {
    say(`\nDemo logins (sign in with the e-mail; the code appears at ${env.CHARSU_ORIGIN}/dev/outbox)`);
    for (const { role, email } of market.logins) say(`  ${role.padEnd(16)} ${email}`);
  }
  say("\nCtrl-C stops it");
}

/** Tells of a taken port, or an address that is not ours, before the build and not after it. */
async function claimable(port: number, host: string): Promise<void> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once("error", reject);
    probe.listen(port, host, resolve);
  }).catch((error: NodeJS.ErrnoException) => {
    if (!["EADDRNOTAVAIL", "ENOTFOUND", "EAI_AGAIN", "EINVAL"].includes(error.code ?? "")) throw error;
    const found = `found ${JSON.stringify(host)}, which is no address of this machine (${error.code})`;
    throw new EnvError(`HOST: ${found}; unset it, or set 0.0.0.0 for all of them`);
  });
  await new Promise((resolve) => probe.close(resolve));
}

onShutdown(() => {
  say("\nStopping");
  return stopAll();
});
start().catch(async (error: unknown) => {
  say(explain(error));
  await stopAll();
  process.exit(1);
});
