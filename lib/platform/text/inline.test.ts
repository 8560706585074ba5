import { expect, test } from "vitest";
import { inline } from "./inline";

test.each([
  ["Sara Ahmadi", "en", "Sara Ahmadi"],
  ["  Sara\r\nBcc: eve@example.com\u0000 ", "en", "Sara Bcc: eve@example.com"],
  ["one\u2028two\u0085three", "en", "one two three"],
  ["gnp\u202e.exe", "en", "gnp .exe"],
  ["می\u200cخواهم", "en", "\u2068می\u200cخواهم\u2069"],
  ["Sara", "fa", "\u2068Sara\u2069"],
  ["\u200f \r\n", "fa", ""],
])("%j in %s is %j", (text, locale, expected) => {
  expect(inline(text, locale)).toBe(expected);
});
