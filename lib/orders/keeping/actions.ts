"use server";
import { refresh } from "next/cache";
import { type FormState, runThenNext, runThenShow } from "@/lib/web/action";
import { moveOrder, moveOrders } from "./operations/move";

export const stepOrder = async (_: FormState, form: FormData): Promise<FormState> => runThenNext(moveOrder, form);

/** The board stays, says what became of each order, and shows what is left. */
export async function stepOrders(_: FormState, form: FormData): Promise<FormState> {
  const state = await runThenShow(moveOrders, form);
  refresh();
  return state;
}
