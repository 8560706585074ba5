import { describe, expect, it } from "vitest";
import { type PostalGiven, postalSpecs } from "./postal-specs";

const given: PostalGiven = {
  words: { country: "Country", change: "Change", optional: "optional", postcodeHint: "Like {example}" },
  labels: { region: "Region", prefecture: "Prefecture", line1: "Street", postcode: "Postcode" },
  countries: [
    { code: "DE", name: "Germany" },
    { code: "JP", name: "Japan" },
  ],
  values: { "address.country": "DE", "address.line1": "Lange Gasse 1", "address.city": "Berlin" },
  prefix: "address.",
};
const typed = (values: Record<string, string>) => ({ message: "", code: "invalid", errors: [], values, data: null });
const names = (state: Parameters<typeof postalSpecs>[1], from = given) =>
  postalSpecs(from, state).fields.map(({ name }) => name);

describe("what an address is asked for with", () => {
  it("are the fields of its country, by the names of its inputs and with what is known", () => {
    const { country, fields } = postalSpecs(given, null);
    expect(country).toMatchObject({ name: "address.country", value: "DE" });
    expect(names(null)).not.toContain("address.region");
    expect(fields.find(({ name }) => name === "address.line1")).toMatchObject({
      value: "Lange Gasse 1",
      label: "Street",
      required: true,
    });
    expect(names(null, { ...given, values: { country: "DE" }, prefix: "" })).toContain("line1");
  });

  it("become those of the country that was asked for", () => {
    const { country, fields } = postalSpecs(given, typed({ "address.country": "JP" }));
    expect(country).toMatchObject({ value: "JP" });
    expect(fields.find(({ name }) => name === "address.region")).toMatchObject({ label: "Prefecture", required: true });
    expect(fields.find(({ name }) => name === "address.postcode")).toMatchObject({ hint: "Like 600-8019", dir: "ltr" });
  });
});
