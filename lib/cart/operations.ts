import type { Database } from "@/db/client";
import { AppError } from "@/lib/platform/errors";
import type { Say } from "@/lib/platform/messages";
import { type Actor, anyone } from "@/lib/web/actor";
import type { Context } from "@/lib/web/context";
import { operation } from "@/lib/web/operation";
import { noteBegun } from "./begun";
import { type CartLine, cartCookie, formatCart, maxLines, maxQuantity } from "./cookie";
import { addItemInput, readCartInput, removeItemInput, updateItemInput } from "./input";
import { cartViewOf, type PricedCart, priceCart, problemView } from "./read";
import { cartToChange, currentCart, saveCart } from "./saved";
import { cartView } from "./views";

type Given = { actor: Actor; context: Context; tx: Database; now: Date };

const shared = {
  output: cartView,
  allow: [anyone],
  limit: "none",
  cookies: { cart: "cart" },
} as const;

const linesOf = ({ tx, actor }: Given, { cart }: { cart?: string | undefined }) => cartToChange(tx, actor.userId, cart);

const view = ({ context: { locale, say }, now }: Given, priced: PricedCart) => cartViewOf(priced, { now, locale, say });

/** Keeps the lines with the account of somebody signed in, and in the browser; answers with the cart. */
async function keep(given: Given, lines: CartLine[], priced?: PricedCart) {
  const { actor, context, tx } = given;
  if (actor.userId !== null) await saveCart(tx, actor.userId, lines);
  context.cookies.push(cartCookie(lines));
  return view(given, priced ?? (await priceCart(tx, lines)));
}

/** Keeps the lines with this one among them, in its place or at the end, when so many can be bought now. */
async function put(given: Given, lines: CartLine[], line: CartLine) {
  const { say } = given.context;
  if (line.quantity > maxQuantity) {
    const message = say("fields.big", { maximum: maxQuantity });
    throw new AppError("invalid", message, { errors: [{ field: "quantity", code: "too_big", message }] });
  }
  const held = lines.some(({ variantId }) => variantId === line.variantId);
  const next = held ? lines.map((each) => (each.variantId === line.variantId ? line : each)) : [...lines, line];
  const priced = await priceCart(given.tx, next);
  refuseUnbuyable(priced, line.variantId, say);
  await noteBegun(given.tx, lines, priced);
  return keep(given, next, priced);
}

/** Refuses a quantity that could not be bought now, and says how many are left. */
function refuseUnbuyable(cart: PricedCart, variantId: number, say: Say): void {
  const priced = cart.baskets.flatMap(({ lines }) => lines).find((line) => line.variantId === variantId);
  if (!priced) throw new AppError("not_found", say("cart.problem.gone", { count: 0 }));
  if (!priced.problem) return;
  const { message, code } = problemView(priced.problem, priced, say);
  const errors = [{ field: "quantity", code, message }];
  if (code === "paused") throw new AppError("conflict", message, { errors });
  const short = code === "out_of_stock" || code === "too_many";
  throw new AppError(short ? "out_of_stock" : "invalid", message, { errors });
}

export const readCart = operation({
  ...shared,
  name: "cart.read",
  summary: "The cart of this browser or account: a basket for each retailer.",
  http: { method: "GET", path: "/api/cart" },
  message: "Your cart.",
  input: readCartInput,
  run: async ({ input, ...given }) => {
    const { actor, context, tx } = given;
    const lines = await currentCart(tx, actor.userId, input.cart);
    // The cookie of a browser that another one left behind catches up.
    if (actor.userId !== null && formatCart(lines) !== (input.cart ?? "")) context.cookies.push(cartCookie(lines));
    return view(given, await priceCart(tx, lines));
  },
});

export const addItem = operation({
  ...shared,
  name: "cart.addItem",
  summary: "Adds pieces of a variant to the cart.",
  http: { method: "POST", path: "/api/cart/add_item", errors: ["not_found", "conflict", "out_of_stock"] },
  message: "It is in your cart.",
  input: addItemInput,
  run: async ({ input, ...given }) => {
    const lines = await linesOf(given, input);
    const held = lines.find((line) => line.variantId === input.variantId);
    if (!held && lines.length >= maxLines) {
      const message = given.context.say("cart.full", { count: maxLines });
      throw new AppError("invalid", message, { errors: [{ field: "variantId", code: "full", message }] });
    }
    return put(given, lines, { variantId: input.variantId, quantity: (held?.quantity ?? 0) + input.quantity });
  },
});

export const updateItem = operation({
  ...shared,
  name: "cart.updateItem",
  summary: "Sets how many pieces of a variant the cart holds; 0 removes it.",
  http: { method: "POST", path: "/api/cart/update_item", errors: ["not_found", "conflict", "out_of_stock"] },
  message: "Your cart is up to date.",
  input: updateItemInput,
  run: async ({ input, ...given }) => {
    const lines = await linesOf(given, input);
    if (!lines.some((line) => line.variantId === input.variantId)) {
      throw new AppError("not_found", given.context.say("cart.not_in_cart"));
    }
    if (input.quantity === 0)
      return keep(
        given,
        lines.filter((line) => line.variantId !== input.variantId),
      );
    return put(given, lines, { variantId: input.variantId, quantity: input.quantity });
  },
});

export const removeItem = operation({
  ...shared,
  name: "cart.removeItem",
  summary: "Takes a variant out of the cart.",
  http: { method: "POST", path: "/api/cart/remove_item" },
  message: "It is out of your cart.",
  input: removeItemInput,
  run: async ({ input, ...given }) =>
    keep(
      given,
      (await linesOf(given, input)).filter((line) => line.variantId !== input.variantId),
    ),
});

export const clearCart = operation({
  ...shared,
  name: "cart.clear",
  summary: "Empties the cart.",
  http: { method: "POST", path: "/api/cart/clear" },
  message: "Your cart is empty.",
  input: readCartInput,
  run: async ({ input, ...given }) => {
    await linesOf(given, input);
    return keep(given, []);
  },
});
