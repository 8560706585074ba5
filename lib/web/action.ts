import { updateTag } from "next/cache";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import type * as z from "zod";
import { env } from "@/lib/platform/env";
import type { FieldError } from "@/lib/platform/errors";
import { pathIn, safePath } from "@/lib/platform/messages/paths";
import { coerceStrings } from "./coerce";
import type { Context } from "./context";
import { cookieAttributes } from "./cookies";
import type { Operation } from "./operation";
import { contextOf } from "./request-context";

/** Fields whose values never go back into a page. */
const secret = /^(?:code|current)$|password/i;

/** What a form shows after a failed submit: the message, the errors beside the fields, and what was typed. */
export type FormState = {
  message: string;
  code: string;
  errors: FieldError[];
  values: Record<string, string>;
  data: unknown;
} | null;

/** What was typed into a form, to show it again: never what is secret. */
export function typed(form: FormData): Record<string, string> {
  return Object.fromEntries(
    [...form.entries()].filter(
      (entry): entry is [string, string] =>
        typeof entry[1] === "string" && !entry[0].startsWith("$") && !secret.test(entry[0]),
    ),
  );
}

/**
 * What a form shows that asks for the fields of another country by its button `change`: what was typed stays, and nothing
 * is saved.
 * @returns null for a form that was sent by another button
 */
export const otherCountry = (form: FormData): FormState =>
  form.has("change") ? { message: "", code: "invalid", errors: [], values: typed(form), data: null } : null;

/** The context of the page or action that is being rendered. */
export async function pageContext(locale: string): Promise<Context> {
  const [head, jar] = await Promise.all([headers(), cookies()]);
  return contextOf({ header: (name) => head.get(name), cookie: (name) => jar.get(name)?.value, locale });
}

/** Sets the cookies an operation left and expires what it changed. Only inside a server action. */
export async function applyEffects(context: Context): Promise<void> {
  const jar = await cookies();
  for (const change of context.cookies) {
    jar.set(change.name, change.value ?? "", cookieAttributes(change, env.CHARSU_ENV === "production"));
  }
  for (const tag of context.expired) updateTag(tag);
}

/** The locale that a form names, whatever it says; "" without one. */
export const localeOf = (form: FormData): string => String(form.get("locale") ?? "");

/** The text fields of a form as the operation's input. Names with dots (`address.city`) become objects. */
export function formInput(operation: Operation, form: FormData): Record<string, unknown> {
  const entries = [...form.entries()].filter((entry): entry is [string, string] => typeof entry[1] === "string");
  const nested: Record<string, unknown> = {};
  for (const [name, value] of entries) {
    const [head, ...rest] = name.split(".");
    if (!rest.length || value === "") continue;
    nested[head!] = { ...(nested[head!] as object | undefined), [rest.join(".")]: value };
  }
  return { ...nested, ...coerceStrings(operation.input, entries) };
}

/** Runs an operation for a form: its failure as the form's next state, its success as data. */
export async function runForm<I extends z.ZodType, O extends z.ZodType>(
  operation: Operation<I, O>,
  locale: string,
  input: Record<string, unknown>,
  form: FormData,
): Promise<{ ok: true; data: z.output<O> } | { ok: false; state: NonNullable<FormState> }> {
  const context = await pageContext(locale);
  const read = { ...input };
  for (const [field, name] of Object.entries(operation.cookies ?? {})) {
    const value = context.cookie(name);
    if (value !== undefined) read[field] ??= value;
  }
  const result = await operation.safe(context, read);
  await applyEffects(context);
  if (result.ok) return { ok: true, data: result.data };
  const { message, code, errors, data } = result.error;
  return { ok: false, state: { message, code, errors, values: typed(form), data } };
}

/**
 * Runs an operation for a form of the profile, and goes on to the page of ours that its field `next` names.
 * @param over fields of the input that a form cannot say, as that something is to be empty
 */
export async function runThenNext(
  operation: Operation,
  form: FormData,
  over: Record<string, unknown> = {},
): Promise<FormState> {
  const locale = localeOf(form);
  const result = await runForm(operation, locale, { ...formInput(operation, form), ...over }, form);
  if (!result.ok) return result.state;
  redirect(safePath(String(form.get("next") ?? ""), pathIn(locale)("/profile")));
}

/** The same for what a page shows once, and that no address may carry: the state holds the operation's output as data. */
export async function runThenShow(operation: Operation, form: FormData): Promise<FormState> {
  const result = await runForm(operation, localeOf(form), formInput(operation, form), form);
  return result.ok ? { message: "", code: "", errors: [], values: {}, data: result.data } : result.state;
}
