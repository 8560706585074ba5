import { expect, it } from "vitest";
import { likePart, likeStart } from "./like";

it.each([
  ["Tea", "%tea%"],
  ["50% off_", "%50\\% off\\_%"],
  ["a\\b", "%a\\\\b%"],
])("%s is found by %s", (words, pattern) => {
  expect(likePart(words)).toBe(pattern);
  expect(likeStart(words)).toBe(pattern.slice(1));
});
