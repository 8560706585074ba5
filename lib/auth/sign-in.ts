import * as z from "zod";
import { accountFor, activeAccount, toUserView } from "@/lib/accounts/account";
import { useCode } from "@/lib/accounts/codes";
import { readIdentifier } from "@/lib/accounts/identifier";
import { refreshInput, verifyCodeInput } from "@/lib/accounts/input";
import { homeCountry } from "@/lib/accounts/operations";
import { greeting } from "@/lib/accounts/rules";
import { challengeCookies, challengeDone } from "@/lib/accounts/send-code";
import { endSession, openSession, rotateRefresh } from "@/lib/accounts/sessions";
import { tokensView } from "@/lib/accounts/views";
import { cartCookie, parseCart } from "@/lib/cart/cookie";
import { uniteCarts } from "@/lib/cart/saved";
import { AppError } from "@/lib/platform/errors";
import { anyoneSigningIn } from "@/lib/web/actor";
import type { Context } from "@/lib/web/context";
import { operation } from "@/lib/web/operation";
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
 * What signing out takes out of the browser: the session, the name, and the cart, which stays with the account alone.
 * Whoever uses the browser next begins with nothing of somebody else's.
 */
export const signedOutCookies = (): Context["cookies"] => [...sessionCookies(null), cartCookie([])];

/** Sign-in by one-time code: proves the address, makes the account at the first time, opens a session, unites the carts. */
export const verifyCode = operation({
  name: "auth.verifyCode",
  summary: "Signs in with a one-time code.",
  http: { method: "POST", path: "/api/auth/verify-otp", errors: ["wrong_code", "rate_limited"] },
  message: "You are signed in.",
  cookies: { challenge: challengeCookies["sign-in"], cart: "cart" },
  input: verifyCodeInput,
  output: tokensView,
  allow: [anyoneSigningIn],
  limit: "none",
  run: async ({ input, context, tx }) => {
    const to = readIdentifier(input.identifier, homeCountry());
    if (!to) throw new AppError("wrong_code", context.say("errors.wrong_code"));
    await useCode({ purpose: "sign-in", to }, input, context);
    const { account } = await accountFor(tx, to, { name: "", unconfirmed: null, locale: context.locale });
    if (!account.active) throw new AppError("wrong_code", context.say("errors.wrong_code"));
    const refreshToken = newRefreshToken();
    const sid = await openSession(tx, account, context.userAgent, hashToken(refreshToken), sessionLife);
    const { sessionVersion: version } = account;
    const user = toUserView(account);
    const name = greeting(user);
    const accessToken = await signAccessToken({ userId: user.id, sid, version, name });
    const united = await uniteCarts(tx, user.id, parseCart(input.cart ?? ""));
    context.cookies.push(cartCookie(united.lines));
    context.cookies.push(...sessionCookies({ token: accessToken, name }));
    context.cookies.push(challengeDone("sign-in"));
    return { user, accessToken, refreshToken, expiresIn: accessTokenLife, cartChanged: united.changed };
  },
});

/** The next pair of tokens for an API client. A refresh token works once; its second use ends the session. */
export const refresh = operation({
  name: "auth.refresh",
  summary: "Exchanges a refresh token, once, for new tokens.",
  http: { method: "POST", path: "/api/auth/refresh", errors: ["unauthenticated"] },
  message: "Here are new tokens.",
  input: refreshInput,
  output: tokensView.omit({ cartChanged: true }),
  allow: [anyoneSigningIn],
  limit: "checkCode",
  run: async ({ input, context, tx }) => {
    const next = newRefreshToken();
    const session = await rotateRefresh(tx, hashToken(input.refreshToken), hashToken(next), sessionLife);
    const account = session && (await activeAccount(tx, session.userId, session.version));
    // Returned, so that the session of a token used twice stays ended.
    if (!session || !account) return new AppError("unauthenticated", context.say("errors.unauthenticated"));
    const user = toUserView(account);
    const accessToken = await signAccessToken({ ...session, name: greeting(user) });
    return { user, accessToken, refreshToken: next, expiresIn: accessTokenLife };
  },
});

export const signOut = operation({
  name: "auth.signOut",
  summary: "Ends the session.",
  http: { method: "POST", path: "/api/auth/logout" },
  message: "You are signed out.",
  input: z.object({}),
  output: z.null(),
  allow: [anyoneSigningIn],
  limit: "write",
  run: async ({ actor, context, tx }) => {
    if (actor.sessionId) await endSession(tx, actor.sessionId);
    context.cookies.push(...signedOutCookies());
    return null;
  },
});
