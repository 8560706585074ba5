import { expect, test } from "vitest";
import { masked } from "./mask";

test.each([
  ["email", "sara@example.com", "s…@example.com"],
  ["email", "s@example.com", "s…@example.com"],
  ["sms", "+4915123456789", "+49…89"],
] as const)("%s %s is shown as %s", (channel, address, shown) => {
  expect(masked({ channel, address })).toBe(shown);
});
