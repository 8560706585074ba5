import * as z from "zod";
import { personName, verifyCodeInput } from "../input";

export const updateProfileInput = z.object({
  name: personName.optional(),
  /** One of the market's languages. */
  locale: z.string("fields.required").max(20).optional(),
});

/** The one or the other. */
export const requestContactInput = z.object({
  email: z.string("fields.email").max(254, "fields.email").optional(),
  phone: z.string("fields.phone").max(60, "fields.phone").optional(),
});

/** A code and the challenge it was sent with; a browser's travels in a cookie. */
export const provenInput = verifyCodeInput.pick({ code: true, challenge: true });

export const removeContactInput = z.object({ channel: z.enum(["email", "phone"]) });
