import * as z from "zod";
import { foldDigits } from "@/lib/platform/text/digits";

/** An e-mail address or a phone number, as typed. */
export const identifier = z
  .string("fields.identifier")
  .trim()
  .min(3, "fields.identifier")
  .max(254, "fields.identifier");

export const requestCodeInput = z.object({ identifier });

/** A code as people type it: spaces, dashes and digits of their own script are fine. */
export const code = z
  .string("fields.code")
  .transform((typed) => foldDigits(typed).replace(/\s|-|\u200c|\u200d/g, ""))
  .pipe(z.string().regex(/^\d{6,8}$/, "fields.code"));

export const verifyCodeInput = z.object({
  identifier,
  code,
  /** Given by the request; a browser's travels in a cookie. */
  challenge: z.string("fields.challenge").min(16, "fields.challenge").max(64, "fields.challenge"),
  cart: z.string().optional(),
});

export const refreshInput = z.object({ refreshToken: z.string("fields.required").min(20).max(100) });
