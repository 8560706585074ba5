import { randomBytes } from "node:crypto";
import { Client } from "pg";
import { setEnv, toolEnv } from "@/lib/platform/env";
import { migrate } from "../migrate";
import { roleName, tiers } from "../tiers";

async function asAdmin(url: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await work(client).finally(() => client.end());
}

/** Once for a run: a migrated template that each test file copies; afterwards nothing of it is left on the server. */
export default async function setup() {
  const admin = toolEnv("CHARSU_TEST_DATABASE_URL");
  if (!admin) return;
  const name = `charsu_test_${randomBytes(4).toString("hex")}`;
  const url = new URL(admin);
  url.pathname = `/${name}`;
  await asAdmin(admin, async (client) => {
    await client.query(`create database "${name}" encoding 'UTF8' template template0`);
  });
  setEnv({ CHARSU_TEST_TEMPLATE: name, CHARSU_DB_ROLE_PREFIX: name, DATABASE_URL: url.href, CHARSU_ENV: "test" });
  await migrate(url.href);

  return () =>
    asAdmin(admin, async (client) => {
      const { rows } = await client.query<{ datname: string }>(
        "select datname from pg_database where datname like $1",
        [`${name}%`],
      );
      const settings = { rolePrefix: name, secret: "" };
      const roles = tiers.map((tier) => `"${roleName(tier, settings)}"`);
      // Who is no superuser may end the connections of nobody but its members.
      await client.query(`grant ${roles.join(", ")} to current_user`);
      for (const { datname } of rows) await client.query(`drop database if exists "${datname}" with (force)`);
      for (const role of roles) await client.query(`drop role if exists ${role}`);
    });
}
