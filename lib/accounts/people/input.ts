import * as z from "zod";
import { keysetInput } from "@/lib/platform/pages";
import { foldDigits } from "@/lib/platform/text/digits";
import { filledLine } from "../input";
import { roles, sortNames } from "./rules";

export const personIdInput = z.object({ id: z.int().positive() });

/** Fewer characters find too many, and no index. */
const part = z
  .string()
  .trim()
  .max(100)
  .transform((text) => foldDigits(text))
  .refine((text) => text === "" || [...text].length >= 3, "fields.part");

export const listPeopleInput = z.object({
  ...keysetInput,
  /** A part of the name; for those who may know it, of e-mail address or phone number too. */
  q: part.optional(),
  /** `customer` is whoever has neither a staff role nor a shop. */
  role: z.enum(["customer", "retailer", ...roles]).optional(),
  active: z.boolean().optional(),
  sort: z.enum(sortNames).default("-joined"),
});

export const revealInput = personIdInput.extend({ reason: filledLine(300).min(5, "fields.reason") });
export const setActiveInput = personIdInput.extend({ active: z.boolean() });
export const setRolesInput = personIdInput.extend({ roles: z.array(z.enum(roles)).max(roles.length) });
export const endPersonSessionInput = personIdInput.extend({ session: z.uuid() });
