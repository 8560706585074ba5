import { inArray, sql } from "drizzle-orm";
import { transaction } from "@/db/client";
import { products } from "@/db/schema";
import { undone } from "@/db/schema/order-transitions";

/**
 * Counts anew what was sold of some products. Counting, not adding, makes it safe to run twice; doing it after the
 * commit keeps submits from waiting for each other's popular products.
 */
export async function countSold(productIds: readonly number[]): Promise<void> {
  if (!productIds.length) return;
  const sold = sql`(
    select coalesce(sum(l.quantity), 0)::int from order_lines l join orders o on o.id = l.order_id
    where l.product_id = ${products.id} and o.status::text <> all (${sql.param([...undone])}))`;
  await transaction({ tier: "worker", userId: null }, (tx) =>
    tx
      .update(products)
      .set({ soldCount: sold })
      .where(
        inArray(
          products.id,
          [...productIds].sort((a, b) => a - b),
        ),
      ),
  );
}
