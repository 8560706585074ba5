import type { Database } from "@/db/client";
import { basketStarts } from "@/db/schema";
import type { CartLine } from "./cookie";
import type { PricedCart } from "./read";

/**
 * Notes the baskets that begin: of shops of which the cart held nothing before. One small row in the transaction of the
 * change, so that a change that is refused began nothing; `lib/reports/baskets` counts them.
 * @param before the lines that were in the cart
 * @param now what the cart is with the change
 */
export async function noteBegun(tx: Database, before: readonly CartLine[], now: PricedCart): Promise<void> {
  const held = new Set(before.map(({ variantId }) => variantId));
  const begun = now.baskets.filter(({ lines }) => !lines.some(({ variantId }) => held.has(variantId)));
  if (begun.length) await tx.insert(basketStarts).values(begun.map(({ retailer }) => ({ retailerId: retailer.id })));
}
