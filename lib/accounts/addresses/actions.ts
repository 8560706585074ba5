"use server";
import { type FormState, runThenNext, typed } from "@/lib/web/action";
import { addAddress, editAddress, removeAddress, setDefaultAddress } from "./operations";

/** A form that asks for the fields of another country keeps what was typed, and nothing is saved. */
const otherCountry = (form: FormData): FormState =>
  form.has("change") ? { message: "", code: "invalid", errors: [], values: typed(form), data: null } : null;

export const saveNewAddress = async (_: FormState, form: FormData) =>
  otherCountry(form) ?? runThenNext(addAddress, form);
export const saveAddress = async (_: FormState, form: FormData) => otherCountry(form) ?? runThenNext(editAddress, form);
export const dropAddress = async (_: FormState, form: FormData) => runThenNext(removeAddress, form);
export const preferAddress = async (_: FormState, form: FormData) => runThenNext(setDefaultAddress, form);
