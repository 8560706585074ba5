import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mendBaskets } from "./mend";
import type { PricedBasket, PricedLine } from "./read";
import { lineProblem, nearestQuantity } from "./rules";

const line = (over: Partial<PricedLine>): PricedLine => {
  const made = {
    variantId: 1,
    price: 100,
    stock: 8,
    weight: 1,
    minQuantity: 1,
    maxQuantity: null,
    quantity: 1,
    ...over,
  };
  return { ...made, name: "Mug", problem: lineProblem(made, made.quantity) } as PricedLine;
};
const basket = (...lines: PricedLine[]) => ({ lines, hours: [], retailer: { id: 1 } }) as unknown as PricedBasket;
const mend = (over: Partial<PricedLine>) => mendBaskets([basket(line(over))]);

describe("what can be had of a cart", () => {
  it.each([
    ["what is left", { quantity: 9, stock: 3 }, 3, { code: "too_many", left: 3 }],
    ["the most for one customer", { quantity: 9, maxQuantity: 4 }, 4, { code: "above_maximum", maximum: 4 }],
    ["the smaller of both", { quantity: 9, maxQuantity: 4, stock: 6 }, 4, { code: "above_maximum", maximum: 4 }],
    ["the other smaller", { quantity: 9, maxQuantity: 6, stock: 4 }, 4, { code: "too_many", left: 4 }],
    ["the least that is sold", { quantity: 1, minQuantity: 3 }, 3, { code: "below_minimum", minimum: 3 }],
    ["none that is sold out", { quantity: 1, stock: 0 }, 0, { code: "out_of_stock", left: 0 }],
    ["none of less than the least", { quantity: 5, minQuantity: 3, stock: 2 }, 0, { code: "out_of_stock", left: 0 }],
  ] as const)("%s", (_, over, now, problem) => {
    const { baskets, mended } = mend(over);
    expect(mended).toMatchObject([{ line: { quantity: over.quantity }, now, problem }]);
    expect(baskets.flatMap(({ lines }) => lines.map(({ quantity }) => quantity))).toEqual(now ? [now] : []);
  });

  const someLine = fc
    .record({
      stock: fc.nat(9),
      minQuantity: fc.integer({ min: 1, max: 4 }),
      more: fc.option(fc.nat(5)),
      quantity: fc.integer({ min: 1, max: 12 }),
    })
    .map(({ more, ...each }) => line({ ...each, maxQuantity: more === null ? null : each.minQuantity + more }));

  it("has no problem, tells each line that differs, keeps the rest, and is the same when done again", () => {
    fc.assert(
      fc.property(fc.array(fc.array(someLine, { minLength: 1, maxLength: 4 }), { maxLength: 4 }), (carts) => {
        let id = 0;
        const before = carts.map((lines) =>
          basket(
            ...lines.map((each) => {
              id += 1;
              return { ...each, variantId: id };
            }),
          ),
        );
        const { baskets, mended } = mendBaskets(before);
        const asked = before.flatMap(({ lines }) => lines);
        const now = new Map(baskets.flatMap(({ lines }) => lines.map((each) => [each.variantId, each.quantity])));
        const told = new Map(mended.map((each) => [each.line.variantId, each.now]));
        for (const each of asked) {
          const { variantId, quantity } = each;
          expect(told.has(variantId)).toBe(each.problem !== null);
          expect(now.get(variantId) ?? 0).toBe(told.get(variantId) ?? quantity);
          const nearest = nearestQuantity(each, quantity);
          if (nearest) expect(lineProblem(each, nearest)).toBeNull();
        }
        expect(baskets.every(({ lines }) => lines.length && lines.every(({ problem }) => problem === null))).toBe(true);
        expect(mendBaskets(baskets)).toEqual({ baskets, mended: [] });
      }),
      { numRuns: 500 },
    );
  });
});
