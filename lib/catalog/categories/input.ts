import * as z from "zod";
import { keysetInput } from "@/lib/platform/pages";
import { keptName as name, keptSlug as slug } from "../input";

export const categoryIdInput = z.object({ id: z.int().positive() });

/** Children of a category, the roots without one; or, with words, categories of the whole tree. */
export const keptCategoriesInput = z.object({
  ...keysetInput,
  parentId: z.int().positive().optional(),
  q: z.string().trim().max(100).optional(),
});

/** The last step of its address is made from the name when it is left out. */
export const addCategoryInput = z.object({
  name,
  slug: slug.optional(),
  parentId: z.int().positive().nullable().default(null),
});

export const editCategoryInput = categoryIdInput.extend({
  name,
  slug,
  /** Where it stands among its siblings, smallest first; those of one position by name. */
  position: z.int().min(0).max(9999).optional(),
});

/** `parentId` null makes it a root. */
export const moveCategoryInput = categoryIdInput.extend({
  parentId: z.int("fields.required").positive().nullable(),
});

export const mergeCategoryInput = categoryIdInput.extend({
  /** The category that gets its products and its parts. */
  into: z.int("fields.required").positive(),
});
