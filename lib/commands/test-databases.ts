import { randomBytes } from "node:crypto";
import { Client } from "pg";
import { toolEnv } from "@/lib/platform/env";
import { startPostgres } from "@/lib/platform/postgres";

export type TestDatabases = {
  /** Connection string of a login that may make databases and roles; names no database of ours. */
  adminUrl: string;
  /** Start of every database and role name of this run. */
  prefix: string;
  /** Makes the database `<prefix>_<name>` and returns its connection string. */
  create(name: string): Promise<string>;
  /** Drops what this run made and stops the server it started. */
  close(): Promise<void>;
};

/**
 * Where tests keep their databases: on the server that DATABASE_URL of the environment (not of `.env`) names,
 * touching nothing but `charsu_test_*`, else an embedded PostgreSQL under `.data/test-postgres`.
 */
export async function openTestDatabases(): Promise<TestDatabases> {
  const outside = toolEnv("DATABASE_URL");
  const embedded = outside ? undefined : await startPostgres({ dir: ".data/test-postgres", durable: false });
  const adminUrl = outside ?? embedded?.url ?? "";
  const prefix = `charsu_test_${randomBytes(4).toString("hex")}`;
  // Nobody else uses a server that was just started: what is there was left by a killed run.
  if (embedded && !embedded.reused) await dropAll(adminUrl, "charsu_test_");
  return {
    adminUrl,
    prefix,
    create: async (name) => {
      const database = `${prefix}_${name}`;
      await withClient(adminUrl, (client) => client.query(`create database ${client.escapeIdentifier(database)}`));
      const url = new URL(adminUrl);
      url.pathname = `/${database}`;
      return url.href;
    },
    close: async () => {
      await dropAll(adminUrl, prefix);
      await embedded?.stop();
    },
  };
}

async function dropAll(adminUrl: string, prefix: string): Promise<void> {
  await withClient(adminUrl, async (client) => {
    const names = async (sql: string) =>
      (await client.query<{ name: string }>(sql, [prefix])).rows.map(({ name }) => client.escapeIdentifier(name));
    const roles = await names("select rolname as name from pg_roles where starts_with(rolname, $1)");
    // Who is no superuser may end the connections of nobody but its members.
    if (roles.length) await client.query(`grant ${roles.join(", ")} to current_user`);
    for (const name of await names("select datname as name from pg_database where starts_with(datname, $1)")) {
      await client.query(`drop database if exists ${name} with (force)`);
    }
    for (const name of roles) await client.query(`drop role if exists ${name}`);
  });
}

async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
