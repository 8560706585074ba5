import { type NextRequest, NextResponse } from "next/server";
import { mirroredCart } from "@/lib/auth/cart-mirror";
import { sessionCookies } from "@/lib/auth/enter";
import { gate } from "@/lib/auth/gate";
import { renewal } from "@/lib/auth/session";
import { sessionCookie, sessionLife, signAccessToken } from "@/lib/auth/tokens";
import { env } from "@/lib/platform/env";
import { networkOf } from "@/lib/platform/network";
import { type CookieChange, cookieAttributes } from "@/lib/web/cookies";

/**
 * Runs before pages and API calls that depend on who asks: renews a session that is about to run out, brings the cart's
 * cookie up to date for the cart page, and answers with a true redirect or 404 what a streamed page could only answer
 * with 200.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const token = request.cookies.get(sessionCookie())?.value;
  const network = networkOf(request.headers.get("x-charsu-ip") ?? "");
  const renewed = token ? await renewal(token, sessionLife, network) : undefined;
  const session = renewed && { token: await signAccessToken(renewed), name: renewed.name };
  const changes = session === undefined ? [] : sessionCookies(session);
  tell(request, changes);
  const cart = await mirroredCart(request);
  tell(request, cart);

  const answer = (await gate(request)) ?? NextResponse.next({ request: { headers: request.headers } });
  for (const change of [...changes, ...cart]) {
    answer.cookies.set(change.name, change.value ?? "", cookieAttributes(change, env.CHARSU_ENV === "production"));
  }
  return answer;
}

/** What comes after the proxy sees the cookies that the browser will have. */
function tell(request: NextRequest, changes: readonly CookieChange[]): void {
  for (const { name, value } of changes) {
    if (value === null) request.cookies.delete(name);
    else request.cookies.set(name, value);
  }
}

export const config = {
  // Read by the build: literals only. Each page with and without a locale before it.
  matcher: [
    "/admin/:path*",
    "/cart",
    "/checkout",
    "/orders/:path*",
    "/profile/:path*",
    "/sign-in/:path*",
    "/sign-up/:path*",
    "/:locale/admin/:path*",
    "/:locale/cart",
    "/:locale/checkout",
    "/:locale/orders/:path*",
    "/:locale/profile/:path*",
    "/:locale/sign-in/:path*",
    "/:locale/sign-up/:path*",
    // Of the API only what carries a session cookie: a call without one has nothing to renew. Never what a shared cache may keep.
    {
      source: "/api/((?!internal|health|openapi|products|categories|brands|retailers).*)",
      has: [{ type: "cookie", key: "charsu.session" }],
    },
    {
      source: "/api/((?!internal|health|openapi|products|categories|brands|retailers).*)",
      has: [{ type: "cookie", key: "__Host-charsu.session" }],
    },
  ],
};
