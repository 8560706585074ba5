"use server";
import { type FormState, runThenNext } from "@/lib/web/action";
import { changeContact, removeContact, requestContact } from "./contact";
import { updateProfile } from "./details";

export const saveDetails = async (_: FormState, form: FormData) => runThenNext(updateProfile, form);
export const askContact = async (_: FormState, form: FormData) => runThenNext(requestContact, form);
export const proveContact = async (_: FormState, form: FormData) => runThenNext(changeContact, form);
export const dropContact = async (_: FormState, form: FormData) => runThenNext(removeContact, form);
