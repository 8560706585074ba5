import * as z from "zod";
import { pageInput } from "@/lib/platform/pages";

export const productSorts = ["newest", "best"] as const;

export const listProductsInput = z.object({
  ...pageInput,
  /** Words to look for. */
  q: z.string().max(200).optional(),
  /** A category's path; its whole subtree counts. */
  category: z.string().max(500).optional(),
  /** A retailer's handle. */
  retailer: z.string().max(100).optional(),
  /** A brand's slug. */
  brand: z.string().max(200).optional(),
  sort: z.enum(productSorts).default("newest"),
});

export const productIdInput = z.object({ id: z.int().min(1).max(2_147_483_647) });

export const listCategoriesInput = z.object({
  ...pageInput,
  pageSize: z.int().min(1).max(500).default(100),
  /** Only the children of this path; without it the roots. */
  parent: z.string().max(500).optional(),
});

export const listBrandsInput = z.object(pageInput);

/** What a category or a brand is called. */
export const keptName = z.string("fields.required").trim().min(1, "fields.required").max(120);

/** The last step of its address: small letters and digits of any script in words joined by hyphens. */
export const keptSlug = z
  .string("fields.required")
  .trim()
  .min(1, "fields.required")
  .max(80)
  .regex(/^[\p{Ll}\p{Lo}\p{M}\p{N}]+(-[\p{Ll}\p{Lo}\p{M}\p{N}]+)*$/u, "fields.slug");
