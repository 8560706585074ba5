import { env } from "@/lib/platform/env";
import { invalidField } from "@/lib/platform/errors";
import type { Say } from "@/lib/platform/messages";
import { normalizePhone } from "@/lib/platform/sms/countries";

export type Identifier = { channel: "email" | "sms"; address: string };

/** No display names, lists or comments, and nothing outside of printable ASCII: what a mailbox provider would accept. */
const email =
  /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+$/;

/**
 * What was typed as the one address it means: an e-mail address in lower case or a phone number in E.164.
 * @returns null when it is neither
 */
export function readIdentifier(typed: string, defaultCountry: string): Identifier | null {
  const text = typed.trim();
  if (text.includes("@")) {
    const address = text.toLowerCase();
    // Some letters outside of ASCII have their lower case in it.
    return address.length <= 254 && /^[\x21-\x7e]+$/.test(text) && email.test(address)
      ? { channel: "email", address }
      : null;
  }
  const address = normalizePhone(text, defaultCountry);
  return address ? { channel: "sms", address } : null;
}

/** The country that a phone number without a prefix belongs to. */
export const homeCountry = () => env.SMS_COUNTRIES[0] ?? "DE";

/** @throws AppError `invalid` for what is neither */
export function wantedIdentifier(typed: string, say: Say): Identifier {
  const to = readIdentifier(typed, homeCountry());
  if (!to) throw invalidField("identifier", "identifier", say("fields.identifier"));
  return to;
}
