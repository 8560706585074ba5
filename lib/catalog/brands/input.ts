import * as z from "zod";
import { keysetInput } from "@/lib/platform/pages";
import { keptName as name, keptSlug as slug } from "../input";

export const brandIdInput = z.object({ id: z.int().positive() });

export const keptBrandsInput = z.object({ ...keysetInput, q: z.string().trim().max(100).optional() });

/** The address is made from the name when it is left out. */
export const addBrandInput = z.object({ name, slug: slug.optional() });
export const editBrandInput = brandIdInput.extend({ name, slug });
