import { eq } from "drizzle-orm";
import { users } from "@/db/schema";
import { findAccount } from "@/lib/accounts/account";
import { holdPassword, passwordAt, setPassword } from "@/lib/accounts/credentials";
import { homeCountry, readIdentifier } from "@/lib/accounts/identifier";
import { loginInput } from "@/lib/accounts/input";
import { hashPassword, needsRehash, verifyPassword } from "@/lib/accounts/passwords";
import { passSecondFactor, secondFactor } from "@/lib/accounts/second-factor";
import { tokensView } from "@/lib/accounts/views";
import { AppError } from "@/lib/platform/errors";
import { takeAll, triesOfOne } from "@/lib/platform/limits";
import type { Say } from "@/lib/platform/messages";
import { anyoneSigningIn } from "@/lib/web/actor";
import { operation } from "@/lib/web/operation";
import { enter } from "./enter";

/** Whose password it is, its hash, and a new hash where the old one is weaker than what is asked for now. */
async function compare(identifier: string, password: string, say: Say) {
  const to = readIdentifier(identifier, homeCountry());
  await takeAll("login", to?.address ?? identifier, triesOfOne, say);
  const { userId, hash } = to ? await passwordAt(to) : { userId: null, hash: null };
  const right = await verifyPassword(hash ?? undefined, password, say);
  if (!right || userId === null || hash === null) return null;
  return { userId, hash, rehashed: needsRehash(hash) ? await hashPassword(password, say) : null };
}

/**
 * Sign-in by password. What is wrong is not told: an address that is unknown, a password that is not its, an account
 * that has none or was closed get the same answer for the same work.
 */
export const login = operation({
  name: "auth.login",
  summary: "Signs in with a password, staff who have set one up with a second factor too.",
  http: { method: "POST", path: "/api/auth/login", errors: ["wrong_login", "second_factor"] },
  message: "You are signed in.",
  cookies: { cart: "cart" },
  input: loginInput,
  output: tokensView,
  allow: [anyoneSigningIn],
  limit: "checkPassword",
  prepare: ({ input, context }) => compare(input.identifier, input.password, context.say),
  run: async ({ input, prepared, context, tx, record, now }) => {
    const { say } = context;
    const refused = () => new AppError("wrong_login", say("errors.wrong_login"));
    // Held, so that nobody signs in with a password that is being changed.
    if (!prepared || !(await holdPassword(tx, prepared.userId, prepared.hash))) throw refused();
    const account = await findAccount(tx, eq(users.id, prepared.userId));
    if (!account?.active) throw refused();
    if (account.roles.length && (await secondFactor(tx, account.id)).on) {
      const passed = input.code !== undefined && (await passSecondFactor(tx, account.id, input.code, now));
      if (!passed) {
        const message = say(input.code === undefined ? "errors.second_factor" : "fields.second_factor");
        const errors = input.code === undefined ? [] : [{ field: "code", code: "second_factor", message }];
        throw new AppError("second_factor", message, { errors });
      }
    }
    if (prepared.rehashed) await setPassword(tx, account.id, prepared.rehashed, account.mustChange);
    return enter({ tx, context, record }, account, { cart: input.cart, fresh: false });
  },
});
