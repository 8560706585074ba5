import * as z from "zod";
import { activeAccount, toUserView } from "@/lib/accounts/account";
import { useCode } from "@/lib/accounts/codes";
import { forgetGenerated } from "@/lib/accounts/credentials";
import { homeCountry, readIdentifier } from "@/lib/accounts/identifier";
import { refreshInput, verifyCodeInput } from "@/lib/accounts/input";
import { greeting } from "@/lib/accounts/rules";
import { challengeCookies, challengeDone } from "@/lib/accounts/send-code";
import { endSession, endSessions, rotateRefresh } from "@/lib/accounts/sessions";
import { tokensView } from "@/lib/accounts/views";
import { cartCookie } from "@/lib/cart/cookie";
import { AppError } from "@/lib/platform/errors";
import { networkOf } from "@/lib/platform/network";
import { anyoneSigningIn } from "@/lib/web/actor";
import type { Context } from "@/lib/web/context";
import { operation } from "@/lib/web/operation";
import { enter, sessionCookies } from "./enter";
import { arrive } from "./register";
import { accessTokenLife, hashToken, newRefreshToken, sessionLife, signAccessToken } from "./tokens";

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
  prepare: async ({ input, context }) => {
    const to = readIdentifier(input.identifier, homeCountry());
    if (!to) throw new AppError("wrong_code", context.say("errors.wrong_code"));
    await useCode({ purpose: "sign-in", to }, input, context);
    return to;
  },
  run: async ({ input, prepared: to, context, tx, record }) => {
    const { account, fresh } = await arrive({ tx, context, record }, to, input.challenge);
    if (account.mustChange) {
      // Whoever proves the address needs the password that staff made no more, nor does anybody else who was told it.
      await forgetGenerated(tx, account.id);
      await endSessions(tx, account.id, null);
    }
    const entered = await enter(
      { tx, context, record },
      { ...account, mustChange: false },
      { cart: input.cart, fresh },
    );
    context.cookies.push(challengeDone("sign-in"));
    return entered;
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
    const session = await rotateRefresh(
      tx,
      hashToken(input.refreshToken),
      hashToken(next),
      sessionLife,
      networkOf(context.ip),
    );
    const account = session && (await activeAccount(tx, session.userId, session.version));
    // Returned, so that the session of a token used twice stays ended.
    if (!session || !account) return new AppError("unauthenticated", context.say("errors.unauthenticated"));
    const user = toUserView(account);
    const accessToken = await signAccessToken({ ...session, name: greeting(user) });
    const tokens = { accessToken, refreshToken: next, expiresIn: accessTokenLife };
    return { user, ...tokens, mustChangePassword: account.mustChange };
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
