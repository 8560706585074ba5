import { closeSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { migrate } from "@/db/migrate";
import { seedIfEmpty } from "@/db/seed";
import { env, setEnv } from "@/lib/platform/env";
import { freePort } from "@/lib/platform/free-port";
import { background } from "./child";

const LOG = ".data/test-server.log";

/** Settings of the server under test. Services are set to empty, because Next would read a developer's `.env` for unset ones. */
function settings(port: number, databaseUrl: string): Record<string, string> {
  return {
    CHARSU_ENV: "test",
    PORT: String(port),
    HOST: "127.0.0.1",
    CHARSU_ORIGIN: `http://127.0.0.1:${port}`,
    DATABASE_URL: databaseUrl,
    CHARSU_DB_ROLE_PREFIX: "",
    AUTH_SECRET: "test-auth-secret-test-auth-secret",
    CODE_PEPPER: "test-code-pepper-test-code-pepper",
    CHARSU_CURRENCY: "",
    CHARSU_LOCALE: "",
    CHARSU_JOBS: "",
    CHARSU_TRUST_PROXY: "1",
    CHARSU_PSEUDO_LOCALES: "1",
    UPSTASH_REDIS_REST_URL: "",
    UPSTASH_REDIS_REST_TOKEN: "",
    RESEND_API_KEY: "",
    RESEND_FROM: "",
    KAVENEGAR_API_KEY: "",
    KAVENEGAR_SENDER: "",
    S3_BUCKET: "",
    S3_ACCESS_KEY_ID: "",
    S3_SECRET_ACCESS_KEY: "",
    LOG_LEVEL: "warn",
  };
}

/** Takes the settings of the server under test for this process; returns its address. */
export async function useTestSettings(databaseUrl: string): Promise<string> {
  setEnv(settings(await freePort(), databaseUrl));
  return env.CHARSU_ORIGIN;
}

/** Migrates and fills the database of {@link useTestSettings}, starts the production server on it and waits for it. */
export async function startTestServer(): Promise<void> {
  const url = env.DATABASE_URL ?? "";
  await migrate(url);
  await seedIfEmpty(url, { progress: () => {} });
  mkdirSync(".data", { recursive: true });
  const log = openSync(LOG, "w");
  const child = background(["--import", "tsx", "server.ts"], {}, log);
  closeSync(log);
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; await sleep(100)) {
    if (child.exitCode !== null) break;
    const answer = await fetch(`${env.CHARSU_ORIGIN}/api/health`).catch(() => undefined);
    if (answer?.ok) return;
  }
  throw new Error(`The server under test did not become healthy:\n${readFileSync(LOG, "utf8").slice(-3000)}`);
}
