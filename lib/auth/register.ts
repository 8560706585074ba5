import type * as z from "zod";
import { type Account, accountFor, isStaffAt } from "@/lib/accounts/account";
import { emailAddress, phoneNumber, reachable } from "@/lib/accounts/contact-input";
import { setPassword } from "@/lib/accounts/credentials";
import type { Identifier } from "@/lib/accounts/identifier";
import { across, registerInput } from "@/lib/accounts/input";
import { guessable, hashPassword } from "@/lib/accounts/passwords";
import { keepRegistration, takeRegistration } from "@/lib/accounts/registrations";
import { sendCode } from "@/lib/accounts/send-code";
import { challengeView } from "@/lib/accounts/views";
import { AppError } from "@/lib/platform/errors";
import { applyWithShop, type ShopApplication } from "@/lib/retailers/apply";
import { shopInput } from "@/lib/retailers/input";
import { anyoneSigningIn } from "@/lib/web/actor";
import { type Given, operation } from "@/lib/web/operation";

const contact = { email: emailAddress.optional(), phone: phoneNumber.optional() };
const whole = { ...contact, shop: shopInput.safeExtend(contact).optional() };

/** Not the first guess of somebody who knows the rest of what was filled in. */
const hardToGuess = across<z.output<typeof registerInput> & { shop?: unknown }>(
  async ({ password, name, email, phone, shop }, refuse) => {
    if (typeof password !== "string") return;
    const its = (shop ?? {}) as Record<string, unknown>;
    const mine = [name, email, phone, its.name, its.email, its.phone].filter((each) => typeof each === "string");
    const code = await guessable(password, mine);
    if (code) refuse("password", `fields.password_${code}`, { code });
  },
);

/**
 * Keeps what somebody filled in until the code that goes to their address proves it. Answer and work are the same for an
 * address that is known: a code that is then typed signs that person in.
 */
export const register = operation({
  name: "accounts.register",
  summary: "Registers a shopper, or a retailer with a shop; the code that is sent goes to verify-otp.",
  http: { method: "POST", path: "/api/auth/register", status: 202 },
  message: "If that address can receive it, a code is on its way.",
  input: registerInput.safeExtend(whole).check(reachable, hardToGuess),
  output: challengeView,
  allow: [anyoneSigningIn],
  limit: "sendCode",
  run: async ({ input, context, tx }) => {
    const { say } = context;
    const { name, email = null, phone = null, password } = input;
    const shop: ShopApplication | null = input.shop
      ? { ...input.shop, email: input.shop.email ?? null, phone: input.shop.phone ?? null }
      : null;
    const to: Identifier = email === null ? { channel: "sms", address: phone! } : { channel: "email", address: email };
    const staff = await isStaffAt(tx, to);
    // Hashes and services that take their time hold no connection of those who sign in.
    return async () => {
      const passwordHash = password === undefined ? null : await hashPassword(password, say);
      const sent = await sendCode({ purpose: "sign-in", to }, staff, context);
      await keepRegistration(sent.challenge, { name, email, phone, passwordHash, shop });
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
