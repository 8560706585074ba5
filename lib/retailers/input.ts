import * as z from "zod";
import { filledLine, personName, typedEmail, typedPhone } from "@/lib/accounts/input";
import { pageInput } from "@/lib/platform/pages";

export const listRetailersInput = z.object(pageInput);

const zones = new Set(Intl.supportedValuesOf("timeZone"));

/** The IANA zone that a name means, by the name that this server knows it by; null for an offset and for nonsense. */
function ianaZone(name: string): string | null {
  try {
    const zone = new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone;
    return zones.has(zone) ? zone : null;
  } catch {
    return null;
  }
}

/** What a retailer applies with. */
export const shopInput = z.object({
  /** What is no name of a person is none of a shop either. */
  name: personName,
  /** What it trades in, in its own words. */
  trade: filledLine(80),
  email: typedEmail.optional(),
  phone: typedPhone.optional(),
  addressLine: filledLine(200),
  postcode: filledLine(20),
  city: filledLine(100),
  country: z.string("fields.required").regex(/^[A-Z]{2}$/, "fields.wrong"),
  /** Its place on the map, in degrees (WGS 84). */
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  timezone: z
    .string("fields.required")
    .max(60, "fields.timezone")
    .refine((name) => ianaZone(name) !== null, "fields.timezone")
    .transform((name) => ianaZone(name)!),
});

export type ShopInput = z.output<typeof shopInput>;
