import { describe, expect, it } from "vitest";
import { formatCart, parseCart } from "@/lib/cart/cookie";
import { changedItems } from "./rules";

describe("what whoever calls wants", () => {
  it.each([
    ["", { add: "7" }, "7x1"],
    ["7x2", { add: "7", quantity: "3" }, "7x5"],
    ["7x2.9x1", { set: "7", quantity: "3" }, "7x3.9x1"],
    ["7x2.9x1", { set: "7", quantity: "0" }, "9x1"],
    ["7x9990", { add: "7", quantity: "99999" }, "7x9999"],
    ["7x2", { set: "8", quantity: "0" }, "7x2"],
  ])("%j after %j is %j", (items, asked, expected) => {
    expect(formatCart(changedItems(parseCart(items), asked)!)).toBe(expected);
  });

  it.each([
    {},
    { add: "x" },
    { add: "0" },
    { add: "3000000000" },
    { set: "7", quantity: "-1" },
    { add: "7", quantity: "1.5" },
  ])("stays as it is after %j", (asked) => expect(changedItems(parseCart("7x2"), asked)).toBeNull());

  it("is at most what a cart holds", () => {
    const full = Array.from({ length: 100 }, (_, index) => ({ variantId: index + 1, quantity: 1 }));
    expect(changedItems(full, { add: "101" })).toHaveLength(100);
  });
});
