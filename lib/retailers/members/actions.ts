"use server";
import { type FormState, runThenNext } from "@/lib/web/action";
import { removeMember, setMember } from "./operations";

export const saveMember = async (_: FormState, form: FormData): Promise<FormState> => runThenNext(setMember, form);
export const dropMember = async (_: FormState, form: FormData): Promise<FormState> => runThenNext(removeMember, form);
