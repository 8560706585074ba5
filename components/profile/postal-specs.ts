import { type AddressField, addressFields } from "@/lib/accounts/addresses/rules";
import type { FieldSpec } from "./fields";

const complete: Partial<Record<AddressField, string>> = {
  organization: "organization",
  line1: "address-line1",
  line2: "address-line2",
  district: "address-level3",
  city: "address-level2",
  region: "address-level1",
  postcode: "postal-code",
};

/** The fields of a country in the order that people there fill them in. */
export function postalSpecs(
  country: string,
  {
    labels,
    words,
    values,
    prefix = "",
  }: {
    /** What fields are called, by the words of countries. */
    labels: Record<string, string>;
    values: Record<string, string>;
    words: { optional: string; postcodeHint: string };
    /** Before the names of fields, as `address.`. */
    prefix?: string;
  },
): FieldSpec[] {
  return addressFields(country).map(({ field, required, word, example }) => ({
    kind: "text",
    name: prefix + field,
    label: labels[word] ?? word,
    value: values[prefix + field] ?? "",
    ...(required ? { required } : { optional: words.optional }),
    ...(example ? { hint: words.postcodeHint.replace("{example}", example) } : {}),
    ...(complete[field] ? { autoComplete: complete[field] } : {}),
    dir: field === "postcode" ? "ltr" : "auto",
  }));
}
