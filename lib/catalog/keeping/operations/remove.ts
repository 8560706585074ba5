import { eq } from "drizzle-orm";
import { products } from "@/db/schema";
import { operation } from "@/lib/web/operation";
import { keptProductId } from "../input";
import { loadKept } from "../load";
import { productRemovedView } from "../views";
import { lockProduct, orderedAmong } from "../write";
import { writes } from "./rights";

export const removeProduct = operation({
  ...writes,
  name: "catalog.keeping.remove",
  summary: "Removes a product. One that orders name is archived in its place: who bought it can go on reading of it.",
  http: { method: "DELETE", path: "/api/products/{id}", errors: ["not_found"] },
  message: "The product is removed.",
  input: keptProductId,
  output: productRemovedView,
  run: async ({ input: { id }, tx, context, record }) => {
    await lockProduct(tx, id, context.say);
    const { retailer, variants } = await loadKept(tx, id, context.say);
    // Asked when its variants are held: whoever submits an order of one waits now, and then finds none.
    const ordered = await orderedAmong(
      tx,
      variants.map((variant) => variant.id),
    );
    if (ordered.length) await tx.update(products).set({ status: "archived" }).where(eq(products.id, id));
    else await tx.delete(products).where(eq(products.id, id));
    await record("products.changed", { retailerIds: [retailer.id], productIds: [id] });
    return { id, outcome: ordered.length ? ("archived" as const) : ("removed" as const) };
  },
});
