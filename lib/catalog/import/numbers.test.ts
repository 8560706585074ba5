import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseCount, parsePrice, parseWeight } from "./numbers";

const priceOf = (text: string, exponent = 2) => {
  const parsed = parsePrice(text, exponent);
  return "problem" in parsed ? "refused" : parsed.value;
};

describe("parsePrice", () => {
  test.each([
    ["1,234.50", 123_450],
    ["1.234,50", 123_450],
    ["12,50", 1250],
    ["€ 12", 1200],
    ["12 €", 1200],
    ["EUR 12.5", 1250],
    ["Rs. 1,50,000", 15_000_000],
    ["kr 99", 9900],
    ["12,-", 1200],
    ["1 234,50", 123_450],
    ["1’234.50", 123_450],
    ["1.234.567", 123_456_700],
    ["1,234", 123_400],
    ["0.5", 50],
    [".5", 50],
    ["0.125", 13],
    ["12.3450", 1235],
    ["1234.500", 123_450],
    ["۱۲٫۵۰", 1250],
    ["١٬٢٣٤", 123_400],
    ["0", 0],
    ["-0", 0],
    ["", null],
    ["  ", null],
  ])("%s is %s cents", (text, cents) => {
    expect(priceOf(text)).toBe(cents);
  });

  test.each([
    "free",
    "-5",
    "1.234",
    "1,2,3",
    "1,23.4.5",
    "12..5",
    "1e5",
    "1E+05",
    "12.5.1",
    "--3",
    "99999999999",
    "NaN",
    "#REF!",
  ])("%s is refused", (text) => {
    expect(priceOf(text)).toBe("refused");
  });

  test("the exponent of the currency decides", () => {
    expect(priceOf("1200", 0)).toBe(1200);
    expect(priceOf("1,200", 0)).toBe(1200);
    expect(priceOf("1.200", 0)).toBe(1200);
    expect(priceOf("1200.00", 0)).toBe(1200);
    expect(priceOf("1.250", 3)).toBe(1250);
    expect(priceOf("1,250", 3)).toBe("refused");
    expect(priceOf("1,250.5", 3)).toBe(1_250_500);
  });

  test("says when decimals were rounded, half up", () => {
    expect(parsePrice("16.5289", 2)).toEqual({ value: 1653, rounded: true });
    expect(parsePrice("2.0050", 2)).toEqual({ value: 201, rounded: true });
    expect(parsePrice("16.5200", 2)).toEqual({ value: 1652, rounded: false });
  });

  test("reads back every amount in every notation that is not ambiguous", () => {
    const notation = fc.constantFrom(["", "."], ["", ","], [",", "."], [".", ","], [" ", ","], ["'", "."]);
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2_000_000_000 }),
        fc.constantFrom(0, 2, 3),
        notation,
        (amount, exponent, [group, point]) => {
          const digits = String(amount).padStart(exponent + 1, "0");
          const whole = digits.slice(0, digits.length - exponent).replace(/\B(?=(\d{3})+$)/g, group as string);
          const text = exponent === 0 ? whole : `${whole}${point}${digits.slice(-exponent)}`;
          const read = priceOf(`${text} €`, exponent);
          expect(read === amount || (read === "refused" && /^[^.,]+[.,]\d{3} €$/.test(`${text} €`))).toBe(true);
        },
      ),
    );
  });

  test("never throws and never gives anything but a whole amount from 0", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const read = priceOf(text);
        expect(read === null || read === "refused" || (Number.isSafeInteger(read) && (read as number) >= 0)).toBe(true);
      }),
    );
  });
});

test("weights are whole grams, a lone mark is decimal", () => {
  const grams = (text: string, unit: "g" | "kg" | "lb" | "oz") => {
    const parsed = parseWeight(text, unit);
    return "problem" in parsed ? "refused" : parsed.value;
  };
  expect(grams("1.234", "kg")).toBe(1234);
  expect(grams("0,5", "kg")).toBe(500);
  expect(grams("0.0285", "kg")).toBe(29);
  expect(grams("2", "lb")).toBe(907);
  expect(grams("1", "oz")).toBe(28);
  expect(grams("454.0", "g")).toBe(454);
  expect(grams("", "g")).toBeNull();
  expect(grams("-1", "kg")).toBe("refused");
  expect(grams("heavy", "kg")).toBe("refused");
  expect(grams("9999999", "kg")).toBe("refused");
});

test("counts are whole numbers", () => {
  const count = (text: string) => {
    const parsed = parseCount(text);
    return "problem" in parsed ? "refused" : parsed.value;
  };
  expect(count("12")).toBe(12);
  expect(count("12.0")).toBe(12);
  expect(count("1,200")).toBe(1200);
  expect(count("-3")).toBe(-3);
  expect(count("")).toBeNull();
  for (const text of ["1.5", "two", "5 pcs", "$5", "3000000000", "1/2"]) expect(count(text)).toBe("refused");
});
