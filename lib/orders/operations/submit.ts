import { and, eq } from "drizzle-orm";
import { submits, users } from "@/db/schema";
import { cartCookie } from "@/lib/cart/cookie";
import { cartToChange, takeFromSaved } from "@/lib/cart/saved";
import { customer } from "@/lib/web/actor";
import { operation } from "@/lib/web/operation";
import { submitInput } from "../input";
import { selectOrders } from "../queries";
import { submitView } from "../views";
import { placeOrders } from "./place";

/**
 * Places an order with each retailer of the cart, all or none. Source: DESIGN 6.
 * The key makes it safe to send again: the same key answers with the same orders.
 */
export const submitOrders = operation({
  name: "orders.submit",
  summary: "Submits the cart: one order for each retailer, all of them or none.",
  http: {
    method: "POST",
    path: "/api/orders",
    status: 201,
    headers: { idempotencyKey: "Idempotency-Key" },
    errors: ["changed", "conflict", "out_of_stock"],
  },
  message: "Order placed.",
  input: submitInput,
  output: submitView,
  allow: [customer],
  limit: "submit",
  run: async ({ input, actor, context, tx, record }) => {
    const userId = actor.userId!;
    const lines = await cartToChange(tx, userId);
    const { number, leaving } = await placeOrders({ tx, context, record }, { userId, lines, input });
    if (leaving) {
      // Who gave no name yet is greeted from now on by the one on the order.
      await tx
        .update(users)
        .set({ name: input.contact.name })
        .where(and(eq(users.id, userId), eq(users.name, "")));
      await takeFromSaved(tx, userId, leaving);
    }
    // The browser that did not hear of it the first time still shows what was bought.
    context.cookies.push(cartCookie(lines.filter((line) => !leaving?.includes(line.variantId))));
    return { number, orders: await selectOrders(tx, eq(submits.number, number), context.locale) };
  },
});
