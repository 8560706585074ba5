"use server";
import { type FormState, runThenShow } from "@/lib/web/action";
import { createAccount } from "../create-account";

export const makeAccount = async (_: FormState, form: FormData): Promise<FormState> => runThenShow(createAccount, form);
