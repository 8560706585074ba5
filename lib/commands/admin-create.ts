import { parseArgs } from "node:util";
import { eq, sql } from "drizzle-orm";
import { transaction } from "@/db/client";
import { users } from "@/db/schema";
import { type Account, findAccount } from "@/lib/accounts/account";
import { setPassword } from "@/lib/accounts/credentials";
import { hashPassword } from "@/lib/accounts/passwords";
import { setPersonRoles } from "@/lib/accounts/people/operations/write";
import { createAccount } from "@/lib/auth/create-account";
import { translator } from "@/lib/platform/messages";
import { nobody, type StaffRole } from "@/lib/web/actor";
import { plainContext } from "@/lib/web/context";
import { type Ask, type Given, interview, type Wanted } from "./admin-create/interview";
import { terminal } from "./admin-create/terminal";
import { openDatabase, runCommand, Told } from "./command";
import { explain } from "./explain";
import { say } from "./progress";

const usage = `Usage:
  npm run admin:create                                          asks for what it needs
  npm run admin:create -- --name <name> --email <address> [--password <password>] [--yes]
Without --password one is generated, shown once, and changed at the first sign-in. --yes makes an account that there is
admin without asking.`;

const words = translator("en");
const context = () => plainContext({ ...nobody, roles: ["admin"] });

function readArguments(): { given: Given; yes: boolean } {
  const text = { type: "string" } as const;
  const options = { name: text, email: text, password: text, yes: { type: "boolean" } } as const;
  try {
    const { yes = false, ...given } = parseArgs({ options }).values;
    return { given, yes };
  } catch (error) {
    throw new Told(`${explain(error)}\n${usage}`);
  }
}

/** An account that there is becomes admin once that was confirmed; its name and its password stay as they are. */
async function promote({ id, name, active, roles }: Account, email: string, ask: Ask, yes: boolean): Promise<void> {
  if (!active) throw new Told(`The account ${email} is closed; open it first.`);
  if (roles.includes("admin")) {
    say(`${email} is admin already. Nothing was changed.`);
    return;
  }
  const who = `There is an account ${email} (${name || "without a name"})`;
  if (!yes) {
    if (!ask) throw new Told(`${who}. Say --yes to make it admin; its name and password stay as they are.`);
    const answer = await ask(`${who}. Make it admin? Its name and password stay as they are. [y/N] `);
    if (!/^y(es)?$/i.test(answer.trim())) throw new Told("Nobody was made admin.");
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

async function main(): Promise<boolean> {
  const { given, yes } = readArguments();
  const ask = terminal();
  const wanted = await interview(given, ask, words).catch((error: unknown) => {
    throw error instanceof Told && !ask ? new Told(`${error.message}\n${usage}`) : error;
  });
  await openDatabase();
  const known = await transaction({ tier: "auth", userId: null, readOnly: true }, (tx) =>
    findAccount(tx, eq(sql`lower(${users.email})`, wanted.email)),
  );
  await (known ? promote(known, wanted.email, ask, yes) : make(wanted));
  return true;
}

void runCommand(main, "Stopped; nobody was made admin.");
