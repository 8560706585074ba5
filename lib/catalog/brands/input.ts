import * as z from "zod";
import { keysetInput } from "@/lib/platform/pages";

export const brandIdInput = z.object({ id: z.int().positive() });

export const keptBrandsInput = z.object({ ...keysetInput, q: z.string().trim().max(100).optional() });

/** Small letters and digits of any script in words joined by hyphens. */
const slug = z
  .string("fields.required")
  .trim()
  .min(1, "fields.required")
  .max(80)
  .regex(/^[\p{Ll}\p{Lo}\p{M}\p{N}]+(-[\p{Ll}\p{Lo}\p{M}\p{N}]+)*$/u, "fields.slug");

const name = z.string("fields.required").trim().min(1, "fields.required").max(120);

/** The address is made from the name when it is left out. */
export const addBrandInput = z.object({ name, slug: slug.optional() });
export const editBrandInput = brandIdInput.extend({ name, slug });
