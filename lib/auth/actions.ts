"use server";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { codeLife } from "@/lib/accounts/codes";
import { requestCode as requestCodeOperation } from "@/lib/accounts/operations";
import { env } from "@/lib/platform/env";
import { pathIn, safePath } from "@/lib/platform/messages/paths";
import { type FormState, formInput, runForm } from "@/lib/web/action";
import { cookieAttributes } from "@/lib/web/cookies";
import { identifierCookie } from "./cookies";
import { signOut as signOutOperation, verifyCode as verifyCodeOperation } from "./sign-in";

const localeOf = (form: FormData) => String(form.get("locale") ?? "");
const nextOf = (form: FormData, fallback: string) => safePath(String(form.get("next") ?? ""), fallback);

export async function sendCode(_: FormState, form: FormData): Promise<FormState> {
  const locale = localeOf(form);
  const input = formInput(requestCodeOperation, form);
  const result = await runForm(requestCodeOperation, locale, input, form);
  if (!result.ok) return result.state;
  const change = { name: identifierCookie, value: String(input.identifier), httpOnly: true, maxAge: codeLife * 2 };
  (await cookies()).set(change.name, change.value, cookieAttributes(change, env.CHARSU_ENV === "production"));
  const next = nextOf(form, "");
  redirect(pathIn(locale)(`/sign-in/code${next ? `?next=${encodeURIComponent(next)}` : ""}`));
}

export async function signIn(_: FormState, form: FormData): Promise<FormState> {
  const locale = localeOf(form);
  const result = await runForm(verifyCodeOperation, locale, formInput(verifyCodeOperation, form), form);
  if (!result.ok) return result.state;
  const jar = await cookies();
  jar.delete(identifierCookie);
  const { cartChanged } = result.data;
  const next = nextOf(form, pathIn(locale)("/orders"));
  // What the saved cart changed is shown before anything is ordered.
  redirect(cartChanged ? pathIn(locale)(`/cart?united=${cartChanged}`) : next);
}

export async function signOut(form: FormData): Promise<void> {
  const locale = localeOf(form);
  await runForm(signOutOperation, locale, {}, form);
  redirect(pathIn(locale)("/"));
}
