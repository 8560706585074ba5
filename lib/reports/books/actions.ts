"use server";
import { type FormState, runThenNext } from "@/lib/web/action";
import { askForBooks } from "./operations";

export const checkNow = async (_: FormState, form: FormData): Promise<FormState> => runThenNext(askForBooks, form);
