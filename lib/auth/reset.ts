import { eq, sql } from "drizzle-orm";
import * as z from "zod";
import { database } from "@/db/client";
import { users } from "@/db/schema";
import { findAccount, isStaffAt, reachedAt } from "@/lib/accounts/account";
import { proveCode } from "@/lib/accounts/codes";
import { setPassword } from "@/lib/accounts/credentials";
import { homeCountry, readIdentifier, wantedIdentifier } from "@/lib/accounts/identifier";
import { forgotPasswordInput, resetPasswordInput } from "@/lib/accounts/input";
import { hashPassword, refuseGuessable } from "@/lib/accounts/passwords";
import { challengeCookies, challengeDone, sendCode } from "@/lib/accounts/send-code";
import { endSessions } from "@/lib/accounts/sessions";
import { challengeView } from "@/lib/accounts/views";
import { AppError } from "@/lib/platform/errors";
import { anyoneSigningIn } from "@/lib/web/actor";
import { operation } from "@/lib/web/operation";
import { ownWords } from "./own-words";
import { signedOutCookies } from "./sign-in";

/** The same answer, work and message for an address that is known and one that is not. */
export const forgotPassword = operation({
  name: "auth.forgotPassword",
  summary: "Sends a code to set a new password with.",
  http: { method: "POST", path: "/api/auth/forgot-password", status: 202 },
  message: "If that address can receive it, a code is on its way.",
  input: forgotPasswordInput,
  output: challengeView,
  allow: [anyoneSigningIn],
  limit: "sendCode",
  run: async ({ input, context, tx }) => {
    const to = wantedIdentifier(input.identifier, context.say);
    const staff = await isStaffAt(tx, to);
    return () => sendCode({ purpose: "reset", to }, staff, context);
  },
});

/**
 * A new password, proven by a code. Every session of the account ends, this one too: whoever was in with the old password
 * is out. Does not sign in.
 */
export const resetPassword = operation({
  name: "auth.resetPassword",
  summary: "Sets a new password with a code, and ends every session.",
  http: {
    method: "POST",
    path: "/api/auth/reset-password",
    errors: ["wrong_code", "rate_limited", "not_found"],
  },
  message: "Your password is set. Sign in with it.",
  cookies: { challenge: challengeCookies.reset },
  input: resetPasswordInput,
  output: z.null(),
  allow: [anyoneSigningIn],
  limit: "none",
  prepare: async ({ input, context }) => {
    const { say } = context;
    // What can be said without knowing the account is said to everybody, and before the code is looked at.
    await refuseGuessable(input.password, [input.identifier], say);
    const to = readIdentifier(input.identifier, homeCountry());
    if (!to) throw new AppError("wrong_code", say("errors.wrong_code"));
    const useUp = await proveCode({ purpose: "reset", to }, input, context);
    const account = await findAccount(database("auth"), reachedAt(to));
    // Only who proved the code hears of the account's own words, and may choose another password with the same code.
    if (account?.active) await refuseGuessable(input.password, await ownWords(account.id), say);
    await useUp();
    // Whoever reads this has the mailbox: it tells nobody else.
    if (!account) throw new AppError("not_found", say("errors.no_account"));
    if (!account.active) throw new AppError("wrong_code", say("errors.wrong_code"));
    return { userId: account.id, to, hash: await hashPassword(input.password, say) };
  },
  run: async ({ prepared, actor, context, tx, record }) => {
    const { userId, hash } = prepared;
    await setPassword(tx, userId, hash);
    await tx
      .update(users)
      .set({ sessionVersion: sql`${users.sessionVersion} + 1` })
      .where(eq(users.id, userId));
    await endSessions(tx, userId, null);
    await record("account.passwordChanged", { userId, by: "reset" });
    context.cookies.push(challengeDone("reset"));
    if ((actor.mustChange ?? actor).userId === userId) context.cookies.push(...signedOutCookies());
    return null;
  },
});
