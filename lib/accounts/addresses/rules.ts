import { foldDigits } from "@/lib/platform/text/digits";
import { type AddressField, type CountryFormat, formats, general } from "./formats";

export type { AddressField };

/** Where something is sent. `country` is its ISO 3166 code; what a country does not have is "" or absent. */
export type PostalAddress = { line1: string; country: string } & {
  [field in Exclude<AddressField, "line1"> | "name"]?: string | undefined;
};

export type FieldRule = {
  field: AddressField;
  required: boolean;
  /** What the field is called there, below `addresses.words` in the catalog. */
  word: string;
  /** How a postcode looks there. */
  example?: string;
};

const names = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
/** Codes that CLDR names but that are no country: groups of them, and what is unknown. */
const noCountries = ["EU", "EZ", "QO", "UN", "ZZ"];

/** Whether an ISO 3166 code names a country. */
export const isCountry = (code: string): boolean =>
  /^[A-Z]{2}$/.test(code) && !noCountries.includes(code) && names.of(code) !== undefined;

/** A country's name in a language. */
export const countryName = (code: string, locale: string): string =>
  new Intl.DisplayNames(locale, { type: "region" }).of(code) ?? code;

const formatOf = (country: string): CountryFormat => formats[country] ?? general;

const slots = (lines: readonly string[]): AddressField[] =>
  lines.flatMap((line) => [...line.matchAll(/\{(\w+)\}/g)].map((match) => match[1] as AddressField));

/** The fields of an address in a country, in the order in which people there fill them in. */
export function addressFields(country: string): FieldRule[] {
  const { lines, required, words = {}, postcode } = formatOf(country);
  const fields = [...new Set(slots(lines))].filter((field) => (field as string) !== "name");
  return fields.map((field) => ({
    field,
    required: required.includes(field),
    word: words[field] ?? field,
    ...(field === "postcode" && postcode ? { example: postcode.example } : {}),
  }));
}

/**
 * A postcode as the country writes it, whatever the digits, the case and the gaps it was typed with.
 * @returns null when no postcode of that country looks so; as typed where no pattern is known
 */
export function normalizePostcode(country: string, typed: string): string | null {
  const { postcode } = formatOf(country);
  const text = foldDigits(typed).trim();
  if (!postcode) return text;
  const match = postcode.pattern.exec(text.toUpperCase().replace(/[\s\u200c\u2010-\u2015-]|〒/g, ""));
  return match ? match.slice(1).filter(Boolean).join(postcode.join) : null;
}

/** The rule of the postcode field, when what stands in it is no postcode of the country. */
export function refusedPostcode({ country, postcode }: Pick<PostalAddress, "country" | "postcode">) {
  const rule = addressFields(country).find(({ field }) => field === "postcode");
  return rule && postcode && normalizePostcode(country, postcode) === null ? rule : undefined;
}

/** The address with the fields that its country has and no other, and the postcode as it is written there. */
export function tidyAddress<A extends PostalAddress>(address: A): A {
  const known = new Set<string>(slots(formatOf(address.country).lines));
  const tidy: Record<string, unknown> = { ...address };
  for (const field of slots(general.lines)) if (!known.has(field) && tidy[field]) tidy[field] = "";
  if (tidy.postcode) tidy.postcode = normalizePostcode(address.country, String(tidy.postcode)) ?? tidy.postcode;
  return tidy as A;
}

/** The fields that the country asks for and that are empty. */
export const missingFields = (address: PostalAddress): AddressField[] =>
  formatOf(address.country).required.filter((field) => !address[field]?.trim());

function writeLine(template: string, address: PostalAddress): string {
  let text = "";
  for (const match of template.matchAll(/([^{]*)\{(\w+)\}/g)) {
    const value = address[match[2] as AddressField | "name"]?.trim();
    if (value) text += (text || match.index === 0 ? match[1] : "") + value;
  }
  return text;
}

const ownScript = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/**
 * The address as its lines, for a label or a page.
 * @param country its name in the reader's language, written as the last line; none when absent
 */
export function addressLines(address: PostalAddress, country?: string): string[] {
  const { lines, latin } = formatOf(address.country);
  const place = `${address.region ?? ""}${address.city ?? ""}` || address.line1;
  const written = (latin && !ownScript.test(place) ? latin : lines).map((line) => writeLine(line, address));
  // A city that is its own region is said once.
  return [...written, country ?? ""].filter(Boolean).filter((line, index, every) => line !== every[index - 1]);
}
