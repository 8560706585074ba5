import * as z from "zod";
import { longestAlt } from "./rules";

const isStream = (value: unknown) => typeof value === "object" && value !== null && Symbol.asyncIterator in value;
/** Files as they come in, each with its name and its bytes. */
const files = z.any().refine(isStream, "fields.required");

const id = z.int().positive();

export const productPicturesInput = z.object({ id });
export const addPicturesInput = z.object({ id, files });
export const pictureInput = z.object({ id, picture: id });

/** What is left out stays. An empty `alt` says that the picture tells nothing that stands not beside it. */
export const editPictureInput = pictureInput.extend({
  alt: z.string().trim().max(longestAlt).optional(),
  primary: z.literal(true).optional(),
});

/** All pictures of the product, in the order that they are to have. */
export const orderPicturesInput = z.object({ id, pictures: z.array(id).min(1).max(1000) });

export const bannerInput = z.object({ id });
export const setBannerInput = z.object({ id, files });
