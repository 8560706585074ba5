"use server";
import { type FormState, runThenNext, runThenShow } from "@/lib/web/action";
import { changeContact, removeContact, requestContact } from "./contact";
import { deleteAccount, requestDeletion } from "./deletion";
import { updateProfile } from "./details";
import { changePassword } from "./password";
import { endOneSession, endOtherSessions } from "./sessions";
import { confirmTwoFactor, disableTwoFactor, startTwoFactor } from "./two-factor";

/** A name that was left empty is sent as it is: absent it would stay as it was. */
export const saveDetails = async (_: FormState, form: FormData) =>
  runThenNext(updateProfile, form, { name: form.get("name") });
/** Sent as it is, too, so that an empty field gets its own words. */
export const askContact = async (_: FormState, form: FormData) =>
  runThenNext(requestContact, form, form.has("email") ? { email: form.get("email") } : { phone: form.get("phone") });
export const proveContact = async (_: FormState, form: FormData) => runThenNext(changeContact, form);
export const dropContact = async (_: FormState, form: FormData) => runThenNext(removeContact, form);
export const savePassword = async (_: FormState, form: FormData) => runThenNext(changePassword, form);
export const startSecondFactor = async (_: FormState, form: FormData) => runThenShow(startTwoFactor, form);
export const turnOnSecondFactor = async (_: FormState, form: FormData) => runThenShow(confirmTwoFactor, form);
export const stopSecondFactor = async (_: FormState, form: FormData) => runThenNext(disableTwoFactor, form);
export const endSession = async (_: FormState, form: FormData) => runThenNext(endOneSession, form);
export const endSessions = async (_: FormState, form: FormData) => runThenNext(endOtherSessions, form);
export const askDeletion = async (_: FormState, form: FormData) => runThenNext(requestDeletion, form);
export const removeAccount = async (_: FormState, form: FormData) => runThenNext(deleteAccount, form);
