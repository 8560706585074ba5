import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { currencyExponent, formatMoney, money } from "./money";

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
