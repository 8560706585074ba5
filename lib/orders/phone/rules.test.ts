import { describe, expect, it } from "vitest";
import { formatCart, parseCart } from "@/lib/cart/cookie";
import { changedItems } from "./rules";

describe("what whoever calls wants", () => {
  it.each([
    ["", { set: "7", quantity: "1" }, "7x1"],
    ["7x2", { set: "7", quantity: "3" }, "7x3"],
    ["7x2.9x1", { set: "7", quantity: "3" }, "7x3.9x1"],
    ["7x2.9x1", { set: "7", quantity: "0" }, "9x1"],
    ["7x2", { set: "8", quantity: "99999" }, "7x2.8x9999"],
    ["7x2", { set: "8", quantity: "0" }, "7x2"],
  ])("%j after %j is %j, however often it is said", (items, asked, expected) => {
    const once = changedItems(parseCart(items), asked);
    expect(formatCart(once)).toBe(expected);
    expect(changedItems(once, asked)).toEqual(once);
  });

  it.each([
    {},
    { set: "7" },
    { set: "x", quantity: "1" },
    { set: "0", quantity: "1" },
    { set: "3000000000", quantity: "1" },
    { set: "7", quantity: "-1" },
    { set: "7", quantity: "1.5" },
  ])("stays as it is after %j", (asked) => expect(formatCart(changedItems(parseCart("7x2"), asked))).toBe("7x2"));

  it("is at most what a cart holds", () => {
    const full = Array.from({ length: 100 }, (_, index) => ({ variantId: index + 1, quantity: 1 }));
    expect(changedItems(full, { set: "101", quantity: "1" })).toHaveLength(100);
  });
});
