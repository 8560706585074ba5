import { env } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";
import { anyoneSigningIn } from "@/lib/web/actor";
import { operation } from "@/lib/web/operation";
import { isStaffAt } from "./account";
import { readIdentifier } from "./identifier";
import { requestCodeInput } from "./input";
import { carryRegistration } from "./registrations";
import { challengeCookies, sendCode } from "./send-code";
import { challengeView } from "./views";

/** The country that a phone number without a prefix belongs to. */
export const homeCountry = () => env.SMS_COUNTRIES[0] ?? "DE";

/** The same answer, work and time for an identifier that is known and one that is not. */
export const requestCode = operation({
  name: "accounts.requestCode",
  summary: "Sends a one-time code to an e-mail address or a phone number.",
  http: { method: "POST", path: "/api/auth/request-otp", status: 202 },
  message: "If that address can receive it, a code is on its way.",
  cookies: { challenge: challengeCookies["sign-in"] },
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
    const staff = await isStaffAt(tx, to);
    // Services that do not answer hold no connection of those who sign in.
    return async () => {
      const sent = await sendCode({ purpose: "sign-in", to }, staff, context);
      if (input.challenge !== undefined) await carryRegistration(input.challenge, sent.challenge, to);
      return sent;
    };
  },
});
