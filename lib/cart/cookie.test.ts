import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cartCookie, countOf, formatCart, maxLines, maxQuantity, parseCart } from "./cookie";

const runs = { numRuns: 2000 };
const line = fc.record({
  variantId: fc.integer({ min: 1, max: 2_147_483_647 }),
  quantity: fc.integer({ min: 1, max: maxQuantity }),
});
const cart = fc.uniqueArray(line, { selector: (each) => each.variantId, maxLength: maxLines });
const likeACart = fc.stringMatching(/^[\d x.-]{0,400}$/);

describe("the cart cookie", () => {
  it("reads as in the design", () => {
    expect(parseCart("12x2.45x1")).toEqual([
      { variantId: 12, quantity: 2 },
      { variantId: 45, quantity: 1 },
    ]);
  });

  it("comes back as it was written, and fits a browser", () => {
    fc.assert(
      fc.property(cart, (lines) => {
        expect(formatCart(lines).length).toBeLessThan(4096);
        expect(parseCart(formatCart(lines))).toEqual(lines);
        expect(countOf(lines)).toBe(lines.reduce((sum, { quantity }) => sum + quantity, 0));
      }),
      runs,
    );
  });

  it("never throws, and never gives what a cart may not hold", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary", maxLength: 6000 }), likeACart), (text) => {
        const lines = parseCart(text);
        expect(lines.length).toBeLessThanOrEqual(maxLines);
        expect(new Set(lines.map(({ variantId }) => variantId)).size).toBe(lines.length);
        for (const { variantId, quantity } of lines) {
          expect(Number.isInteger(variantId) && variantId >= 1 && variantId <= 2_147_483_647).toBe(true);
          expect(Number.isInteger(quantity) && quantity >= 1 && quantity <= maxQuantity).toBe(true);
        }
      }),
      runs,
    );
  });

  it("drops what is malformed and keeps the rest", () => {
    const noise = fc.string().filter((text) => !text.includes(".") && parseCart(text).length === 0);
    fc.assert(
      fc.property(cart, fc.array(noise, { maxLength: 5 }), (lines, junk) => {
        const short = lines.slice(0, 20);
        const parts = short.flatMap((each, at) => [junk[at] ?? "", formatCart([each])]);
        expect(parseCart(parts.join("."))).toEqual(short);
      }),
      runs,
    );
  });

  it.each([
    ["12", "12x0", "0x1", "012x1", "12x01", "12x-1", "-12x1", "1e3x2", "12X2", "12x", "x2", " 12x2", "12x2 "],
    ["12x10000", "2147483648x1", "99999999999x1", "۱۲x۲", "12×2", "12x2;", "__proto__x1", "12x2x3", "\u000012x2"],
  ])("knows no such line: %s, …", (...texts) => {
    for (const text of texts) expect(parseCart(text), text).toEqual([]);
  });

  it("counts a variant that is named twice once, with the larger quantity", () => {
    expect(parseCart("1x2.2x1.1x5.1x3")).toEqual([
      { variantId: 1, quantity: 5 },
      { variantId: 2, quantity: 1 },
    ]);
  });

  it("holds the first hundred, and a later mention of one of them still counts", () => {
    const many = Array.from({ length: 150 }, (_, index) => `${index + 1}x1`).join(".");
    const lines = parseCart(`${many}.100x7.150x9`);
    expect(lines).toHaveLength(100);
    expect(lines.at(-1)).toEqual({ variantId: 100, quantity: 7 });
  });

  it("does not read half a line as another quantity where it stops reading", () => {
    const filler = ".".repeat(4096 - "12x34".length);
    expect(parseCart(`${filler}12x34`)).toEqual([{ variantId: 12, quantity: 34 }]);
    expect(parseCart(`${filler}.12x34`)).toEqual([]);
  });

  it("takes a megabyte of nonsense without effort", () => {
    const began = performance.now();
    parseCart("1x1.".repeat(250_000));
    expect(performance.now() - began).toBeLessThan(200);
  });

  it("is readable by the page, lives a year, and goes when the cart is empty", () => {
    expect(cartCookie([{ variantId: 1, quantity: 2 }])).toEqual({
      name: "cart",
      value: "1x2",
      httpOnly: false,
      maxAge: 31_536_000,
    });
    expect(cartCookie([]).value).toBeNull();
  });
});
