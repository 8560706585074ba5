import * as z from "zod";
import { emailAddress } from "@/lib/accounts/contact-input";
import { newPassword, personName } from "@/lib/accounts/input";
import { guessable } from "@/lib/accounts/passwords";
import type { Say } from "@/lib/platform/messages";
import { fieldErrors } from "@/lib/web/field-errors";
import { Told } from "../command";

export type Field = "name" | "email" | "password";
export type Given = Partial<Record<Field, string>>;

/** Asks somebody at a terminal; null where nobody is. A secret is not shown as it is typed. */
export type Ask = ((question: string, secret?: boolean) => Promise<string>) | null;

/** An admin to be made. Without a password one is generated. */
export type Wanted = { name: string; email: string; password: string | null };

const questions: Record<Field, string> = {
  name: "Name: ",
  email: "E-mail: ",
  password: "Password (leave it empty for a generated one): ",
};

/** What a registration would say of a value, or the value as it is kept. */
async function checked(field: Field, typed: string, mine: readonly string[], say: Say) {
  const schema = z.object({ it: { name: personName, email: emailAddress, password: newPassword }[field] });
  const parsed = await schema.safeParseAsync({ it: typed }, { reportInput: true });
  if (!parsed.success) return { problem: fieldErrors(parsed.error, say)[0]!.message };
  const why = field === "password" ? await guessable(parsed.data.it, mine) : null;
  return why ? { problem: say(`fields.password_${why}`) } : { value: parsed.data.it };
}

/**
 * One value: as it was given, or asked for until it will do.
 * @throws Told when it was given and will not do, or is missing and nobody can be asked
 */
async function settle(field: Field, given: Given, mine: readonly string[], ask: Ask, say: Say): Promise<string> {
  const said = given[field];
  if (said !== undefined || !ask) {
    if (said === undefined) throw new Told(`--${field} is missing.`);
    const { value, problem } = await checked(field, said, mine, say);
    if (value === undefined) throw new Told(`--${field}: ${problem}`);
    return value;
  }
  for (;;) {
    const typed = await ask(questions[field], field === "password");
    if (field === "password" && typed === "") return "";
    const { value, problem } = await checked(field, typed, mine, say);
    if (value !== undefined) return value;
    await ask(`${problem} Press Enter to try again.`);
  }
}

/**
 * Who is to be admin, by the rules of a registration.
 * @throws Told in words for a person at a terminal
 */
export async function interview(given: Given, ask: Ask, say: Say): Promise<Wanted> {
  const name = await settle("name", given, [], ask, say);
  const email = await settle("email", given, [], ask, say);
  if (given.password === undefined && !ask) return { name, email, password: null };
  const password = await settle("password", given, [name, email], ask, say);
  return { name, email, password: password || null };
}
