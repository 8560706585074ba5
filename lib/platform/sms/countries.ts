import { isSupportedCountry, type PhoneNumber, parsePhoneNumberFromString } from "libphonenumber-js/max";
import { foldDigits } from "@/lib/platform/text/digits";

/** Digits and the marks that people group them with; a word or an extension is no number to send to. */
const WRITTEN_NUMBER = /^\+?[\d\s().\u2010-\u2015/-]+$/;

/** As the database keeps numbers: some plans have shorter ones, which nobody receives a message on. */
const E164 = /^\+[1-9]\d{6,14}$/;

/** Invisible marks, as right-to-left text carries them around a number. */
const INVISIBLE = /\p{Cf}/gu;

/**
 * What was typed as a phone number in E.164, or null when no number of the numbering plan is meant. Digits may be Persian,
 * Arabic-Indic or fullwidth; `defaultCountry` (ISO 3166, upper case) is where a number without country code is dialled.
 */
export function normalizePhone(input: string, defaultCountry: string): string | null {
  const text = foldDigits(input.normalize("NFKC").replace(INVISIBLE, "")).trim();
  if (!WRITTEN_NUMBER.test(text)) return null;
  const country = isSupportedCountry(defaultCountry) ? defaultCountry : undefined;
  const found = parsePhoneNumberFromString(text, country);
  return found?.isValid() && E164.test(found.number) ? found.number : null;
}

/** A number in E.164 as people read it, in groups: `+49 1512 3456789`. What is none stays as it is. */
export const readablePhone = (e164: string): string =>
  (e164.startsWith("+") ? parsePhoneNumberFromString(e164)?.formatInternational() : undefined) ?? e164;

/**
 * Whether a message may go to this number: a mobile number of a country on the list (ISO 3166, upper case).
 * Numbers that cost extra are refused everywhere, as are countries that only share a calling code with one on the list.
 */
export function smsAllowed(e164: string, allowList: readonly string[]): boolean {
  const found = e164.startsWith("+") ? parsePhoneNumberFromString(e164) : undefined;
  return !!found?.isValid() && mayBeMobile(found) && !!found.country && allowList.includes(found.country);
}

/** In some plans, as North America's, mobile numbers look like any other. */
function mayBeMobile(number: PhoneNumber): boolean {
  return ["MOBILE", "FIXED_LINE_OR_MOBILE"].includes(number.getType() ?? "");
}
