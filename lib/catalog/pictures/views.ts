import * as z from "zod";
import { pictureProblems } from "./rules";

/** A picture of a product for those who keep it. */
export const keptPictureView = z.object({
  id: z.int(),
  /** The address of its largest size; null until there is one. */
  src: z.string().nullable(),
  /** Where a file named it; null for what was brought. */
  url: z.string().nullable(),
  alt: z.string(),
  primary: z.boolean(),
  /** `fetching` from where a file named it, `making` its sizes, or why there are none. */
  state: z.enum(["ready", "fetching", "making", "failed"]),
  problem: z.object({ code: z.enum(pictureProblems), status: z.int().nullable() }).nullable(),
});

/** Pictures of a product in their order. */
export const keptPicturesView = z.object({ id: z.int(), pictures: z.array(keptPictureView) });

export const bannerView = z.object({
  /** The shop's. */
  id: z.int(),
  src: z.string().nullable(),
  state: z.enum(["none", "ready", "making", "failed"]),
  problem: z.enum(pictureProblems).nullable(),
});

export type KeptPictureView = z.infer<typeof keptPictureView>;
export type BannerView = z.infer<typeof bannerView>;
