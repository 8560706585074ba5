import { expect, test } from "vitest";
import { foldDigits } from "./digits";

test.each([
  ["۰۱۲۳۴۵۶۷۸۹", "0123456789"],
  ["٠١٢٣٤٥٦٧٨٩", "0123456789"],
  ["０１２３４５６７８９", "0123456789"],
  ["0123456789", "0123456789"],
  ["کد ۴٥6 ７", "کد 456 7"],
  ["½ ④ १२ ¹", "½ ④ १२ ¹"],
  ["", ""],
])("%s becomes %s", (text, folded) => {
  expect(foldDigits(text)).toBe(folded);
});
