import * as z from "zod";
import { foldDigits } from "@/lib/platform/text/digits";

/** What would break a line, hide, or turn the text around it: no part of anything a person types into one field. */
const unwritable = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u;

/** One line of text of at most `maximum` characters, without control characters. "" is fine. */
export const line = (maximum: number) =>
  z
    .string("fields.required")
    .trim()
    .max(maximum)
    .refine((text) => !unwritable.test(text), "fields.line");

/** As {@link line}, with something on it. */
export const filledLine = (maximum: number) => line(maximum).min(1, "fields.required");

/** What a person is called, in any script: one line with a letter or a digit, and nothing that reads as HTML. */
export const personName = filledLine(120)
  .refine((name) => /[\p{L}\p{N}]/u.test(name), "fields.name")
  .refine((name) => !/[<>]/.test(name), "fields.name");

/** A number as a courier will read it: five digits or more, in any script, with what people put between them. */
export const writtenPhone = filledLine(40).regex(/^\+?(?:[\s()./-]*\p{Nd}){5,}[\s()./-]*$/u, "fields.phone");

/** An e-mail address or a phone number, as typed. */
export const identifier = z
  .string("fields.identifier")
  .trim()
  .min(3, "fields.identifier")
  .max(254, "fields.identifier");

/** In NFKC, so that it is the same password on every keyboard. Some characters become eighteen there. */
const typedPassword = z
  .string("fields.required")
  .min(1, { error: "fields.required", abort: true })
  .max(512, "fields.password_long")
  .transform((typed) => typed.normalize("NFKC"));

/** A password to be set: 8 to 128 characters as a person counts them, of any kind. Source: DESIGN 8. */
export const newPassword = typedPassword
  .refine((password) => password.isWellFormed(), "fields.wrong")
  .refine((password) => [...password].length >= 8, "fields.password_short")
  .refine((password) => [...password].length <= 128, "fields.password_long");

/** As typed; the operation reads what it means. */
export const typedEmail = z.string("fields.email").trim().max(254, "fields.email");
export const typedPhone = z.string("fields.phone").trim().max(40, "fields.phone");

type Refuse<Fields> = (field: keyof Fields & string, words: string, params?: Record<string, unknown>) => void;

/**
 * A rule over several fields of an object. It is asked also when some of them were refused, so that a person hears of
 * everything at once: any may be missing then, or anything. No field of such an object may have a check with `abort`: it
 * ends the checks of the whole.
 * @param rule refuses a field by words of the catalog (`fields.phone`), with what those words and clients need of it
 */
export const across = <Fields extends object>(
  rule: (fields: { [Field in keyof Fields]?: unknown }, refuse: Refuse<Fields>) => void | Promise<void>,
) =>
  z.superRefine<Fields>(
    (fields, { addIssue }) =>
      rule(fields, (field, message, params = {}) => addIssue({ code: "custom", path: [field], message, params })),
    { when: ({ value }) => typeof value === "object" && value !== null },
  );

/** What everybody registers with: a name, and an address or a number that the code goes to. Nothing else is taken. */
export const registerInput = z.object({
  name: personName,
  email: typedEmail.optional(),
  phone: typedPhone.optional(),
  password: newPassword.optional(),
});

export const requestCodeInput = z.object({
  identifier,
  /** The one before, when a new code is asked for: what was filled in with it goes along. */
  challenge: z.string().max(200).optional(),
});

/** A code as people type it: spaces, dashes and digits of their own script are fine. */
export const code = z
  .string("fields.code")
  .transform((typed) => foldDigits(typed).replace(/\s|-|\u200c|\u200d/g, ""))
  .pipe(z.string().regex(/^\d{6,8}$/, "fields.code"));

/** Given by the request; a browser's travels in a cookie. */
const challenge = z.string("fields.challenge").min(16, "fields.challenge").max(64, "fields.challenge");

export const verifyCodeInput = z.object({
  identifier,
  code,
  challenge,
  cart: z.string().optional(),
});

/** Six digits of an authenticator app, or a recovery code; spaces and dashes are fine. */
export const secondFactorCode = z
  .string("fields.required")
  .trim()
  .min(1, "fields.required")
  .max(40, "fields.second_factor");

export const loginInput = z.object({
  identifier,
  password: typedPassword,
  /** The second factor, for staff who have set one up. */
  code: secondFactorCode.optional(),
  cart: z.string().optional(),
});

export const forgotPasswordInput = z.object({ identifier });

export const resetPasswordInput = z.object({ identifier, code, challenge, password: newPassword });

export const changePasswordInput = z.object({
  /** Asked of whoever has one. */
  current: typedPassword.optional(),
  password: newPassword,
  cart: z.string().optional(),
});

export const confirmTwoFactorInput = z.object({ code: secondFactorCode });

/** Either will do. */
export const disableTwoFactorInput = z.object({
  password: typedPassword.optional(),
  code: secondFactorCode.optional(),
});

export const refreshInput = z.object({ refreshToken: z.string("fields.required").min(20).max(100) });
