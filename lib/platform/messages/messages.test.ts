import { describe, expect, it } from "vitest";
import { direction, translator } from ".";
import en from "./en.json";
import { pseudo } from "./pseudo";
import { sourceFiles } from "./testing/sources";

type Catalog = { [key: string]: string | Catalog };

const flat = (catalog: Catalog, prefix = ""): [string, string][] =>
  Object.entries(catalog).flatMap(([key, value]) =>
    typeof value === "string" ? [[prefix + key, value] as [string, string]] : flat(value, `${prefix}${key}.`),
  );
const argumentsOf = (message: string) =>
  [...message.matchAll(/\{\s*(\w+)(?=\s*[,}])/g)].map((match) => match[1]!).sort();

const messages = flat(en);
const keys = new Set(messages.map(([key]) => key));

describe("every message", () => {
  it.each(["en", "en-XA", "ar-XB"])("can be said in %s", (locale) => {
    const say = translator(locale);
    for (const [key, message] of messages) {
      for (const value of [0, 1, 2, 5]) {
        const values = Object.fromEntries(argumentsOf(message).map((name) => [name, value]));
        expect(say(key, values), key).not.toMatch(/[{}]/);
      }
    }
  });

  it("has words, no stray space and no key within it", () => {
    for (const [key, message] of messages) {
      expect(message.trim(), key).toBe(message);
      expect(message, key).not.toBe("");
    }
  });

  it("keeps its arguments in disguise, and is longer", () => {
    for (const way of ["ltr", "rtl"] as const) {
      const disguised = new Map(flat(pseudo(en, way)));
      expect([...disguised.keys()]).toEqual([...keys]);
      for (const [key, message] of messages) {
        expect(argumentsOf(disguised.get(key)!), key).toEqual(argumentsOf(message));
        expect(disguised.get(key)!.length, key).toBeGreaterThan(message.length);
      }
    }
  });
});

describe("saying", () => {
  it("counts, names and leaves what a person wrote alone", () => {
    const say = translator("en");
    expect(say("errors.rate_limited", { amount: 1, unit: "seconds" })).toContain("Wait a second");
    expect(say("errors.rate_limited", { amount: 40, unit: "seconds" })).toContain("Wait 40 seconds");
    expect(say("cart.quantity_of", { name: "{evil} <b>'#'" })).toBe("Quantity of {evil} <b>'#'");
  });

  it("throws for a key that is not there and for a missing argument", () => {
    expect(() => translator("en")("cart.no_such_words")).toThrow();
    expect(() => translator("en")("cart.quantity_of")).toThrow();
  });

  it("falls back to English, and knows which way a script runs", () => {
    expect(translator("de")("cart.title")).toBe("Your cart");
    expect(["en", "de", "fa", "ar", "he", "en-XA", "ar-XB"].map(direction)).toEqual([
      "ltr",
      "ltr",
      "rtl",
      "rtl",
      "rtl",
      "ltr",
      "rtl",
    ]);
  });
});

describe("the words that the sources say", () => {
  const sources = sourceFiles();
  const said = sources.flatMap(({ path, text }) =>
    [...text.matchAll(/\bsay\(\s*(["'])([^"'\n]+)\1/g)].map((match) => ({ path, key: match[2]! })),
  );
  const prefixes = sources.flatMap(({ text }) =>
    [...text.matchAll(/`([a-z]\w*(?:\.\w+)*\.)\$\{/gi)].map((match) => match[1]!),
  );

  it("are found", () => {
    expect(said.length).toBeGreaterThan(50);
  });

  it("are all in the catalog", () => {
    expect(said.filter(({ key }) => !keys.has(key))).toEqual([]);
  });

  it("are all that the catalog holds", () => {
    const everything = sources.map(({ text }) => text).join("\n");
    const literals = new Set([...everything.matchAll(/["'`]([a-z]\w*(?:\.\w+)+)["'`]/gi)].map((match) => match[1]!));
    const unused = [...keys].filter((key) => !literals.has(key) && !prefixes.some((prefix) => key.startsWith(prefix)));
    expect(unused).toEqual([]);
  });
});
