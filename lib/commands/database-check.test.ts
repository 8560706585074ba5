import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { setEnv, toolEnv } from "@/lib/platform/env";
import { freePort } from "@/lib/platform/free-port";
import { checkDatabase, neededDatabase } from "./database-check";

const admin = toolEnv("CHARSU_TEST_DATABASE_URL");

async function run(...statements: string[]): Promise<void> {
  const client = new Client({ connectionString: admin });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

describe.skipIf(!admin)("a database that is given", () => {
  const name = `${toolEnv("CHARSU_TEST_TEMPLATE")}_check`;
  const url = (login: string, database = name, host = new URL(admin!).host) =>
    `postgres://${login}:right@${host}/${database}`;
  /** What is said of it; nothing when it will do. */
  const told = async (given: string) => {
    setEnv({ DATABASE_URL: given });
    return checkDatabase(given).then(
      () => "",
      (error: Error) => `${error.name}: ${error.message}`,
    );
  };

  beforeAll(() =>
    run(
      `create role "${name}" login createrole password 'right'`,
      `create role "${name}_other" login createrole password 'right'`,
      `create role "${name}_reader" login password 'right'`,
      `create database "${name}" owner "${name}"`,
    ),
  );
  afterAll(() =>
    run(`drop database "${name}"`, ...["", "_other", "_reader"].map((suffix) => `drop role "${name}${suffix}"`)),
  );

  it("will do when its login owns it and makes roles, or is a superuser", async () => {
    expect(await told(url(name))).toBe("");
    const own = new URL(admin!);
    own.pathname = `/${name}`;
    expect(await told(own.href)).toBe("");
  });

  it("is told of in one line: what was found, and the mend", async () => {
    const wrong = url(name).replace(":right@", ":secret@");
    const port = await freePort();
    const lines: Record<string, string> = {
      [wrong]: `password authentication failed for user "${name}"; mend user and password`,
      [url("nobody_here")]: `password authentication failed for user "nobody_here"; mend user and password`,
      [url(name, "not_there")]: `database "not_there" does not exist; make it (createdb), or name another`,
      [url(`${name}_reader`)]:
        `${name}_reader may not make logins; as a superuser, run: ALTER ROLE ${name}_reader CREATEROLE`,
      [url(`${name}_other`)]:
        `${name}_other does not own ${name}; as a superuser, run: ALTER DATABASE ${name} OWNER TO ${name}_other`,
      [url(name, name, `127.0.0.1:${port}`)]:
        `nothing answers at 127.0.0.1:${port} (ECONNREFUSED); start the database there, or mend host and port`,
      [url(name, name, "nowhere.invalid")]: `the host nowhere.invalid is not known (ENOTFOUND); mend it`,
    };
    for (const [given, line] of Object.entries(lines))
      expect(await told(given)).toBe(`EnvError: DATABASE_URL: ${line}`);
  });

  it("is asked for where none is brought", () => {
    setEnv({ DATABASE_URL: undefined });
    expect(neededDatabase).toThrow("DATABASE_URL: it is not set");
    setEnv({ DATABASE_URL: url(name) });
    expect(neededDatabase()).toBe(url(name));
  });
});
