import { parseArgs } from "node:util";
import { eq, sql } from "drizzle-orm";
import { closePools, transaction } from "@/db/client";
import { migrate } from "@/db/migrate";
import { users } from "@/db/schema";
import { type Account, findAccount } from "@/lib/accounts/account";
import { setPassword } from "@/lib/accounts/credentials";
import { hashPassword } from "@/lib/accounts/passwords";
import { setPersonRoles } from "@/lib/accounts/people/operations/write";
import { createAccount } from "@/lib/auth/create-account";
import { EnvError, env, setEnv } from "@/lib/platform/env";
import { translator } from "@/lib/platform/messages";
import { type RunningPostgres, startPostgres } from "@/lib/platform/postgres";
import { nobody, type StaffRole } from "@/lib/web/actor";
import { plainContext } from "@/lib/web/context";
import { type Ask, type Given, interview, Refused, type Wanted } from "./admin-create/interview";
import { terminal } from "./admin-create/terminal";
import { checkDatabase } from "./database-check";
import { explain } from "./explain";
import { say } from "./progress";
import { onShutdown } from "./shutdown";

const usage = `Usage:
  npm run admin:create                                          asks for what it needs
  npm run admin:create -- --name <name> --email <address> [--password <password>] [--yes]
Without --password one is generated, shown once, and changed at the first sign-in. --yes makes an account that there is
admin without asking.`;

let postgres: Promise<RunningPostgres> | undefined;
const words = translator("en");
const context = () => plainContext({ ...nobody, roles: ["admin"] });

function readArguments(): { given: Given; yes: boolean } {
  const text = { type: "string" } as const;
  const options = { name: text, email: text, password: text, yes: { type: "boolean" } } as const;
  try {
    const { yes = false, ...given } = parseArgs({ options }).values;
    return { given, yes };
  } catch (error) {
    throw new Refused(`${explain(error)}\n${usage}`);
  }
}

async function openDatabase(): Promise<void> {
  if (env.DATABASE_URL) await checkDatabase(env.DATABASE_URL);
  else {
    postgres = startPostgres({ database: "charsu", log: (line) => say(`  ${line}`) });
    setEnv({ DATABASE_URL: (await postgres).url });
  }
  await migrate(env.DATABASE_URL ?? "");
}

/** An account that there is becomes admin once that was confirmed; its name and its password stay as they are. */
async function promote({ id, name, active, roles }: Account, email: string, ask: Ask, yes: boolean): Promise<void> {
  if (!active) throw new Refused(`The account ${email} is closed; open it first.`);
  if (roles.includes("admin")) {
    say(`${email} is admin already. Nothing was changed.`);
    return;
  }
  const who = `There is an account ${email} (${name || "without a name"})`;
  if (!yes) {
    if (!ask) throw new Refused(`${who}. Say --yes to make it admin; its name and password stay as they are.`);
    const answer = await ask(`${who}. Make it admin? Its name and password stay as they are. [y/N] `);
    if (!/^y(es)?$/i.test(answer.trim())) throw new Refused("Nobody was made admin.");
  }
  await setPersonRoles.call(context(), { id, roles: [...(roles as StaffRole[]), "admin"] });
  say(`${email} is admin now. Its name and password are what they were.`);
}

async function make({ name, email, password }: Wanted): Promise<void> {
  const made = await createAccount.call(context(), { name, email, roles: ["admin"] });
  if (password === null) {
    say(
      `${email} is admin. The password, shown this once and to be changed at the first sign-in:\n\n  ${made.password}\n`,
    );
    return;
  }
  const hash = await hashPassword(password, words);
  await transaction({ tier: "auth", userId: null }, (tx) => setPassword(tx, made.user.id, hash));
  say(`${email} is admin.`);
}

async function main(): Promise<void> {
  const { given, yes } = readArguments();
  setEnv({ LOG_LEVEL: "silent" });
  const ask = terminal();
  const wanted = await interview(given, ask, words).catch((error: unknown) => {
    throw error instanceof Refused && !ask ? new Refused(`${error.message}\n${usage}`) : error;
  });
  await openDatabase();
  const known = await transaction({ tier: "auth", userId: null, readOnly: true }, (tx) =>
    findAccount(tx, eq(sql`lower(${users.email})`, wanted.email)),
  );
  await (known ? promote(known, wanted.email, ask, yes) : make(wanted));
}

onShutdown(async () => {
  await (await postgres?.catch(() => undefined))?.stop();
  throw new Refused("Stopped; nobody was made admin.");
});
main()
  .then(
    () => true,
    (error: unknown) => {
      say(error instanceof Refused || error instanceof EnvError ? error.message : explain(error));
      return false;
    },
  )
  .then(async (ok) => {
    process.exitCode = ok ? 0 : 1;
    await closePools();
    await (await postgres?.catch(() => undefined))?.stop();
  });
