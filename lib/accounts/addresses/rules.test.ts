import fc from "fast-check";
import { describe, expect, it } from "vitest";
import en from "@/lib/platform/messages/en.json";
import { formats, general } from "./formats";
import {
  addressFields,
  addressLines,
  isCountry,
  missingFields,
  normalizePostcode,
  type PostalAddress,
  tidyAddress,
} from "./rules";

const runs = { numRuns: 1000 };
const known = Object.keys(formats);
const country = fc.oneof(fc.constantFrom(...known), fc.constantFrom("KE", "AR", "VN", "XK"));
const word = fc.stringMatching(/^[A-Za-zäöüßا-ی東京]{1,12}$/);
const maybe = fc.option(word, { nil: "" });
const address: fc.Arbitrary<PostalAddress> = fc.record({
  country,
  name: word,
  line1: word,
  organization: maybe,
  line2: maybe,
  district: maybe,
  city: maybe,
  region: maybe,
  postcode: fc.option(fc.stringMatching(/^[0-9A-Z]{3,8}$/), { nil: "" }),
});

describe("the fields of a country", () => {
  it.each<[string, string[], string[]]>([
    ["DE", ["organization", "line1", "line2", "postcode", "city"], ["line1", "postcode", "city"]],
    ["US", ["organization", "line1", "line2", "city", "region", "postcode"], ["line1", "city", "region", "postcode"]],
    ["AE", ["organization", "line1", "line2", "district", "city", "region"], ["line1", "region"]],
    [
      "JP",
      ["postcode", "region", "city", "district", "line1", "line2", "organization"],
      ["postcode", "region", "city", "line1"],
    ],
    ["KE", ["organization", "line1", "line2", "district", "postcode", "city", "region"], ["line1", "city"]],
  ])("%s, in the order they are filled in", (code, fields, required) => {
    const rules = addressFields(code);
    expect(rules.map(({ field }) => field)).toEqual(fields);
    expect(rules.filter((rule) => rule.required).map(({ field }) => field)).toEqual(required);
  });

  it.each([
    ["US", "postcode", "zip"],
    ["IN", "postcode", "pin"],
    ["BR", "postcode", "cep"],
    ["GB", "postcode", "postcode"],
    ["US", "region", "state"],
    ["AE", "region", "emirate"],
    ["JP", "region", "prefecture"],
    ["KE", "region", "region"],
  ])("%s calls its %s %s", (code, field, name) => {
    expect(addressFields(code).find((rule) => rule.field === field)?.word).toBe(name);
  });

  it.each([...known, "general"])(
    "%s asks for nothing that it has no field for, and has words for all of them",
    (code) => {
      const format = formats[code] ?? general;
      const fields = addressFields(code);
      const names = fields.map(({ field }) => field);
      expect(names).toContain("line1");
      expect(format.required.filter((field) => !names.includes(field))).toEqual([]);
      expect(Object.keys(format.words ?? {}).filter((field) => !(names as string[]).includes(field))).toEqual([]);
      expect(fields.filter(({ word }) => !(word in en.addresses.words))).toEqual([]);
      for (const line of format.latin ?? []) expect(line).toMatch(/\{(\w+)\}/);
    },
  );

  it.each(known)("%s is a country, and its example is a postcode there", (code) => {
    expect(isCountry(code)).toBe(true);
    const { postcode } = formats[code]!;
    if (postcode) expect(normalizePostcode(code, postcode.example)).toBe(postcode.example);
  });

  it.each(["", "de", "D", "DEU", "ZZ", "EU", "UN", "QO", "XX", "Germany"])("%j is none", (code) => {
    expect(isCountry(code)).toBe(false);
  });
});

describe("a postcode", () => {
  it.each([
    ["DE", " 10115 ", "10115"],
    ["DE", "۱۰۱۱۵", "10115"],
    ["BR", "30170011", "30170-011"],
    ["BR", "22221 000", "22221-000"],
    ["JP", "〒7300846", "730-0846"],
    ["JP", "６００－８０１９".replace("－", "‐"), "600-8019"],
    ["GB", "ec1m5rf", "EC1M 5RF"],
    ["GB", "W1T  5DU", "W1T 5DU"],
    ["NL", "3024ec", "3024 EC"],
    ["CA", "k1a0b1", "K1A 0B1"],
    ["PT", "1170358", "1170-358"],
    ["US", "94303", "94303"],
    ["US", "943031234", "94303-1234"],
    ["IN", "500 064", "500064"],
    ["IR", "۸۱۴۶۴", "81464"],
    ["IR", "1193653471", "11936-53471"],
    ["IE", "d6wxy00", "D6W XY00"],
    ["KE", "00100 Nairobi", "00100 Nairobi"],
  ])("of %s, %j, is written %s", (code, typed, written) => {
    expect(normalizePostcode(code, typed)).toBe(written);
  });

  it.each([
    ["DE", "1011"],
    ["DE", "101155"],
    ["DE", "D-10115"],
    ["FR", "68100;68200"],
    ["GB", "E10"],
    ["IN", "050064"],
    ["US", "9430"],
    ["JP", "730084"],
    ["BR", "ABCDE-FGH"],
  ])("of %s is not %s", (code, typed) => {
    expect(normalizePostcode(code, typed)).toBeNull();
  });

  it("stays as it is once it is written", () => {
    fc.assert(
      fc.property(country, fc.stringMatching(/^[0-9A-Za-z۰-۹ -]{0,12}$/), (code, typed) => {
        const once = normalizePostcode(code, typed);
        if (once !== null) expect(normalizePostcode(code, once)).toBe(once);
      }),
      runs,
    );
  });
});

describe("an address", () => {
  const lines = (over: Partial<PostalAddress>, name?: string) =>
    addressLines({ line1: "", country: "DE", ...over }, name);

  it("is written as its country does", () => {
    const tokyo = {
      country: "JP",
      name: "佐藤 美咲",
      line1: "神南1-2-3",
      city: "渋谷区",
      region: "東京都",
      postcode: "150-0041",
    };
    expect(lines(tokyo, "日本")).toEqual(["〒150-0041", "東京都渋谷区", "神南1-2-3", "佐藤 美咲", "日本"]);
    const dubai = { country: "AE", name: "ليلى", line1: "شارع 8", city: "دبي", region: "دبي" };
    expect(lines(dubai, "الإمارات")).toEqual(["ليلى", "شارع 8", "دبي", "الإمارات"]);
    const nairobi = { country: "KE", line1: "Kimathi Street 4", district: "CBD", city: "Nairobi", postcode: "00100" };
    expect(lines(nairobi)).toEqual(["Kimathi Street 4", "CBD", "00100 Nairobi"]);
  });

  it.each<[Partial<PostalAddress>, string]>([
    [{ country: "US", city: "Palo Alto", postcode: "94303" }, "Palo Alto 94303"],
    [{ country: "US", region: "CA", postcode: "94303" }, "CA 94303"],
    [{ country: "US", city: "Palo Alto" }, "Palo Alto"],
    [{ country: "IN", postcode: "400096" }, "400096"],
    [{ country: "BR", region: "RJ" }, "RJ"],
    [{ country: "JP", postcode: "600-8019", city: "京都" }, "〒600-8019"],
  ])("leaves out what stands before a field that is empty: %j", (over, line) => {
    expect(lines(over)[0]).toBe(line);
  });

  it("is tidy once it was tidied, and none of it is lost on its lines", () => {
    fc.assert(
      fc.property(address, (given) => {
        const tidy = tidyAddress(given);
        expect(tidyAddress(tidy)).toEqual(tidy);
        const written = addressLines(tidy).join("\n");
        for (const { field } of addressFields(given.country)) expect(written).toContain(tidy[field] ?? "");
        expect(written).toContain(given.name);
      }),
      runs,
    );
  });

  it("keeps what its country has, and nothing else", () => {
    fc.assert(
      fc.property(address, (given) => {
        const tidy = tidyAddress(given);
        const fields = addressFields(given.country).map(({ field }) => field);
        for (const field of ["organization", "line1", "line2", "district", "city", "region"] as const) {
          expect(tidy[field] ?? "").toBe(fields.includes(field) ? given[field] : "");
        }
        if (!fields.includes("postcode")) expect(tidy.postcode).toBe("");
      }),
      runs,
    );
  });

  it("says no line twice in a row and none that is empty", () => {
    fc.assert(
      fc.property(address, (given) => {
        const written = addressLines(given);
        expect(written.every((line, index) => line.trim() !== "" && line !== written[index - 1])).toBe(true);
      }),
      runs,
    );
  });

  it("misses what its country asks for", () => {
    expect(missingFields({ country: "US", line1: "1 Main Street", city: " " })).toEqual(["city", "region", "postcode"]);
    expect(missingFields({ country: "AE", line1: "28th Street", region: "Dubai" })).toEqual([]);
  });
});
