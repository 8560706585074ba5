"use server";
import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { addressLines, countryName } from "@/lib/accounts/addresses/rules";
import { pathIn, safePath } from "@/lib/platform/messages/paths";
import { type FormState, formInput, localeOf, runForm, runThenNext, runThenShow } from "@/lib/web/action";
import { moveOrder, moveOrders } from "./operations/move";
import { revealOrder } from "./operations/reveal";

export const stepOrder = async (_: FormState, form: FormData): Promise<FormState> => runThenNext(moveOrder, form);

/** From a board, where an order that has moved on stands no more: the page that comes next tells of it. */
export async function stepFromBoard(_: FormState, form: FormData): Promise<FormState> {
  const state = await stepOrder(_, form);
  const [path, query] = String(form.get("next") ?? "").split("?");
  const next = new URLSearchParams(query);
  next.delete("done");
  next.set("late", String(form.get("id") ?? ""));
  if (state) redirect(safePath(`${path}?${next}`, pathIn(localeOf(form))("/admin/orders")));
  return state;
}

/** The board stays, says what became of each order, and shows what is left. */
export async function stepOrders(_: FormState, form: FormData): Promise<FormState> {
  const state = await runThenShow(moveOrders, form);
  refresh();
  return state;
}

/** The contact as lines, in the state alone: no address of a page carries it. */
export async function showContact(_: FormState, form: FormData): Promise<FormState> {
  const locale = localeOf(form);
  const result = await runForm(revealOrder, locale, formInput(revealOrder, form), form);
  if (!result.ok) return result.state;
  const { phone, email, address } = result.data;
  const place = address ? addressLines({ line1: "", ...address }, countryName(address.country, locale)) : [];
  return { message: "", code: "", errors: [], values: {}, data: { lines: [phone, email, ...place] } };
}
