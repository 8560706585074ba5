"use server";
import { type FormState, runThenNext } from "@/lib/web/action";
import { addBrand, editBrand, removeBrand } from "./operations";

export const saveNewBrand = async (_: FormState, form: FormData): Promise<FormState> => runThenNext(addBrand, form);
export const saveBrand = async (_: FormState, form: FormData): Promise<FormState> => runThenNext(editBrand, form);
export const dropBrand = async (_: FormState, form: FormData): Promise<FormState> => runThenNext(removeBrand, form);
