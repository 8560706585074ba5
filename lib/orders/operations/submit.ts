import { and, eq, sql } from "drizzle-orm";
import { submits, users } from "@/db/schema";
import { cartCookie } from "@/lib/cart/cookie";
import { priceCart } from "@/lib/cart/read";
import { cartToChange, takeFromSaved } from "@/lib/cart/saved";
import { customer } from "@/lib/web/actor";
import { operation } from "@/lib/web/operation";
import { submitInput } from "../input";
import { selectOrders } from "../queries";
import { decide } from "../submit/decide";
import { claim, writeOrders } from "../submit/write";
import { submitView } from "../views";

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
    errors: ["changed", "out_of_stock"],
  },
  message: "Order placed.",
  input: submitInput,
  output: submitView,
  allow: [customer],
  limit: "submit",
  run: async ({ input, actor, context, tx, record }) => {
    const { say, locale } = context;
    const userId = actor.userId!;
    const lines = await cartToChange(tx, userId);
    const { fresh, earlier } = await claim(tx, userId, input.idempotencyKey);
    if (!fresh) {
      // The browser that did not hear of it the first time still shows what was bought.
      context.cookies.push(cartCookie(lines));
      return { number: earlier, orders: await selectOrders(tx, eq(submits.number, earlier), locale) };
    }

    if (lines.length) await tx.execute(sql`select lock_variants(${sql.param(lines.map((line) => line.variantId))})`);
    const priced = await priceCart(tx, lines);
    const { chosen, leaving } = decide({ lines, priced, input, say, locale });
    const written = await writeOrders(tx, fresh, chosen, userId, input);
    // Who gave no name yet is greeted from now on by the one on the order.
    await tx
      .update(users)
      .set({ name: input.contact.name })
      .where(and(eq(users.id, userId), eq(users.name, "")));
    await takeFromSaved(tx, userId, leaving);
    context.cookies.push(cartCookie(lines.filter((line) => !leaving.includes(line.variantId))));
    await record("order.placed", { submitId: fresh.id, number: fresh.number, userId, ...written });
    return { number: fresh.number, orders: await selectOrders(tx, eq(submits.id, fresh.id), locale) };
  },
});
