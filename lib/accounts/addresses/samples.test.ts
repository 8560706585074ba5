import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { type AddressField, addressFields, addressLines, normalizePostcode, type PostalAddress } from "./rules";

/** Real addresses as a geocoder takes them apart, with the lines that people write; not part of this repository. */
const folder = "../shared/data/addresses";

type Sample = { name: string; parts: Record<string, string>; expected: string[] };

/** The little of YAML that these files use. */
function parse(file: string): Sample[] {
  const country = basename(file, ".yaml");
  const documents = readFileSync(file, "utf8").split(/^---$/m);
  const samples = documents.map((text) => {
    const [before = "", after = ""] = text.split(/^expected *:.*$/m);
    const pairs = [...before.matchAll(/^ +(\w+) *: *(.*?) *$/gm)].map(([, key, value]) => [
      key!,
      value!.replace(/^(["'])(.*)\1$/, "$2"),
    ]);
    const title = /^description: *(.*)$/m.exec(before)?.[1] ?? "";
    const expected = after.split("\n").filter((line) => line.startsWith(" "));
    return { title, parts: Object.fromEntries(pairs), expected: expected.map((line) => line.trim()) };
  });
  return samples
    .filter(({ expected }) => expected.length)
    .map(({ title, ...rest }, index) => ({ name: `${country} ${index + 1}, ${title}`, ...rest }));
}

const first = (parts: Record<string, string>, ...keys: string[]) => keys.map((key) => parts[key]).find(Boolean) ?? "";

/** Whatever stands for the thing itself: a shop, a house with a name. */
const venues = ["house", "building", "hotel", "restaurant", "hospital", "university", "library", "amenity", "unknown"];
/** What a geocoder calls a part of a city where the post sorts by it. */
const districts: Record<string, string[]> = { GB: ["quarter"], BR: ["suburb"], AE: ["suburb"], IN: ["suburb"] };
const districtsElsewhere = ["suburb"];
/** As people there write them behind a city. */
const states: Record<string, string> = {
  California: "CA",
  Florida: "FL",
  "New York": "NY",
  "United States Virgin Islands": "VI",
  "Minas Gerais": "MG",
};

function streetOf(country: string, parts: Record<string, string>): string {
  const street = first(parts, "road", "pedestrian", "street", "residential", "road_reference", "road_reference_intl");
  const number = first(parts, "house_number", "housenumber");
  if (!street || !number) return street;
  if (country === "BR") return [street, number, parts.quarter].filter(Boolean).join(", ");
  return country === "DE" ? `${street} ${number}` : `${number} ${street}`;
}

/** The parts in our fields, as a person there would have filled them in. */
function addressOf(parts: Record<string, string>): PostalAddress {
  const country = parts.country_code!.trim().toUpperCase();
  const has = new Set<AddressField>(addressFields(country).map(({ field }) => field));
  const state = first(parts, "state_code", "state");
  const place = first(parts, "town", "city", "village", "municipality", "suburb", "state_district", "county");
  return {
    country,
    organization: first(parts, ...venues),
    line1: streetOf(country, parts),
    district: has.has("district") ? first(parts, ...(districts[country] ?? districtsElsewhere)) : "",
    city: place.replace(/^(City|Town) of (?!Westminster)| \d+e Arrondissement$/g, ""),
    region: has.has("region") ? (states[state] ?? state) : "",
    postcode: has.has("postcode") ? (normalizePostcode(country, parts.postcode ?? "") ?? "") : "",
  };
}

/** Where the sample knows something that nobody has typed into our fields. */
const different: Record<string, string> = {
  "de 3": "Alt-Berlin is taken for Berlin by the sample",
  "de 4": "Alt-Berlin is taken for Berlin by the sample",
  "de 9": "a city is put in for a borough",
  "de 12": "names the village twice, before the street and after the code",
  "de 14": "chooses one of several codes",
  "de 15": "a city is put in for a borough",
  "gb 6": "London is put in for one of its boroughs",
  "gb 10": "half a code, which our form does not take",
  "gb 11": "half a code, which our form does not take",
};

describe.skipIf(!existsSync(folder))("addresses as people write them", () => {
  const files = existsSync(folder) ? readdirSync(folder) : [];
  const samples = files
    .sort()
    .flatMap((file) => parse(join(folder, file)))
    .map((sample) => ({ ...sample, address: addressOf(sample.parts) }));
  // What has no street is a place on a map, not somewhere to deliver to.
  const complete = samples.filter(({ address }) => address.line1);

  it("are read", () => {
    expect(samples.length).toBeGreaterThan(80);
    expect(complete.length).toBeGreaterThan(50);
    expect(new Set(complete.map(({ address }) => address.country)).size).toBe(8);
  });

  for (const { name, address, expected } of complete) {
    const reason = different[name.split(",")[0]!];
    // The country's name is the reader's, so it comes from the page.
    const lines = () => addressLines(address, expected.at(-1));
    if (reason) it(`${name}: ${reason}`, () => expect(lines()).not.toEqual(expected));
    else it(name, () => expect(lines()).toEqual(expected));
  }
});
