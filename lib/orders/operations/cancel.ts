import { eq, sql } from "drizzle-orm";
import { orderLines, orders } from "@/db/schema";
import { customer } from "@/lib/web/actor";
import { operation } from "@/lib/web/operation";
import { cancelOrderInput } from "../input";
import { lockPending, selectOrders } from "../queries";
import { orderView } from "../views";

/** Takes an order back before its shop confirms it; a trigger gives its stock back. Source: DESIGN 6. */
export const cancelOrder = operation({
  name: "orders.cancel",
  summary: "Cancels an order that is still pending.",
  http: { method: "POST", path: "/api/profile/orders/{id}/cancel", errors: ["conflict"] },
  message: "The order is cancelled.",
  input: cancelOrderInput,
  output: orderView,
  allow: [customer],
  limit: "write",
  run: async ({ input, context, tx, record }) => {
    const order = await lockPending(tx, input.id, context.say);
    const mine = eq(orders.id, order.id);
    await tx.execute(sql`select set_config('app.note', ${input.reason ?? ""}, true)`);
    await tx.update(orders).set({ status: "cancelled" }).where(mine);
    const lines = await tx
      .select({ productId: orderLines.productId })
      .from(orderLines)
      .where(eq(orderLines.orderId, order.id));
    const productIds = [...new Set(lines.flatMap(({ productId }) => productId ?? []))];
    await record("order.moved", { orderId: order.id, productIds });
    const [cancelled] = await selectOrders(tx, mine, context.locale);
    return cancelled!;
  },
});
