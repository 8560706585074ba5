import type { NextRequest } from "next/server";
import { transaction } from "@/db/client";
import { cartCookie } from "@/lib/cart/cookie";
import { currentCart } from "@/lib/cart/saved";
import type { CookieChange } from "@/lib/web/cookies";
import { contextOf } from "@/lib/web/request-context";
import { splitLocale } from "./gate";

/**
 * The cookie that a signed-in shopper's browser lacks when it looks at the cart: the page shows the account's cart and
 * cannot set cookies itself, and the badge beside it reads the cookie. Nothing for everybody and everything else.
 */
export async function mirroredCart(request: NextRequest): Promise<CookieChange[]> {
  if (request.method !== "GET" || splitLocale(request.nextUrl.pathname).path !== "/cart") return [];
  const context = contextOf({
    header: (name) => request.headers.get(name),
    cookie: (name) => request.cookies.get(name)?.value,
  });
  const { userId } = await context.actor();
  if (userId === null) return [];
  const lines = await transaction({ tier: "shop", userId, readOnly: true }, (tx) => currentCart(tx, userId));
  const change = cartCookie(lines);
  return (context.cookie("cart") || null) === change.value ? [] : [change];
}
