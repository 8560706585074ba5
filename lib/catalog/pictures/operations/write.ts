import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { AppError } from "@/lib/platform/errors";
import type { Say } from "@/lib/platform/messages";
import type { Given } from "@/lib/web/operation";

/**
 * Lets one person after another change the pictures of a product.
 * @returns its shop
 * @throws AppError `not_found` for a product that the actor may not write
 */
export async function lockProduct(tx: Database, id: number, say: Say): Promise<number> {
  const { rows } = await tx.execute<{ shop: number }>(
    sql`select retailer_id as shop from products where id = ${id} for update`,
  );
  if (!rows[0]) throw new AppError("not_found", say("errors.not_found"));
  return rows[0].shop;
}

export const tell = (record: Given<unknown>["record"], retailerId: number, productId: number): Promise<void> =>
  record("products.changed", { retailerIds: [retailerId], productIds: [productId] });
