import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { amountFrom, currencyExponent, formatMoney, money, typedAmount } from "./money";

describe("money", () => {
  it.each([
    ["EUR", 2],
    ["USD", 2],
    ["JPY", 0],
    ["KRW", 0],
    ["KWD", 3],
    ["BHD", 3],
  ])("%s has %i digits after the decimal sign", (currency, digits) => {
    expect(currencyExponent(currency)).toBe(digits);
  });

  it.each([
    [1250, "EUR", "en", "€12.50"],
    [5, "EUR", "en", "€0.05"],
    [0, "EUR", "en", "€0.00"],
    [123456789, "EUR", "en", "€1,234,567.89"],
    [1250, "EUR", "de", "12,50\u00a0€"],
    [1250, "JPY", "en", "¥1,250"],
    [1250, "KWD", "en", "KWD\u00a01.250"],
    [-1250, "EUR", "en", "-€12.50"],
  ])("%i %s in %s is %s", (amount, currency, locale, formatted) => {
    expect(money(amount, currency, locale)).toEqual({ amount, currency, formatted });
  });

  it("writes Persian digits in Persian", () => {
    expect(formatMoney(1250, "EUR", "fa")).toMatch(/۱۲٫۵۰/);
  });

  it("loses no minor unit on the way to its words", () => {
    fc.assert(
      fc.property(fc.nat(2_147_483_647), fc.constantFrom("EUR", "JPY", "KWD"), (amount, currency) => {
        const digits = formatMoney(amount, currency, "en").replace(/\D/g, "");
        expect(digits).toBe(String(amount).padStart(currencyExponent(currency) + 1, "0"));
      }),
      { numRuns: 1000 },
    );
  });
});

describe("typed amounts", () => {
  it.each<[string, string, string, number | null]>([
    ["12.50", "EUR", "en", 1250],
    ["12.5", "EUR", "en", 1250],
    ["12", "EUR", "en", 1200],
    ["1,234.5", "EUR", "en", 123_450],
    [" €1,234.50 ", "EUR", "en", 123_450],
    ["12,50", "EUR", "en", null],
    ["1,23", "EUR", "en", null],
    ["12.505", "EUR", "en", null],
    ["-1", "EUR", "en", null],
    ["", "EUR", "en", null],
    ["12,50 €", "EUR", "de", 1250],
    ["1.234,5", "EUR", "de", 123_450],
    ["12.50", "EUR", "de", null],
    ["1 234,50", "EUR", "fr", 123_450],
    ["12.50", "EUR", "fr", 1250],
    ["۱۲٫۵۰", "EUR", "fa", 1250],
    ["1200", "JPY", "ja", 1200],
    ["12.5", "JPY", "ja", null],
    ["1.250", "KWD", "en", 1250],
    ["1’234.50", "CHF", "de-CH", 123_450],
  ])("%j %s in %s is %j minor units", (text, currency, locale, amount) => {
    expect(amountFrom(text, currency, locale)).toBe(amount);
  });

  it("are read as they are written", () => {
    const places = fc.constantFrom("en", "de", "fr", "fa", "ar-EG", "hi", "ja", "de-CH");
    fc.assert(
      fc.property(fc.nat(900_000_000_000), fc.constantFrom("EUR", "JPY", "KWD"), places, (amount, currency, locale) => {
        expect(amountFrom(typedAmount(amount, currency, locale), currency, locale)).toBe(amount);
      }),
    );
  });
});
