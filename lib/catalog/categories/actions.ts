"use server";
import { type FormState, runThenNext } from "@/lib/web/action";
import { addCategory, editCategory, mergeCategory, moveCategory, removeCategory } from "./operations";

type Action = (state: FormState, form: FormData) => Promise<FormState>;

/** What stands for no parent in a form's choice. */
const root = "root";
const parentOf = (form: FormData) => (form.get("parentId") === root ? { parentId: null } : {});

export const saveNewCategory: Action = async (_, form) => runThenNext(addCategory, form, parentOf(form));
export const saveCategory: Action = async (_, form) => runThenNext(editCategory, form);
export const putCategory: Action = async (_, form) => runThenNext(moveCategory, form, parentOf(form));
export const joinCategories: Action = async (_, form) => runThenNext(mergeCategory, form);
export const dropCategory: Action = async (_, form) => runThenNext(removeCategory, form);
