import type { Database } from "@/db/client";
import { events } from "@/db/schema";

/** Writes the events of what pictures changed, in this transaction. */
export async function tellChanged(
  tx: Database,
  products: readonly { product: number; retailer: number }[],
  shops: readonly number[],
): Promise<void> {
  const changed = {
    retailerIds: [...new Set(products.map(({ retailer }) => retailer))],
    productIds: [...new Set(products.map(({ product }) => product))],
  };
  const told = [
    ...(products.length ? [{ name: "products.changed", payload: changed }] : []),
    ...shops.map((retailerId) => ({ name: "retailer.changed", payload: { retailerId } })),
  ];
  if (told.length) await tx.insert(events).values(told);
}
