import type { FieldError } from "@/lib/platform/errors";
import type { Say } from "@/lib/platform/messages";
import { homeCountry, type Identifier, readIdentifier } from "./identifier";

type Typed = { email?: string | undefined; phone?: string | undefined };

/**
 * Address and number as they are kept, null where there is none; what is neither goes to `errors`.
 * @param prefix of the fields in the input, as "shop."
 */
export function readContact(typed: Typed, prefix: string, errors: FieldError[], say: Say) {
  const read = (field: "email" | "phone", channel: Identifier["channel"]): string | null => {
    if (typed[field] === undefined) return null;
    const found = readIdentifier(typed[field], homeCountry());
    if (found?.channel === channel) return found.address;
    errors.push({ field: prefix + field, code: field, message: say(`fields.${field}`) });
    return null;
  };
  return { email: read("email", "email"), phone: read("phone", "sms") };
}
