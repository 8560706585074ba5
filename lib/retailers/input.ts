import * as z from "zod";
import { postalFields } from "@/lib/accounts/addresses/input";
import { isCountry, missingFields, refusedPostcode, tidyAddress } from "@/lib/accounts/addresses/rules";
import { across, filledLine, personName, typedEmail, typedPhone } from "@/lib/accounts/input";
import { pageInput } from "@/lib/platform/pages";
import { type Axis, readDegrees } from "./degrees";

export const listRetailersInput = z.object(pageInput);

/** The names of time zones that a shop may have, by which this server knows them. The list of Intl leaves out UTC. */
export const timeZones: string[] = [...new Set([...Intl.supportedValuesOf("timeZone"), "UTC"])];

/** The IANA zone that a name means, by the name that this server knows it by; null for an offset and for nonsense. */
function ianaZone(name: string): string | null {
  try {
    const zone = new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone;
    return timeZones.includes(zone) ? zone : null;
  } catch {
    return null;
  }
}

/** A number, or what people type for it. */
const degrees = (axis: Axis, end: number) =>
  z
    .union([z.number(), z.string().trim().min(1, "fields.required").max(60)], "fields.required")
    .transform((typed) => (typeof typed === "string" ? (readDegrees(typed, axis) ?? Number.NaN) : typed))
    .refine((value) => Math.abs(value) <= end, `fields.${axis}`);

const shopFields = {
  /** What is no name of a person is none of a shop either. */
  name: personName,
  /** What it trades in, in its own words. */
  trade: filledLine(80),
  email: typedEmail.optional(),
  phone: typedPhone.optional(),
  addressLine: filledLine(200),
  /** As its country writes it; "" where the country has none. */
  postcode: postalFields.postcode,
  city: filledLine(100),
  country: postalFields.country,
  /** Its place on the map, in degrees (WGS 84). */
  latitude: degrees("latitude", 90),
  longitude: degrees("longitude", 180),
  timezone: z
    .string("fields.required")
    .max(60, "fields.timezone")
    .refine((name) => ianaZone(name) !== null, "fields.timezone")
    .transform((name) => ianaZone(name)!),
};

type Problem = { words: string; code: string; params?: { example: string } };

/** A postcode as the country of the shop writes it, and what is wrong with it there: missing, or like none of that country. */
export function postcodeOfShop(shop: { country: string; postcode: string }): {
  postcode: string;
  problem: Problem | null;
} {
  const address = { line1: "", country: shop.country, postcode: shop.postcode };
  const { postcode } = tidyAddress(address);
  if (missingFields(address).includes("postcode"))
    return { postcode, problem: { words: "fields.required", code: "required" } };
  const example = refusedPostcode(address)?.example;
  return { postcode, problem: example ? { words: "fields.postcode", code: "postcode", params: { example } } : null };
}

/** Asks for a postcode where the country has one, and for one that looks like those of that country. */
export const postcodeOfCountry = across<{ country?: unknown; postcode?: unknown }>(({ country, postcode }, refuse) => {
  if (typeof country !== "string" || !isCountry(country) || typeof postcode !== "string") return;
  const { problem } = postcodeOfShop({ country, postcode });
  if (problem) refuse("postcode", problem.words, { code: problem.code, ...problem.params });
});

/** What a retailer applies with. */
export const shopInput = z
  .object(shopFields)
  .check(postcodeOfCountry)
  .overwrite((shop) => ({ ...shop, postcode: postcodeOfShop(shop).postcode }));

export type ShopInput = z.output<typeof shopInput>;
