import { eq, sql } from "drizzle-orm";
import { userRoles, users } from "@/db/schema";
import { env } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";
import { anyoneSigningIn } from "@/lib/web/actor";
import { operation } from "@/lib/web/operation";
import { codeLife, issueCode } from "./codes";
import { readIdentifier } from "./identifier";
import { requestCodeInput } from "./input";
import { sendCode } from "./send-code";
import { challengeView } from "./views";

/** The country that a phone number without a prefix belongs to. */
export const homeCountry = () => env.SMS_COUNTRIES[0] ?? "DE";

export const challengeCookie = "charsu.challenge";

/** The same answer, work and time for an identifier that is known and one that is not. */
export const requestCode = operation({
  name: "accounts.requestCode",
  summary: "Sends a one-time code to an e-mail address or a phone number.",
  http: { method: "POST", path: "/api/auth/request-otp", status: 202 },
  message: "If that address can receive it, a code is on its way.",
  input: requestCodeInput,
  output: challengeView,
  allow: [anyoneSigningIn],
  limit: "sendCode",
  run: async ({ input, context, tx }) => {
    const to = readIdentifier(input.identifier, homeCountry());
    if (!to) {
      const message = context.say("fields.identifier");
      throw new AppError("invalid", message, { errors: [{ field: "identifier", code: "identifier", message }] });
    }
    const column = to.channel === "email" ? sql`lower(${users.email})` : sql`${users.phone}`;
    const [staff] = await tx
      .select({ role: userRoles.role })
      .from(users)
      .innerJoin(userRoles, eq(userRoles.userId, users.id))
      .where(eq(column, to.address))
      .limit(1);
    // Services that do not answer hold no connection of those who sign in.
    return async () => {
      const { code, challenge } = await issueCode("sign-in", to, staff !== undefined, context.say);
      await sendCode(to, code, challenge, context.locale, context.say);
      context.cookies.push({ name: challengeCookie, value: challenge, httpOnly: true, maxAge: codeLife });
      return { challenge, expiresIn: codeLife };
    };
  },
});
