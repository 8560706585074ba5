import * as z from "zod";

export const keptBrandView = z.object({
  id: z.int(),
  name: z.string(),
  slug: z.string(),
  /** Products that carry it, whatever their status. */
  products: z.int(),
});

export type KeptBrandView = z.infer<typeof keptBrandView>;
