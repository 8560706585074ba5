import { inArray } from "drizzle-orm";
import type { Database } from "@/db/client";
import { products } from "@/db/schema";
import { bestIds } from "./list-query";

/** How many of the best sellers pages look at: of the whole market, and of the shop of a product. */
export const ranked = { market: 8, shop: 5 } as const;

/**
 * Which lists of best sellers hold any of these products now. A sale can bring a product into a list that was made
 * without it, and that nothing else tells of the product.
 * @returns whether the market's does, and the shops whose list does
 */
export async function rankedAmong(
  on: Database,
  productIds: readonly number[],
): Promise<{ market: boolean; retailerIds: number[] }> {
  if (!productIds.length) return { market: false, retailerIds: [] };
  const asked = new Set(productIds);
  const holds = async (...given: Parameters<typeof bestIds>) => (await bestIds(...given)).some((id) => asked.has(id));
  const shops = await on
    .selectDistinct({ id: products.retailerId })
    .from(products)
    .where(inArray(products.id, [...asked]));
  const retailerIds: number[] = [];
  for (const { id } of shops) if (await holds(on, { retailerId: id }, ranked.shop)) retailerIds.push(id);
  return { market: await holds(on, {}, ranked.market), retailerIds };
}
