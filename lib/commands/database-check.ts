import { Client } from "pg";
import { EnvError, env } from "@/lib/platform/env";
import { explain } from "./explain";

type Rights = { login: string; name: string; makesLogins: boolean; grants: boolean };

/** DATABASE_URL, for a process that does not bring a database of its own. Throws EnvError when it is not set. */
export function neededDatabase(): string {
  if (env.DATABASE_URL) return env.DATABASE_URL;
  throw new EnvError("DATABASE_URL: it is not set; set it to the database that npm start has filled");
}

/**
 * Sees that the login of `url` reaches its database and may do there what migrating needs, before anything that takes
 * long. Throws EnvError: which variable, what was found, the mend.
 */
export async function checkDatabase(url: string): Promise<void> {
  const { login, name, makesLogins, grants } = await rightsAt(url).catch((error: unknown) => {
    const told = explain(error);
    throw new EnvError(/^[A-Z_]+: /.test(told) ? told : `DATABASE_URL: ${told}; see that a PostgreSQL answers there`);
  });
  const so = (statement: string) => `as a superuser, run: ${statement}`;
  if (!makesLogins)
    throw new EnvError(`DATABASE_URL: ${login} may not make logins; ${so(`ALTER ROLE ${login} CREATEROLE`)}`);
  if (!grants)
    throw new EnvError(
      `DATABASE_URL: ${login} does not own ${name}; ${so(`ALTER DATABASE ${name} OWNER TO ${login}`)}`,
    );
}

async function rightsAt(url: string): Promise<Rights> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<Rights>(`
      select quote_ident(current_user) as login, quote_ident(current_database()) as name,
        rolsuper or rolcreaterole as "makesLogins",
        has_database_privilege(current_database(), 'CREATE WITH GRANT OPTION') as grants
      from pg_roles where rolname = current_user`);
    return rows[0]!;
  } finally {
    await client.end().catch(() => undefined);
  }
}
