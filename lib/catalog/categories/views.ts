import * as z from "zod";

export const keptCategoryView = z.object({
  id: z.int(),
  parentId: z.int().nullable(),
  name: z.string(),
  slug: z.string(),
  /** Slugs from the root, joined by "/". */
  path: z.string(),
  position: z.int(),
  /** Names from the root to its parent. */
  above: z.array(z.object({ id: z.int(), name: z.string() })),
  /** Direct parts, and products that stand in it itself, whatever their status. */
  children: z.int(),
  products: z.int(),
});

export type KeptCategoryView = z.infer<typeof keptCategoryView>;
