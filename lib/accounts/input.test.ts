import { describe, expect, it } from "vitest";
import { personName } from "./input";

const read = (name: unknown) => personName.safeParse(name);

describe("a name", () => {
  it.each([
    ["Ada Lovelace", "Ada Lovelace"],
    ["  Søren Ågård\t", "Søren Ågård"],
    ["ابوبکر محمد بن زکریا", "ابوبکر محمد بن زکریا"],
    ["می\u200cخواهم", "می\u200cخواهم"],
    ["佐藤 美咲", "佐藤 美咲"],
    ["O’Neil-D'Arcy, Jr.", "O’Neil-D'Arcy, Jr."],
    ["X", "X"],
    ["a".repeat(120), "a".repeat(120)],
  ])("%s", (typed, kept) => {
    expect(read(typed).data).toBe(kept);
  });

  it.each([
    "",
    "   ",
    "a".repeat(121),
    "Ada\r\nBcc: eve@example.com",
    "Ada\u0000",
    "Ada\u0007",
    "Ada\u2028Eve",
    "Ada \u202eevE",
    "Ada \u2066Eve",
    "Ada \ud800",
    "<b>Ada</b>",
    "Ada <ada@example.com>",
    "\u200d",
    "...",
    42,
    null,
    ["Ada"],
  ])("refuses %j", (typed) => {
    expect(read(typed).success).toBe(false);
  });
});
