"use server";
import { type FormState, runThenNext } from "@/lib/web/action";
import { removeBanner } from "./operations/banner";
import { editPicture, orderPictures, removePicture, retryPicture } from "./operations/keep";

/** A description that was emptied is one. */
export const describePicture = async (_: FormState, form: FormData): Promise<FormState> =>
  runThenNext(editPicture, form, { alt: String(form.get("alt") ?? "") });
export const choosePicture = async (_: FormState, form: FormData): Promise<FormState> =>
  runThenNext(editPicture, form, { primary: true });
export const movePicture = async (_: FormState, form: FormData): Promise<FormState> =>
  runThenNext(orderPictures, form, {
    pictures: String(form.get("order") ?? "")
      .split(",")
      .map(Number),
  });
export const dropPicture = async (_: FormState, form: FormData): Promise<FormState> => runThenNext(removePicture, form);
export const fetchPictureAgain = async (_: FormState, form: FormData): Promise<FormState> =>
  runThenNext(retryPicture, form);
export const dropBanner = async (_: FormState, form: FormData): Promise<FormState> => runThenNext(removeBanner, form);
