import { randomBytes } from "node:crypto";
import { generateDrizzleJson, generateMigration } from "drizzle-kit/api";
import { Client, Pool } from "pg";
import { toolEnv } from "@/lib/platform/env";

/** The PostgreSQL that tests may make databases in, or undefined when none is given. */
export function testDatabaseUrl(): string | undefined {
  return toolEnv("CHARSU_TEST_DATABASE_URL");
}

/** Makes a database of its own with the tables of `schema`, and a pool in it; `close` drops it again. */
export async function openSchemaDatabase(url: string, schema: Record<string, unknown>) {
  const name = `charsu_test_${randomBytes(6).toString("hex")}`;
  const admin = new Client({ connectionString: url });
  await admin.connect();
  await admin.query(`create database ${name}`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  const pool = new Pool({ connectionString: own.href, max: 10 });
  // The drop ends connections that the pool is still closing; that must not end the test.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  const statements = await generateMigration(generateDrizzleJson({}), generateDrizzleJson(schema));
  for (const statement of statements) await pool.query(statement);
  const close = async () => {
    await pool.end();
    await admin.query(`drop database ${name} with (force)`);
    await admin.end();
  };
  return { pool, close };
}
