import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { coerceStrings } from "./coerce";

const schema = z.object({
  q: z.string().optional(),
  page: z.int().min(1).default(1),
  price: z.number().optional(),
  inStock: z.boolean().optional(),
  brands: z.array(z.string()).optional(),
  sizes: z.array(z.int()).default([]),
  kind: z.enum(["a", "b"]).nullable().optional(),
  trimmed: z.string().transform(Number).pipe(z.number()).optional(),
});
const of = (query: string) => coerceStrings(schema, new URLSearchParams(query));

describe("strings as the schema's types", () => {
  it("makes numbers, booleans and lists", () => {
    expect(of("q=5&page=2&price=-1.50&inStock=true&brands=x&brands=y&sizes=1&sizes=2&kind=a&trimmed=7")).toEqual({
      q: "5",
      page: 2,
      price: -1.5,
      inStock: true,
      brands: ["x", "y"],
      sizes: [1, 2],
      kind: "a",
      trimmed: "7",
    });
    expect(of("inStock=on")).toEqual({ inStock: true });
    expect(of("inStock=false")).toEqual({ inStock: false });
  });

  it.each([
    "page=1e3",
    "page=0x10",
    "page=",
    "page=Infinity",
    "page=NaN",
    "page=1_000",
    "page=٣",
    "price=1,5",
    "inStock=yes",
    "inStock=1",
    "page=--1",
    "page=%2B1",
    "price=.5",
  ])("makes nothing up of %s: what does not fit stays text or counts as absent", (query) => {
    for (const value of Object.values(of(query))) expect(typeof value).toBe("string");
  });

  it("takes the last of what may be there once, and drops names that are not in the schema", () => {
    expect(of("page=1&page=2")).toEqual({ page: 2 });
    expect(of("other=1&__proto__=1&constructor=1&toString=1&hasOwnProperty=1")).toEqual({});
    expect(coerceStrings(z.string(), [["a", "1"]])).toEqual({});
  });

  it("never throws, and gives fields of the schema alone", () => {
    const name = fc.oneof(
      fc.constantFrom(...Object.keys(schema.shape), "__proto__", "constructor", "valueOf"),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(name, fc.string({ unit: "binary" }))), (entries) => {
        for (const key of Object.keys(coerceStrings(schema, entries)))
          expect(Object.hasOwn(schema.shape, key)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it("gives back every whole number that was written as text", () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (page) => {
        expect(of(`page=${page}`).page).toBe(page);
      }),
      { numRuns: 1000 },
    );
  });
});
