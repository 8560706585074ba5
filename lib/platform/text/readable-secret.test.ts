import { expect, test } from "vitest";
import { readableSecret } from "./readable-secret";

test("a readable secret comes in groups, uses every letter and never comes twice", () => {
  const many = Array.from({ length: 1000 }, () => readableSecret(4));
  for (const each of many) expect(each).toMatch(/^[a-hjkmnp-z2-9]{5}(-[a-hjkmnp-z2-9]{5}){3}$/);
  expect(new Set(many).size).toBe(1000);
  expect(new Set(many.join("").replaceAll("-", "")).size).toBe(31);
  expect(readableSecret(2)).toHaveLength(11);
});
