import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readIdentifier } from "./identifier";

describe("an identifier", () => {
  it.each([
    ["sara@example.com", "email", "sara@example.com"],
    ["  Sara.Test+shop@EXAMPLE.co.UK ", "email", "sara.test+shop@example.co.uk"],
    ["o'neil@sub.example-shop.de", "email", "o'neil@sub.example-shop.de"],
    ["+49 1512 3456789", "sms", "+4915123456789"],
    ["01512 3456789", "sms", "+4915123456789"],
    ["۰۰۹۸ ۹۱۲ ۳۴۵ ۶۷۸۹", "sms", "+989123456789"],
    ["+۹۸ ۹۱۲ ۳۴۵ ۶۷۸۹", "sms", "+989123456789"],
    ["+٩٨٩١٢٣٤٥٦٧٨٩", "sms", "+989123456789"],
    ["\u200f+98 912 345 6789\u200e", "sms", "+989123456789"],
  ])("%s", (typed, channel, address) => {
    expect(readIdentifier(typed, "DE")).toEqual({ channel, address });
  });

  it.each([
    "1640",
    "a@x.com,b@y.com",
    "a@x.com;b@y.com",
    "a@x.com b@y.com",
    "Sara <sara@example.com>",
    "<sara@example.com>",
    '"sara"@example.com',
    "sara(comment)@example.com",
    "sara\uff20example.com",
    "sara@example.com\r\nBcc: eve@example.com",
    "sara@example\r\n.com",
    "sara\u0000@example.com",
    "sara@example.com\u0000",
    "<b>sara</b>@example.com",
    "sara@exa\u212ample.com",
    "s\u00e4ra@example.com",
    "sara@b\u00fccher.example",
    "sara@@example.com",
    "sara@example",
    "sara@-example.com",
    "sara@example..com",
    "sara@[127.0.0.1]",
    "@example.com",
    "sara@",
    `${"a".repeat(65)}@example.com`,
    `a@${"b".repeat(63)}.${"c".repeat(63)}.${"d".repeat(63)}.${"e".repeat(63)}`,
    "12345",
    "+49",
    "+49 1512 3456789 ext. 5",
    "+4915123456789,+4915123456780",
    "hello",
    "",
  ])("refuses %j", (typed) => {
    expect(readIdentifier(typed, "DE")).toBeNull();
  });

  it("never throws, and gives printable ASCII alone", () => {
    const text = fc.oneof(
      fc.string({ unit: "binary", maxLength: 300 }),
      fc.emailAddress(),
      fc.string({ unit: "binary", maxLength: 20 }).map((part) => `${part}@example.com`),
      fc.stringMatching(/^\+?[\d ()./-]{3,20}$/),
    );
    fc.assert(
      fc.property(text, (typed) => {
        const found = readIdentifier(typed, "DE");
        if (!found) return;
        expect(found.address).toMatch(found.channel === "email" ? /^[\x21-\x7e]+$/ : /^\+[1-9]\d{6,14}$/);
        expect(readIdentifier(found.address, "IR")).toEqual(found);
      }),
      { numRuns: 2000 },
    );
  });
});
