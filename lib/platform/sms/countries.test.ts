import { describe, expect, test } from "vitest";
import { normalizePhone, readablePhone, smsAllowed } from "./countries";

describe("readablePhone", () => {
  test.each([
    ["+4915123456789", "+49 1512 3456789"],
    ["+989123456789", "+98 912 345 6789"],
    ["+12024561111", "+1 202 456 1111"],
    ["ada@example.com", "ada@example.com"],
    ["+999", "+999"],
    ["", ""],
  ])("%s reads %s", (e164, text) => {
    expect(readablePhone(e164)).toBe(text);
  });
});

describe("normalizePhone", () => {
  test.each([
    ["0912 345 6789", "IR", "+989123456789"],
    ["۰۹۱۲ ۳۴۵ ۶۷۸۹", "IR", "+989123456789"],
    ["٠٩١٢٣٤٥٦٧٨٩", "IR", "+989123456789"],
    ["０９１２３４５６７８９", "IR", "+989123456789"],
    ["9123456789", "IR", "+989123456789"],
    ["+98 912 345 6789", "DE", "+989123456789"],
    ["＋۹۸ ۹۱۲ ۳۴۵ ۶۷۸۹", "DE", "+989123456789"],
    ["0098 912 345 6789", "DE", "+989123456789"],
    ["\u202a+98 912\u200c345 6789\u202c", "DE", "+989123456789"],
    ["  0151-2345/6789 ", "DE", "+4915123456789"],
    ["+49 (0)151 23456789", "IR", "+4915123456789"],
    ["0151\u201123456789", "DE", "+4915123456789"],
    ["(202) 456-1111", "US", "+12024561111"],
    ["021 1234 5678", "IR", "+982112345678"],
  ])("%s in %s is %s", (input, country, e164) => {
    expect(normalizePhone(input, country)).toBe(e164);
  });

  test.each([
    ["", "IR"],
    ["12", "IR"],
    ["0912 345 678", "IR"],
    ["call 0912 345 6789", "IR"],
    ["0912 345 6789 ext 5", "IR"],
    ["tel:+989123456789", "IR"],
    ["1-800-FLOWERS", "US"],
    ["+999 123 456 789", "IR"],
    ["0912 345 6789", "XX"],
    ["0912 345 6789", ""],
    ["+", "IR"],
    ["9".repeat(5000), "IR"],
  ])("%s in %s is nobody's", (input, country) => {
    expect(normalizePhone(input, country)).toBeNull();
  });

  test("a number with its country code needs no default country", () => {
    expect(normalizePhone("+989123456789", "XX")).toBe("+989123456789");
  });
});

describe("smsAllowed", () => {
  test.each([
    ["+989123456789", ["IR"], true],
    ["+989123456789", ["DE", "IR"], true],
    ["+989123456789", ["DE"], false],
    ["+989123456789", [], false],
    ["+12024561111", ["US"], true],
    // The Bahamas and Guernsey share a code with a country on the list.
    ["+12423591234", ["US"], false],
    ["+447781123456", ["GB"], false],
    ["+77011234567", ["RU"], false],
    // A landline and a premium number.
    ["+982112345678", ["IR"], false],
    ["+499001234567", ["DE"], false],
    // Satellite numbers belong to no country.
    ["+8821621110", ["DE"], false],
    ["09123456789", ["IR"], false],
    ["+98912345678", ["IR"], false],
    ["", ["IR"], false],
  ])("%s with %j: %s", (e164, allowList, allowed) => {
    expect(smsAllowed(e164, allowList)).toBe(allowed);
  });
});
