import { asc, eq } from "drizzle-orm";
import { orderLines, orders } from "@/db/schema";
import { noteBegun } from "@/lib/cart/begun";
import { cartCookie, maxLines, maxQuantity } from "@/lib/cart/cookie";
import { cartViewOf, priceCart } from "@/lib/cart/read";
import { type AddedLine, addLines } from "@/lib/cart/rules";
import { cartToChange, saveCart } from "@/lib/cart/saved";
import { AppError } from "@/lib/platform/errors";
import type { Say } from "@/lib/platform/messages";
import { customer } from "@/lib/web/actor";
import { operation } from "@/lib/web/operation";
import { orderIdInput } from "../input";
import { lineLabel } from "../rules";
import { reorderView } from "../views";

type Line = Pick<typeof orderLines.$inferSelect, "variantId" | "name" | "options" | "quantity">;

/** What is no longer in the catalog has no id; none of the outcomes is its own. */
const gone = (quantity: number): AddedLine => ({ variantId: 0, quantity, added: 0, problem: { code: "gone" } });

function lineView(line: Line, { added, problem }: AddedLine, say: Say) {
  const { name, options, quantity: wanted } = line;
  const view = { name, options, wanted, added };
  if (!problem) return { ...view, code: null, message: null };
  const [count = 0] = Object.values(problem).filter((each) => typeof each === "number");
  const why =
    problem.code === "full" ? say("cart.full", { count: maxLines }) : say(`cart.problem.${problem.code}`, { count });
  const words = { name: lineLabel(line), problem: why, count: added, wanted };
  return { ...view, code: problem.code, message: say(added > 0 ? "orders.again.some" : "orders.again.none", words) };
}

/** Puts what an order held into the cart once more, by the rules and prices of now, and says what could not be had. */
export const reorder = operation({
  name: "orders.reorder",
  summary: "Adds what an order held to the cart, as far as it can still be bought.",
  http: { method: "POST", path: "/api/profile/orders/{id}/reorder" },
  message: "What can be bought again is in your cart.",
  input: orderIdInput,
  output: reorderView,
  allow: [customer],
  limit: "write",
  run: async ({ input, actor, context, tx, now }) => {
    const { say, locale } = context;
    const userId = actor.userId!;
    const held = await cartToChange(tx, userId);
    const lines = await tx
      .select({
        variantId: orderLines.variantId,
        name: orderLines.name,
        options: orderLines.options,
        quantity: orderLines.quantity,
      })
      .from(orders)
      .innerJoin(orderLines, eq(orderLines.orderId, orders.id))
      .where(eq(orders.number, input.id))
      .orderBy(asc(orderLines.position));
    if (!lines.length) throw new AppError("not_found", say("errors.not_found"));
    const known = lines.flatMap(({ variantId, quantity }) => (variantId === null ? [] : { variantId, quantity }));
    const { baskets } = await priceCart(tx, known);
    const sellable = new Map(baskets.flatMap((basket) => basket.lines.map((line) => [line.variantId, line] as const)));
    const next = addLines(held, known, sellable, { lines: maxLines, quantity: maxQuantity });
    await saveCart(tx, userId, next.lines);
    context.cookies.push(cartCookie(next.lines));
    const cart = await priceCart(tx, next.lines);
    await noteBegun(tx, held, cart);
    const outcomes = new Map(next.outcomes.map((outcome) => [outcome.variantId, outcome]));
    return {
      cart: cartViewOf(cart, { now, locale, say }),
      lines: lines.map((line) => lineView(line, outcomes.get(line.variantId ?? 0) ?? gone(line.quantity), say)),
    };
  },
});
