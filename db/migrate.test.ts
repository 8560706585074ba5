import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { env, setEnv, toolEnv } from "@/lib/platform/env";
import { migrate } from "./migrate";
import { hasDatabase } from "./testing/database";
import { roleName, tiers } from "./tiers";

describe.skipIf(!hasDatabase)("migrate, as a login that owns the database and may make roles, and no superuser", () => {
  const name = `${toolEnv("CHARSU_TEST_TEMPLATE")}_plain`;
  const url = new URL(toolEnv("CHARSU_TEST_DATABASE_URL") ?? "postgres://localhost");
  const admin = url.href;

  async function ask<T>(as: string, ...statements: string[]): Promise<T[]> {
    const client = new Client({ connectionString: as });
    await client.connect();
    try {
      let rows: T[] = [];
      for (const statement of statements) rows = (await client.query(statement)).rows as T[];
      return rows;
    } finally {
      await client.end();
    }
  }

  beforeAll(async () => {
    await ask(
      admin,
      `create role "${name}" login createrole password 'plain'`,
      `grant "${name}" to current_user`,
      `create database "${name}" owner "${name}" encoding 'UTF8' template template0`,
    );
    Object.assign(url, { pathname: `/${name}`, username: name, password: "plain" });
    setEnv({ DATABASE_URL: url.href, CHARSU_DB_ROLE_PREFIX: name });
  });
  afterAll(async () => {
    const settings = { rolePrefix: env.CHARSU_DB_ROLE_PREFIX, secret: "" };
    const roles = [...tiers.map((tier) => roleName(tier, settings)), name];
    await ask(admin, `drop database "${name}" with (force)`, ...roles.map((role) => `drop role "${role}"`));
  });

  it("makes everything, and again what a later version would change", async () => {
    await migrate(url.href);
    await ask(url.href, "comment on table events is null");
    await migrate(url.href);
    const jobs = await ask(
      url.href,
      "insert into events (name, payload) values ('categories.changed', '{}')",
      `set role "${name}_worker"`,
      "select task_identifier as task from graphile_worker.jobs",
    );
    expect(jobs).toEqual([{ task: "relay" }]);
  });
});
