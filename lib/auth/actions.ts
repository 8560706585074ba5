"use server";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { codeLife } from "@/lib/accounts/codes";
import { requestCode as requestCodeOperation } from "@/lib/accounts/operations";
import { env } from "@/lib/platform/env";
import { spokenLocale, translator } from "@/lib/platform/messages";
import { pathIn, safePath } from "@/lib/platform/messages/paths";
import { type FormState, formInput, localeOf, pageContext, runForm } from "@/lib/web/action";
import { cookieAttributes } from "@/lib/web/cookies";
import { identifierCookie } from "./cookies";
import { login } from "./login";
import { readProfile } from "./profile/details";
import { changePassword } from "./profile/password";
import { register } from "./register";
import { forgotPassword, resetPassword as resetPasswordOperation } from "./reset";
import { signOut as signOutOperation, verifyCode as verifyCodeOperation } from "./sign-in";

const nextOf = (form: FormData, fallback: string) => safePath(String(form.get("next") ?? ""), fallback);

/** Goes to a page that leads on to where this form was going. */
function goOn(form: FormData, path: string): never {
  const next = nextOf(form, "");
  redirect(pathIn(localeOf(form))(`${path}${next ? `?next=${encodeURIComponent(next)}` : ""}`));
}

/** Remembers in the browser whom a code was sent to. */
async function rememberAddress(identifier: unknown): Promise<void> {
  const change = { name: identifierCookie, value: String(identifier), httpOnly: true, maxAge: codeLife * 2 };
  (await cookies()).set(change.name, change.value, cookieAttributes(change, env.CHARSU_ENV === "production"));
}

/** Where every way of signing in ends. */
function enter(
  form: FormData,
  { cartChanged, mustChangePassword }: { cartChanged: number; mustChangePassword: boolean },
): never {
  if (mustChangePassword) goOn(form, "/sign-in/new-password");
  const path = pathIn(localeOf(form));
  const next = nextOf(form, path("/profile/orders"));
  if (!cartChanged) redirect(next);
  // What the saved cart changed is shown before anything is ordered.
  const shownAt = next === path("/sign-up/shop/status") ? next : path("/cart");
  redirect(`${shownAt}?united=${cartChanged}` as typeof next);
}

export async function sendCode(_: FormState, form: FormData): Promise<FormState> {
  const input = formInput(requestCodeOperation, form);
  const result = await runForm(requestCodeOperation, localeOf(form), input, form);
  if (!result.ok) return result.state;
  await rememberAddress(input.identifier);
  goOn(form, form.get("step") === "sign-up" ? "/sign-up/code" : "/sign-in/code");
}

export async function signIn(_: FormState, form: FormData): Promise<FormState> {
  const result = await runForm(verifyCodeOperation, localeOf(form), formInput(verifyCodeOperation, form), form);
  if (!result.ok) return result.state;
  (await cookies()).delete(identifierCookie);
  enter(form, result.data);
}

export async function signInByPassword(_: FormState, form: FormData): Promise<FormState> {
  const result = await runForm(login, localeOf(form), formInput(login, form), form);
  if (!result.ok) return result.state;
  enter(form, result.data);
}

export async function signOut(form: FormData): Promise<void> {
  const locale = localeOf(form);
  await runForm(signOutOperation, locale, {}, form);
  redirect(pathIn(locale)("/"));
}

/** A password that nothing is wrong with must be typed again all the same, and might be forgotten: it is optional. */
function askAgain(state: NonNullable<FormState>, form: FormData): FormState {
  if (!form.get("password") || state.errors.some(({ field }) => field === "password")) return state;
  const message = translator(spokenLocale(localeOf(form)))("account.password_again");
  return { ...state, errors: [...state.errors, { field: "password", code: "again", message }] };
}

async function registerWith(input: Record<string, unknown>, form: FormData): Promise<FormState> {
  const result = await runForm(register, localeOf(form), input, form);
  if (!result.ok) return askAgain(result.state, form);
  await rememberAddress(input.email ?? input.phone);
  goOn(form, "/sign-up/code");
}

export async function signUp(_: FormState, form: FormData): Promise<FormState> {
  const { shop: _none, ...input } = formInput(register, form);
  return registerWith(input, form);
}

/** Whoever is signed in confirms an application by a code to their own address, and keeps their name. */
async function applicant(locale: string): Promise<Record<string, unknown>> {
  const context = await pageContext(locale);
  const { userId, name } = await context.actor();
  if (userId === null) return {};
  const { user } = await readProfile.call(context, {});
  return { name, ...(user.email ? { email: user.email } : { phone: user.phone }) };
}

export async function applyWithShop(_: FormState, form: FormData): Promise<FormState> {
  const person = await applicant(localeOf(form));
  return registerWith({ shop: {}, ...formInput(register, form), ...person }, form);
}

export async function requestReset(_: FormState, form: FormData): Promise<FormState> {
  const input = formInput(forgotPassword, form);
  const result = await runForm(forgotPassword, localeOf(form), input, form);
  if (!result.ok) return result.state;
  await rememberAddress(input.identifier);
  redirect(pathIn(localeOf(form))("/reset/code"));
}

export async function resetPassword(_: FormState, form: FormData): Promise<FormState> {
  const locale = localeOf(form);
  const result = await runForm(resetPasswordOperation, locale, formInput(resetPasswordOperation, form), form);
  if (!result.ok) return result.state;
  (await cookies()).delete(identifierCookie);
  redirect(pathIn(locale)("/reset/done"));
}

/** Puts a password of one's own in the place of the one that staff made; now the carts meet as well. */
export async function choosePassword(_: FormState, form: FormData): Promise<FormState> {
  const result = await runForm(changePassword, localeOf(form), formInput(changePassword, form), form);
  if (!result.ok) return result.state;
  enter(form, { ...result.data, mustChangePassword: false });
}
