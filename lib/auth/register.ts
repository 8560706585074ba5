import { type Account, accountFor, isStaffAt } from "@/lib/accounts/account";
import { setPassword } from "@/lib/accounts/credentials";
import type { Identifier } from "@/lib/accounts/identifier";
import { registerInput } from "@/lib/accounts/input";
import { hashPassword, refuseGuessable } from "@/lib/accounts/passwords";
import { readContact } from "@/lib/accounts/read-contact";
import { keepRegistration, takeRegistration } from "@/lib/accounts/registrations";
import { sendCode } from "@/lib/accounts/send-code";
import { challengeView } from "@/lib/accounts/views";
import { AppError, type FieldError } from "@/lib/platform/errors";
import { applyWithShop, type ShopApplication } from "@/lib/retailers/apply";
import { shopInput } from "@/lib/retailers/input";
import { anyoneSigningIn } from "@/lib/web/actor";
import { type Given, operation } from "@/lib/web/operation";

/**
 * Keeps what somebody filled in until the code that goes to their address proves it. Answer and work are the same for an
 * address that is known: a code that is then typed signs that person in.
 */
export const register = operation({
  name: "accounts.register",
  summary: "Registers a shopper, or a retailer with a shop; the code that is sent goes to verify-otp.",
  http: { method: "POST", path: "/api/auth/register", status: 202 },
  message: "If that address can receive it, a code is on its way.",
  input: registerInput.extend({ shop: shopInput.optional() }),
  output: challengeView,
  allow: [anyoneSigningIn],
  limit: "sendCode",
  run: async ({ input, context, tx }) => {
    const { say } = context;
    const errors: FieldError[] = [];
    const contact = readContact(input, "", errors, say);
    const shop: ShopApplication | undefined = input.shop && {
      ...input.shop,
      ...readContact(input.shop, "shop.", errors, say),
    };
    if (input.email === undefined && input.phone === undefined) {
      errors.push({ field: "email", code: "identifier", message: say("fields.identifier") });
    }
    if (errors.length) throw new AppError("invalid", say("errors.invalid"), { errors });
    const to: Identifier =
      contact.email === null
        ? { channel: "sms", address: contact.phone! }
        : { channel: "email", address: contact.email };
    const { name, password } = input;
    if (password !== undefined) {
      const mine = [name, contact.email, contact.phone, shop?.name, shop?.email, shop?.phone];
      await refuseGuessable(password, mine, say);
    }
    const staff = await isStaffAt(tx, to);
    // Hashes and services that take their time hold no connection of those who sign in.
    return async () => {
      const passwordHash = password === undefined ? null : await hashPassword(password, say);
      const sent = await sendCode({ purpose: "sign-in", to }, staff, context);
      await keepRegistration(sent.challenge, { name, ...contact, passwordHash, shop: shop ?? null });
      return sent;
    };
  },
});

/**
 * The account behind an address that was just proven, made at the first time, with what was filled in for it.
 * Somebody who is known keeps name and password; a shop that is applied with is made for them as well.
 * @throws AppError `wrong_code` for an account that was closed
 */
export async function arrive(
  { tx, context, record }: Pick<Given<unknown>, "tx" | "context" | "record">,
  to: Identifier,
  challenge: string,
): Promise<{ account: Account; fresh: boolean }> {
  const filled = await takeRegistration(tx, challenge, to);
  const unconfirmed = (to.channel === "email" ? filled?.phone : filled?.email) ?? null;
  const beginning = { name: filled?.name ?? "", unconfirmed, locale: context.locale };
  const { account, fresh } = await accountFor(tx, to, beginning);
  if (!account.active) throw new AppError("wrong_code", context.say("errors.wrong_code"));
  const userId = account.id;
  if (fresh) {
    if (filled?.passwordHash) await setPassword(tx, userId, filled.passwordHash);
    await record("account.created", { userId });
  }
  if (filled?.shop) {
    const shop = await applyWithShop(tx, userId, filled.shop as ShopApplication);
    if (shop.fresh) await record("retailer.applied", { retailerId: shop.id, userId });
  }
  return { account, fresh };
}
