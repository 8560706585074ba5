import type { Account } from "@/lib/accounts/account";
import { toUserView } from "@/lib/accounts/account";
import { greeting } from "@/lib/accounts/rules";
import { isNewDevice, openSession } from "@/lib/accounts/sessions";
import { cartCookie, parseCart } from "@/lib/cart/cookie";
import { uniteCarts } from "@/lib/cart/saved";
import { networkOf } from "@/lib/platform/network";
import type { Context } from "@/lib/web/context";
import type { Given } from "@/lib/web/operation";
import { nameCookie } from "./cookies";
import { accessTokenLife, hashToken, newRefreshToken, sessionCookie, sessionLife, signAccessToken } from "./tokens";

/** The cookies of a session; `null` ends it. */
export function sessionCookies(session: { token: string; name: string } | null): Context["cookies"] {
  return [
    { name: sessionCookie(), value: session?.token ?? null, httpOnly: true, maxAge: sessionLife },
    { name: nameCookie, value: session?.name ?? null, httpOnly: false, maxAge: sessionLife },
  ];
}

/**
 * Makes the browser's cart and the account's one, in the account and in the browser.
 * @returns how many lines differ from what the browser held
 */
export async function bringCart(
  { tx, context }: Pick<Given<unknown>, "tx" | "context">,
  userId: number,
  cart: string | undefined,
): Promise<number> {
  const united = await uniteCarts(tx, userId, parseCart(cart ?? ""));
  context.cookies.push(cartCookie(united.lines));
  return united.changed;
}

/**
 * What every way of signing in ends in: a session with its tokens and cookies, the carts united, and word of a browser
 * that the account had not been used with. As long as a generated password waits to be changed the carts stay apart.
 * @param fresh the account was made just now, so that every browser is a new one
 */
export async function enter(
  given: Pick<Given<unknown>, "tx" | "context" | "record">,
  account: Account,
  { cart, fresh }: { cart: string | undefined; fresh: boolean },
) {
  const { tx, context, record } = given;
  const { sessionVersion: version, mustChange } = account;
  const user = toUserView(account);
  const place = { userAgent: context.userAgent, network: networkOf(context.ip) };
  const unknown = !fresh && (await isNewDevice(tx, user.id, place.userAgent));
  const refreshToken = newRefreshToken();
  const sid = await openSession(tx, account, place, hashToken(refreshToken), sessionLife);
  if (unknown) await record("account.newDevice", { userId: user.id, sessionId: sid, ...place });
  const cartChanged = mustChange ? 0 : await bringCart(given, user.id, cart);
  const name = greeting(user);
  const accessToken = await signAccessToken({ userId: user.id, sid, version, name });
  context.cookies.push(...sessionCookies({ token: accessToken, name }));
  return { user, accessToken, refreshToken, expiresIn: accessTokenLife, cartChanged, mustChangePassword: mustChange };
}
