/** The parts of an address that differ by country. Who it is for comes beside them. */
export type AddressField = "organization" | "line1" | "line2" | "district" | "city" | "region" | "postcode";

export type Postcode = {
  /** Of the code in capitals, without spaces and dashes; its groups are written with `join` between them. */
  pattern: RegExp;
  join: string;
  example: string;
};

export type CountryFormat = {
  /**
   * Lines as the country's post wants them. What stands before a field goes with it; at the head of a line it stays
   * with the first field alone.
   */
  lines: readonly string[];
  /** Lines of an address in Latin letters, where they run the other way than in the country's own script. */
  latin?: readonly string[];
  required: readonly AddressField[];
  /** What people there call a field, as words of the catalog, where the general word would be strange. */
  words?: Partial<Record<AddressField, string>>;
  postcode?: Postcode;
};

const head = ["{name}", "{organization}", "{line1}", "{line2}"];
const code = (pattern: RegExp, example: string, join = ""): Postcode => ({ pattern, join, example });
const all: readonly AddressField[] = ["line1", "city", "region", "postcode"];

/** Most of Europe and many others: the code, then the city, and nothing else. */
const codeFirst = (postcode: Postcode): CountryFormat => ({
  lines: [...head, "{postcode} {city}"],
  required: ["line1", "postcode", "city"],
  postcode,
});

/** City, state and code on one line. */
const stateInLine = (line: string, postcode: Postcode, words: CountryFormat["words"] = {}): CountryFormat => ({
  lines: [...head, line],
  required: all,
  words: { region: "state", ...words },
  postcode,
});

const fourDigits = /^(\d{4})$/;
const fiveDigits = /^(\d{5})$/;
const threeAndTwo = /^(\d{3})(\d{2})$/;

/** Anywhere else: every field is there, nothing but street and city is required, and what was typed is written. */
export const general: CountryFormat = {
  lines: [...head, "{district}", "{postcode} {city}", "{region}"],
  required: ["line1", "city"],
};

/** By ISO 3166 code. Sources: the addressing pages of the Universal Postal Union and the countries' own posts. */
export const formats: Readonly<Record<string, CountryFormat>> = {
  AE: {
    // Nothing is delivered by code there, and an emirate is often the city as well.
    lines: [...head, "{district}", "{city}", "{region}"],
    required: ["line1", "region"],
    words: { district: "area", region: "emirate" },
  },
  AT: codeFirst(code(fourDigits, "1010")),
  AU: stateInLine("{city} {region} {postcode}", code(fourDigits, "3000"), { city: "suburb_or_city" }),
  BE: codeFirst(code(fourDigits, "1000")),
  BR: {
    lines: [...head, "{district}", "{city} - {region}", "{postcode}"],
    required: all,
    words: { district: "neighbourhood", region: "state", postcode: "cep" },
    postcode: code(/^(\d{5})(\d{3})$/, "22221-000", "-"),
  },
  CA: stateInLine("{city} {region} {postcode}", code(/^([A-Z]\d[A-Z])(\d[A-Z]\d)$/, "K1A 0B1", " "), {
    region: "province",
  }),
  CH: codeFirst(code(fourDigits, "8001")),
  CZ: codeFirst(code(threeAndTwo, "110 00", " ")),
  DE: codeFirst(code(fiveDigits, "10115")),
  DK: codeFirst(code(fourDigits, "1050")),
  ES: {
    lines: [...head, "{postcode} {city}", "{region}"],
    required: ["line1", "postcode", "city"],
    words: { region: "province" },
    postcode: code(fiveDigits, "28013"),
  },
  FI: codeFirst(code(fiveDigits, "00100")),
  FR: codeFirst(code(fiveDigits, "75001")),
  GB: {
    lines: [...head, "{district}", "{city}", "{postcode}"],
    required: ["line1", "city", "postcode"],
    words: { district: "locality", city: "town_or_city" },
    postcode: code(/^(GIR|[A-Z]{1,2}\d[A-Z\d]?)(\d[A-Z]{2})$/, "SE1 7BD", " "),
  },
  IE: {
    lines: [...head, "{district}", "{city}", "{region}", "{postcode}"],
    required: ["line1", "city"],
    words: { district: "locality", city: "town_or_city", region: "county", postcode: "eircode" },
    postcode: code(/^([A-Z]\d[\dW])([A-Z\d]{4})$/, "D02 AF30", " "),
  },
  IN: {
    lines: [...head, "{district}", "{city} - {postcode}", "{region}"],
    required: all,
    words: { district: "area", region: "state", postcode: "pin" },
    postcode: code(/^([1-9]\d{5})$/, "500064"),
  },
  IR: {
    lines: [...head, "{district}", "{city}", "{region}", "{postcode}"],
    required: ["line1", "city"],
    words: { district: "neighbourhood", region: "province" },
    postcode: code(/^(\d{5})(\d{5})?$/, "11936-53471", "-"),
  },
  IT: {
    lines: [...head, "{postcode} {city} {region}"],
    required: ["line1", "postcode", "city"],
    words: { region: "province", postcode: "cap" },
    postcode: code(fiveDigits, "40124"),
  },
  JP: {
    lines: ["〒{postcode}", "{region}{city}{district}", "{line1}", "{line2}", "{organization}", "{name}"],
    latin: [...head, "{district}", "{city}, {region} {postcode}"],
    required: all,
    words: { district: "ward", city: "city_or_county", region: "prefecture" },
    postcode: code(/^(\d{3})(\d{4})$/, "600-8019", "-"),
  },
  LU: codeFirst(code(fourDigits, "1009")),
  MA: codeFirst(code(fiveDigits, "40030")),
  NL: codeFirst(code(/^([1-9]\d{3})([A-Z]{2})$/, "3024 EC", " ")),
  NO: codeFirst(code(fourDigits, "0150")),
  NZ: {
    lines: [...head, "{district}", "{city} {postcode}"],
    required: ["line1", "city", "postcode"],
    words: { district: "suburb", city: "town_or_city" },
    postcode: code(fourDigits, "6011"),
  },
  PL: codeFirst(code(/^(\d{2})(\d{3})$/, "00-001", "-")),
  PT: codeFirst(code(/^(\d{4})(\d{3})$/, "1170-358", "-")),
  SE: codeFirst(code(threeAndTwo, "111 29", " ")),
  SG: {
    lines: [...head, "{city} {postcode}"],
    required: ["line1", "postcode"],
    postcode: code(/^(\d{6})$/, "238801"),
  },
  SK: codeFirst(code(threeAndTwo, "811 01", " ")),
  TR: {
    lines: [...head, "{postcode} {city}/{region}"],
    required: ["line1", "postcode", "city"],
    words: { city: "district_or_city", region: "province" },
    postcode: code(fiveDigits, "34087"),
  },
  US: stateInLine("{city}, {region} {postcode}", code(/^(\d{5})(\d{4})?$/, "94303", "-"), { postcode: "zip" }),
};
