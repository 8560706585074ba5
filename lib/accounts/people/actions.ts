"use server";
import { type FormState, runThenNext, runThenShow } from "@/lib/web/action";
import { endPersonSession, endPersonSessions, revealPerson, setPersonActive, setPersonRoles } from "./operations/write";

export const showContact = async (_: FormState, form: FormData): Promise<FormState> => runThenShow(revealPerson, form);
export const setActive = async (_: FormState, form: FormData): Promise<FormState> => runThenNext(setPersonActive, form);
/** No box that is ticked is no role. */
export const saveRoles = async (_: FormState, form: FormData): Promise<FormState> =>
  runThenNext(setPersonRoles, form, { roles: form.getAll("roles") });
export const endOne = async (_: FormState, form: FormData): Promise<FormState> => runThenNext(endPersonSession, form);
export const endAll = async (_: FormState, form: FormData): Promise<FormState> => runThenNext(endPersonSessions, form);
