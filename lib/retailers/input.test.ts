import { describe, expect, it } from "vitest";
import { formats } from "@/lib/accounts/addresses/formats";
import { addressFields } from "@/lib/accounts/addresses/rules";
import { shopInput, timeZones } from "./input";

const shop = {
  name: "Teehaus",
  trade: "Tea",
  addressLine: "Marktstraße 1",
  postcode: "10115",
  city: "Berlin",
  country: "DE",
  latitude: 52.53,
  longitude: 13.38,
  timezone: "Europe/Berlin",
};
const read = (over: Partial<Record<keyof typeof shop, unknown>>) => {
  const { success, data, error } = shopInput.safeParse({ ...shop, ...over });
  return success ? data : error.issues.map(({ path, message }) => `${path.join(".")} ${message}`);
};

describe("the postcode of a shop", () => {
  it.each([...Object.keys(formats), "KE"])("is asked for in %s as in an address there", (country) => {
    const rule = addressFields(country).find(({ field }) => field === "postcode");
    const without = read({ country, postcode: "" });
    if (rule?.required) expect(without).toEqual(["postcode fields.required"]);
    else expect(without).toMatchObject({ country, postcode: "" });
    expect(read({ country, postcode: undefined })).toEqual(without);
    if (rule?.example) {
      expect(read({ country, postcode: rule.example })).toMatchObject({ postcode: rule.example });
      expect(read({ country, postcode: "no such code" })).toEqual(["postcode fields.postcode"]);
    }
  });

  it.each([
    ["DE", "۱۰۱۱۵", "10115"],
    ["GB", "se17bd", "SE1 7BD"],
    ["AE", "12345", ""],
    ["KE", "00100 Nairobi", "00100 Nairobi"],
  ])("in %s, typed as %s, is kept as %j", (country, typed, kept) => {
    expect(read({ country, postcode: typed })).toMatchObject({ postcode: kept });
  });

  it.each([42, null, ["10115"], "1011\n5"])("is not %j", (postcode) => {
    expect(read({ postcode })).toEqual([expect.stringMatching(/^postcode /)]);
  });

  it.each(["ZZ", "EU", "de", "Germany", "", undefined])("is not looked at in a country that is none: %j", (country) => {
    expect(read({ country, postcode: "x" })).toEqual([expect.stringMatching(/^country /)]);
  });
});

describe("the time zone of a shop", () => {
  it.each([
    ["UTC", "UTC"],
    ["utc", "UTC"],
    ["Etc/UTC", "UTC"],
    ["europe/berlin", "Europe/Berlin"],
  ])("may be %s", (timezone, kept) => {
    expect(read({ timezone })).toMatchObject({ timezone: kept });
  });

  it.each(["", "+01:00", "Mars/Olympus", undefined])("is not %j", (timezone) => {
    expect(read({ timezone })).toEqual([expect.stringMatching(/^timezone /)]);
  });

  it("is one of a list in which every zone stands once, UTC too", () => {
    expect(new Set(timeZones).size).toBe(timeZones.length);
    expect(timeZones.filter((each) => each === "UTC")).toHaveLength(1);
    for (const timezone of timeZones) expect(read({ timezone })).toMatchObject({ timezone });
  });
});
