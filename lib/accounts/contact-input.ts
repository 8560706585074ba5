import { homeCountry, type Identifier, readIdentifier } from "./identifier";
import { across, typedEmail, typedPhone } from "./input";

const read = (typed: typeof typedEmail, channel: Identifier["channel"], code: "email" | "phone") =>
  typed.transform((text, { issues }) => {
    const found = readIdentifier(text, homeCountry());
    if (found?.channel === channel) return found.address;
    issues.push({ code: "custom", message: `fields.${code}`, params: { code }, input: text });
    return text;
  });

/** An e-mail address as it is kept. Server only: the home country is a setting. */
export const emailAddress = read(typedEmail, "email", "email");
/** A phone number in E.164; one without a country is of the home country. */
export const phoneNumber = read(typedPhone, "sms", "phone");

/** Refuses whom nobody could reach: there must be an address or a number. */
export const reachable = across<{ email?: unknown; phone?: unknown }>(({ email, phone }, refuse) => {
  if (email === undefined && phone === undefined) refuse("email", "fields.identifier", { code: "identifier" });
});
