"use server";
import { type FormState, runThenNext } from "@/lib/web/action";
import { chooseUpload } from "./operations/choose";
import { confirmUpload, undoUpload } from "./operations/confirm";

export const saveUploadChoice = async (_: FormState, form: FormData): Promise<FormState> =>
  runThenNext(chooseUpload, form);
export const startUpload = async (_: FormState, form: FormData): Promise<FormState> => runThenNext(confirmUpload, form);
export const takeBackUpload = async (_: FormState, form: FormData): Promise<FormState> => runThenNext(undoUpload, form);
