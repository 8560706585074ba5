import { anyoneSigningIn } from "@/lib/web/actor";
import { operation } from "@/lib/web/operation";
import { isStaffAt } from "./account";
import { wantedIdentifier } from "./identifier";
import { requestCodeInput } from "./input";
import { carryRegistration } from "./registrations";
import { challengeCookies, sendCode } from "./send-code";
import { challengeView } from "./views";

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
    const to = wantedIdentifier(input.identifier, context.say);
    const staff = await isStaffAt(tx, to);
    // Services that do not answer hold no connection of those who sign in.
    return async () => {
      const sent = await sendCode({ purpose: "sign-in", to }, staff, context);
      if (input.challenge !== undefined) await carryRegistration(input.challenge, sent.challenge, to);
      return sent;
    };
  },
});
