import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { env } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";
import type { Say } from "@/lib/platform/messages";
import { money } from "@/lib/platform/money";
import type { ProductOption, VariantFields } from "./input";
import { categoryNames, shopOfProduct } from "./list";
import type { Stored } from "./rules/merge";
import type { KeptProductDetail } from "./views";

type StoredVariant = VariantFields & { id: number; stock: number };

/** A product as it is stored. */
export type KeptProduct = Omit<KeptProductDetail, "variants" | "createdAt" | "updatedAt"> & {
  options: ProductOption[];
  variants: StoredVariant[];
  createdAt: Date;
  updatedAt: Date;
};

/**
 * One product of those that the actor may see, in one round trip.
 * @throws AppError `not_found`
 */
export async function loadKept(tx: Database, id: number, say: Say): Promise<KeptProduct> {
  const { rows } = await tx.execute<
    Omit<KeptProduct, "createdAt" | "updatedAt"> & { createdAt: string; updatedAt: string }
  >(sql`
    select p.id, p.key, p.slug, p.name, p.description, p.status, p.sold_count as "soldCount",
      p.created_at as "createdAt", p.updated_at as "updatedAt",
      ${shopOfProduct} as retailer, ${categoryNames} as category,
      (select b.name from brands b where b.id = p.brand_id) as brand,
      (select coalesce(json_agg(json_build_object('name', o.name, 'values', o.values) order by o.position), '[]')
        from product_options o where o.product_id = p.id) as options,
      (select coalesce(json_agg(json_build_object('id', v.id, 'optionValues', v.option_values, 'sku', v.sku, 'barcode', v.barcode,
          'price', v.price, 'stock', v.stock, 'weight', v.weight, 'minQuantity', v.min_quantity,
          'maxQuantity', v.max_quantity, 'active', v.active) order by v.position, v.id), '[]')
        from variants v where v.product_id = p.id) as variants
    from products p where p.id = ${id}`);
  const row = rows[0];
  if (!row) throw new AppError("not_found", say("errors.not_found"));
  return { ...row, createdAt: new Date(row.createdAt), updatedAt: new Date(row.updatedAt) };
}

/** What of it its editor changes. */
export const storedOf = ({
  name,
  slug,
  description,
  category,
  brand,
  status,
  options,
  variants,
}: KeptProduct): Stored => ({
  name,
  slug,
  description,
  categoryId: category?.id ?? null,
  brand,
  status,
  options,
  variants: variants.map(({ stock: _, ...fields }) => fields),
});

/** As the API and the pages show it. */
export const detailOf = (
  { createdAt, updatedAt, variants, ...product }: KeptProduct,
  locale: string,
): KeptProductDetail => ({
  ...product,
  createdAt: createdAt.toISOString(),
  updatedAt: updatedAt.toISOString(),
  variants: variants.map((variant) => ({ ...variant, price: money(variant.price, env.CHARSU_CURRENCY, locale) })),
});
