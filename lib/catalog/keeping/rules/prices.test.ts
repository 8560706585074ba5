import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { largestPrice, priceByPercent } from "./prices";

describe("a price by percent", () => {
  it.each([
    [1000, 10, 1100],
    [1000, -10, 900],
    [1005, 10, 1106],
    [1, 50, 2],
    [1, 49.99, 1],
    [3, -50, 2],
    [999, 12.5, 1124],
    [0, 100, 0],
    [largestPrice, 0.01, 900_090_000_000],
  ])("%i by %d is %i: half a minor unit goes up", (price, percent, will) => {
    expect(priceByPercent(price, percent)).toBe(will);
  });

  it("is never off by more than half a minor unit", () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.integer({ min: -9_999, max: 100_000 }), (price, bp) => {
        const exact = price * (10_000 + bp);
        const off = priceByPercent(price, bp / 100) * 10_000 - exact;
        expect(off > -5_000 && off <= 5_000).toBe(true);
      }),
    );
  });
});
