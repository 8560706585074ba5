import * as z from "zod";
import { changePasswordFrom, passwordOf } from "@/lib/accounts/credentials";
import { changePasswordInput } from "@/lib/accounts/input";
import { hashPassword, refuseGuessable, verifyPassword } from "@/lib/accounts/passwords";
import { endSessions } from "@/lib/accounts/sessions";
import { AppError, invalidField } from "@/lib/platform/errors";
import { takeAll, triesOfOne } from "@/lib/platform/limits";
import type { Say } from "@/lib/platform/messages";
import { whoeverMustChange } from "@/lib/web/actor";
import { operation } from "@/lib/web/operation";
import { bringCart } from "../enter";
import { ownWords } from "../own-words";

/** @throws AppError `invalid` when it is missing or wrong, `rate_limited` */
async function checkCurrent(userId: number, hash: string, current: string | undefined, say: Say): Promise<void> {
  if (current === undefined) throw invalidField("current", "required", say("fields.required"));
  await takeAll("password", String(userId), triesOfOne, say);
  if (await verifyPassword(hash, current, say)) return;
  throw invalidField("current", "wrong_password", say("fields.password_wrong"));
}

/**
 * Sets a password: the first one, another one for the one that is known, or one's own for the one that staff made. Every
 * other session ends; this one goes on, with all that an account may do.
 */
export const changePassword = operation({
  name: "profile.changePassword",
  summary: "Sets or changes the password; every other session ends.",
  http: { method: "PUT", path: "/api/profile/password", errors: ["conflict"] },
  message: "Your password is changed.",
  cookies: { cart: "cart" },
  input: changePasswordInput,
  output: z.object({
    /** Sessions elsewhere that ended. */
    ended: z.int(),
    /** As at signing in, for a session that could do nothing else until now. */
    cartChanged: z.int(),
  }),
  allow: [whoeverMustChange],
  limit: "checkPassword",
  prepare: async ({ input, actor, context }) => {
    const { say } = context;
    const userId = actor.userId!;
    const known = await passwordOf(userId);
    if (known) {
      await checkCurrent(userId, known.hash, input.current, say);
      if (input.current === input.password) throw invalidField("password", "same", say("fields.password_same"));
    }
    await refuseGuessable(input.password, await ownWords(userId), say);
    return {
      from: known?.hash ?? null,
      mustChange: known?.mustChange ?? false,
      hash: await hashPassword(input.password, say),
    };
  },
  run: async ({ input, prepared, actor, context, tx, record }) => {
    const userId = actor.userId!;
    const changed = await changePasswordFrom(tx, userId, prepared.from, prepared.hash);
    if (!changed) throw new AppError("conflict", context.say("errors.password_moved"));
    const ended = await endSessions(tx, userId, actor.sessionId);
    await record("account.passwordChanged", { userId, by: "change" });
    return { ended, cartChanged: prepared.mustChange ? await bringCart({ tx, context }, userId, input.cart) : 0 };
  },
});
