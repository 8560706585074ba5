import { type AddressField, addressFields } from "@/lib/accounts/addresses/rules";
import type { FieldSpec } from "./fields";
import type { FormState } from "./form-shell";

const complete: Partial<Record<AddressField, string>> = {
  organization: "organization",
  line1: "address-line1",
  line2: "address-line2",
  district: "address-level3",
  city: "address-level2",
  region: "address-level1",
  postcode: "postal-code",
};

/** What an address is asked for with: made on the server, filled in by {@link postalSpecs}. */
export type PostalGiven = {
  words: Record<"country" | "change" | "optional" | "postcodeHint", string>;
  /** What fields are called, by the words of countries. */
  labels: Record<string, string>;
  countries: { code: string; name: string }[];
  /** By the names of inputs, the prefix with them. */
  values: Record<string, string>;
  /** Before the names of inputs, as `address.`. */
  prefix?: string;
};

/** The country of an address, and its fields there in the order that people fill them in. */
export function postalSpecs(
  { words, labels, countries, values, prefix = "" }: PostalGiven,
  state: FormState,
): { country: FieldSpec; fields: FieldSpec[] } {
  const name = `${prefix}country`;
  const value = state?.values[name] ?? values[name] ?? "";
  const options = countries.map(({ code, name }) => ({ value: code, label: name }));
  return {
    country: { kind: "select", name, label: words.country, value, autoComplete: "country", options },
    fields: addressFields(value).map(({ field, required, word, example }) => ({
      kind: "text",
      name: prefix + field,
      label: labels[word] ?? word,
      value: values[prefix + field] ?? "",
      ...(required ? { required } : { optional: words.optional }),
      ...(example ? { hint: words.postcodeHint.replace("{example}", example) } : {}),
      ...(complete[field] ? { autoComplete: complete[field] } : {}),
      dir: field === "postcode" ? "ltr" : "auto",
    })),
  };
}
