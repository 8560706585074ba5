"use server";
import { redirect } from "next/navigation";
import { pathIn } from "@/lib/platform/messages/paths";
import { type FormState, formInput, localeOf, runForm } from "@/lib/web/action";
import type { Operation } from "@/lib/web/operation";
import { addItem, clearCart, removeItem, updateItem } from "./operations";
import { chosenVariant } from "./rules";

async function change(operation: Operation, form: FormData): Promise<FormState> {
  const result = await runForm(operation, localeOf(form), formInput(operation, form), form);
  return result.ok ? null : result.state;
}

/** The form of a product page without JavaScript, or before it runs: the cart says what came of it. */
export async function addToCart(form: FormData): Promise<void> {
  const locale = localeOf(form);
  const variant = chosenVariant(form) ?? "";
  form.set("variantId", variant);
  const result = await runForm(addItem, locale, formInput(addItem, form), form);
  if (result.ok) redirect(pathIn(locale)("/cart"));
  const problem = result.state.errors[0]?.code ?? result.state.code;
  redirect(pathIn(locale)(`/cart?${new URLSearchParams({ problem, variant })}`));
}

export async function updateLine(_: FormState, form: FormData): Promise<FormState> {
  return change(updateItem, form);
}

export async function removeLine(_: FormState, form: FormData): Promise<FormState> {
  return change(removeItem, form);
}

export async function emptyCart(_: FormState, form: FormData): Promise<FormState> {
  return change(clearCart, form);
}
