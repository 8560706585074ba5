"use server";
import { type FormState, otherCountry, runThenNext } from "@/lib/web/action";
import { addAddress, editAddress, removeAddress, setDefaultAddress } from "./operations";

export const saveNewAddress = async (_: FormState, form: FormData) =>
  otherCountry(form) ?? runThenNext(addAddress, form);
export const saveAddress = async (_: FormState, form: FormData) => otherCountry(form) ?? runThenNext(editAddress, form);
export const dropAddress = async (_: FormState, form: FormData) => runThenNext(removeAddress, form);
export const preferAddress = async (_: FormState, form: FormData) => runThenNext(setDefaultAddress, form);
