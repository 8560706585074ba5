"use server";
import { refresh } from "next/cache";
import { addressLines, countryName } from "@/lib/accounts/addresses/rules";
import { type FormState, formInput, localeOf, runForm, runThenNext, runThenShow } from "@/lib/web/action";
import { moveOrder, moveOrders } from "./operations/move";
import { revealOrder } from "./operations/reveal";

export const stepOrder = async (_: FormState, form: FormData): Promise<FormState> => runThenNext(moveOrder, form);

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
