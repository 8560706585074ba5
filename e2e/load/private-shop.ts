import { Client } from "pg";
import { buildIfNeeded } from "@/lib/commands/build";
import { stopChildren } from "@/lib/commands/child";
import { step } from "@/lib/commands/progress";
import { openTestDatabases } from "@/lib/commands/test-databases";
import { startTestServer, useTestSettings } from "@/lib/commands/test-server";
import { env, setEnv } from "@/lib/platform/env";

import { childRunning } from "./processor";

export type PrivateShop = {
  /** Where it serves, like http://127.0.0.1:41234. */
  origin: string;
  /** The process that serves; NaN where it cannot be told. */
  pid: number;
  /** Connection string of the owner of its database. */
  databaseUrl: string;
};

export type PrivateShopHandle = {
  /** Builds, fills a database of its own with the demo market, and serves the production build on a free loopback port. */
  open(): Promise<PrivateShop>;
  /** Stops the server and drops its database, also while it is still opening. */
  close(): Promise<void>;
};

/** A shop for measuring: no e-mail or job runs inside it, and nothing of it is left afterwards. */
export function privateShop(): PrivateShopHandle {
  let databases: ReturnType<typeof openTestDatabases> | undefined;
  return {
    open: async () => {
      databases = openTestDatabases();
      const own = await databases;
      const origin = await useTestSettings(await own.create("load"));
      // What follows an order runs in a worker: it must not take the processor from one measurement and not the other.
      setEnv({ CHARSU_JOBS: "outside", LOG_LEVEL: "error" });
      await buildIfNeeded();
      await step("filling a private shop", startTestServer);
      const databaseUrl = env.DATABASE_URL ?? "";
      await analyze(databaseUrl);
      return { origin, pid: childRunning("server.ts"), databaseUrl };
    },
    close: async () => {
      await stopChildren();
      await (await databases?.catch(() => undefined))?.close();
    },
  };
}

/** A database that was just filled plans by guesses until autovacuum has been there. */
async function analyze(databaseUrl: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query("vacuum analyze").finally(() => client.end());
}
