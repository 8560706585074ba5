import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addLines,
  basketTotals,
  type Delivery,
  handoversOf,
  lineProblem,
  mostOf,
  type Sellable,
  suggestedFulfilment,
  unite,
  usualFulfilment,
} from "./rules";

const runs = { numRuns: 1000 };
const shop: Delivery = { delivers: true, picksUp: true, minimumOrder: 2000, deliveryFee: 490, freeAbove: 5000 };
const mug: Sellable = { variantId: 1, price: 1250, stock: 8, weight: 300, minQuantity: 2, maxQuantity: 6 };

describe("a line's problem", () => {
  it.each([
    ["fine", mug, 2, null],
    ["the most", mug, 6, null],
    ["unknown", undefined, 1, { code: "gone" }],
    ["too few", mug, 1, { code: "below_minimum", minimum: 2 }],
    ["too many for one", mug, 7, { code: "above_maximum", maximum: 6 }],
    ["more than there is", mug, 9, { code: "too_many", left: 8 }],
    ["less left than is sold at once", { ...mug, stock: 1 }, 1, { code: "out_of_stock", left: 0 }],
    ["nothing left", { ...mug, stock: 0 }, 5, { code: "out_of_stock", left: 0 }],
    ["no maximum", { ...mug, maxQuantity: null }, 8, null],
  ] as const)("%s", (_, variant, quantity, problem) => {
    expect(lineProblem(variant, quantity)).toEqual(problem);
  });

  const sellable = fc
    .record({ stock: fc.nat(20), minQuantity: fc.integer({ min: 1, max: 5 }), more: fc.option(fc.nat(10)) })
    .map(({ stock, minQuantity, more }) => ({
      ...mug,
      stock,
      minQuantity,
      maxQuantity: more === null ? null : minQuantity + more,
    }));

  it("is none exactly between the minimum and the most", () => {
    fc.assert(
      fc.property(sellable, fc.integer({ min: 1, max: 30 }), (variant, quantity) => {
        const fine = quantity >= variant.minQuantity && quantity <= mostOf(variant);
        expect(lineProblem(variant, quantity) === null).toBe(fine);
      }),
      runs,
    );
  });
});

describe("a basket's sums", () => {
  const lines = (...prices: [number, number][]) =>
    prices.map(([price, quantity]) => ({ price, quantity, weight: 100, buyable: true }));

  it.each([
    ["nothing", lines(), "delivery", { subtotal: 0, shipping: 0, total: 0, weight: 0, missingToMinimum: 2000 }],
    [
      "below the minimum",
      lines([750, 2]),
      "delivery",
      { subtotal: 1500, shipping: 490, total: 1990, missingToMinimum: 500 },
    ],
    [
      "at the minimum",
      lines([1000, 2]),
      "delivery",
      { subtotal: 2000, shipping: 490, total: 2490, missingToMinimum: 0 },
    ],
    ["just below free", lines([4999, 1]), "delivery", { shipping: 490, total: 5489 }],
    ["free from there on", lines([2500, 2]), "delivery", { shipping: 0, total: 5000, weight: 200 }],
    ["pickup", lines([750, 2]), "pickup", { shipping: 0, total: 1500, missingToMinimum: 0 }],
  ] as const)("%s", (_, given, fulfilment, totals) => {
    expect(basketTotals(given, shop, fulfilment)).toMatchObject(totals);
  });

  it("are never free without a line, nor with a limit that is not set", () => {
    expect(basketTotals(lines([9000, 9]), { ...shop, freeAbove: null }, "delivery").shipping).toBe(490);
    expect(basketTotals([{ price: 9000, quantity: 1, weight: 5, buyable: false }], shop, "delivery")).toMatchObject({
      subtotal: 0,
      total: 0,
      weight: 0,
    });
  });

  const amount = fc.integer({ min: 0, max: 1_000_000 });
  const someLines = fc.array(
    fc.record({
      price: amount,
      quantity: fc.integer({ min: 1, max: 99 }),
      weight: fc.nat(5000),
      buyable: fc.boolean(),
    }),
    { maxLength: 20 },
  );
  const someShop = fc.record({
    delivers: fc.boolean(),
    picksUp: fc.boolean(),
    minimumOrder: amount,
    deliveryFee: amount,
    freeAbove: fc.option(amount),
  });

  it("add up, are whole, never negative, and do not depend on the order of the lines", () => {
    fc.assert(
      fc.property(
        someLines,
        someShop,
        fc.constantFrom("delivery" as const, "pickup" as const),
        (given, terms, fulfilment) => {
          const totals = basketTotals(given, terms, fulfilment);
          const bought = given.filter(({ buyable }) => buyable);
          expect(totals.subtotal).toBe(bought.reduce((sum, { price, quantity }) => sum + price * quantity, 0));
          expect(totals.total).toBe(totals.subtotal - totals.discount + totals.shipping);
          expect(Object.values(totals).every((each) => Number.isSafeInteger(each) && each >= 0)).toBe(true);
          expect([0, terms.deliveryFee]).toContain(totals.shipping);
          expect(fulfilment === "pickup" ? totals.shipping + totals.missingToMinimum : 0).toBe(0);
          if (totals.missingToMinimum > 0) expect(totals.subtotal + totals.missingToMinimum).toBe(terms.minimumOrder);
          expect(basketTotals(given.toReversed(), terms, fulfilment)).toEqual(totals);
        },
      ),
      runs,
    );
  });

  it.each([
    ["delivery where the basket is large enough", { minimumOrder: 2000 }, "delivery", 0],
    ["pickup where it is not", { minimumOrder: 2001 }, "pickup", 1],
    ["nothing where it is not, and nobody can come", { minimumOrder: 2500, picksUp: false }, null, 500],
    ["pickup where nothing is delivered", { minimumOrder: 9000, delivers: false }, "pickup", undefined],
  ] as const)("a checkout begins with %s", (_, terms, suggested, missing) => {
    const here = { ...shop, ...terms };
    expect(suggestedFulfilment(here, 2000)).toBe(suggested);
    expect(handoversOf(here, 2000).find(({ fulfilment }) => fulfilment === "delivery")?.missing).toBe(missing);
  });

  it("cost the same as the way of handing over that they are for", () => {
    fc.assert(
      fc.property(someLines, someShop, (given, terms) => {
        const ways = handoversOf(terms, basketTotals(given, terms, "pickup").subtotal);
        expect(ways.map(({ fulfilment }) => fulfilment).sort()).toEqual(
          [terms.delivers && "delivery", terms.picksUp && "pickup"].filter(Boolean),
        );
        for (const { fulfilment, shipping, missing } of ways) {
          expect(basketTotals(given, terms, fulfilment)).toMatchObject({ shipping, missingToMinimum: missing });
        }
      }),
      runs,
    );
  });

  it("is delivered unless the shop does not deliver", () => {
    expect(usualFulfilment(shop)).toBe("delivery");
    expect(usualFulfilment({ ...shop, delivers: false })).toBe("pickup");
  });
});

describe("two carts as one", () => {
  const known = (...variants: Partial<Sellable>[]) =>
    new Map(
      variants.map((each) => [each.variantId!, { ...mug, minQuantity: 1, maxQuantity: null, stock: 10, ...each }]),
    );
  const held = (...lines: [number, number][]) => lines.map(([variantId, quantity]) => ({ variantId, quantity }));

  it("takes the larger quantity for each variant, the browser's order first", () => {
    const united = unite(
      held([1, 2], [2, 5]),
      held([3, 1], [1, 4], [2, 1]),
      known({ variantId: 1 }, { variantId: 2 }, { variantId: 3 }),
      100,
    );
    expect(united).toEqual({ lines: held([1, 4], [2, 5], [3, 1]), changed: 2 });
  });

  it("caps by stock and maximum, also what the browser held", () => {
    const sellable = known({ variantId: 1, stock: 3 }, { variantId: 2, maxQuantity: 2 });
    expect(unite(held([1, 9]), held([2, 9]), sellable, 100)).toEqual({ lines: held([1, 3], [2, 2]), changed: 2 });
  });

  it("keeps what is sold out or gone from the browser, so that the page can say so, but brings back none of it", () => {
    const sellable = known({ variantId: 1, stock: 0 });
    expect(unite(held([1, 4], [7, 2]), held([8, 3]), sellable, 100)).toEqual({
      lines: held([1, 1], [7, 2]),
      changed: 1,
    });
  });

  it("changes nothing when both are the same", () => {
    expect(unite(held([1, 2]), held([1, 2]), known({ variantId: 1 }), 100).changed).toBe(0);
    expect(unite([], [], new Map(), 100)).toEqual({ lines: [], changed: 0 });
  });

  it("is bounded, has each variant once, never goes above what may be bought, and is the same when done again", () => {
    const id = fc.integer({ min: 1, max: 12 });
    const cart = fc.uniqueArray(fc.record({ variantId: id, quantity: fc.integer({ min: 1, max: 30 }) }), {
      selector: (each) => each.variantId,
      maxLength: 8,
    });
    const sellable = fc.uniqueArray(
      fc.record({ variantId: id, stock: fc.nat(20), maxQuantity: fc.option(fc.integer({ min: 1, max: 10 })) }),
      { selector: (each) => each.variantId },
    );
    fc.assert(
      fc.property(cart, cart, sellable, (browser, saved, variants) => {
        const map = known(...variants);
        const { lines, changed } = unite(browser, saved, map, 8);
        expect(lines.length).toBeLessThanOrEqual(8);
        expect(new Set(lines.map(({ variantId }) => variantId)).size).toBe(lines.length);
        for (const line of lines) {
          const variant = map.get(line.variantId);
          const wanted = [...browser, ...saved].filter((each) => each.variantId === line.variantId);
          expect(line.quantity).toBeLessThanOrEqual(Math.max(...wanted.map(({ quantity }) => quantity)));
          if (variant) expect(line.quantity).toBeLessThanOrEqual(Math.max(1, mostOf(variant)));
        }
        expect(changed).toBe(
          lines.filter(
            (line) => !browser.some((each) => each.variantId === line.variantId && each.quantity === line.quantity),
          ).length,
        );
        expect(unite(lines, lines, map, 8)).toEqual({ lines, changed: 0 });
      }),
      runs,
    );
  });
});

describe("lines that are added to a cart", () => {
  const id = fc.integer({ min: 1, max: 10 });
  const cart = fc.uniqueArray(fc.record({ variantId: id, quantity: fc.integer({ min: 1, max: 40 }) }), {
    selector: (each) => each.variantId,
    maxLength: 6,
  });
  const goods = fc
    .uniqueArray(
      fc.record({
        variantId: id,
        stock: fc.nat(30),
        minQuantity: fc.integer({ min: 1, max: 4 }),
        more: fc.option(fc.nat(20)),
      }),
      { selector: (each) => each.variantId },
    )
    .map((all) =>
      all.map(({ more, ...each }): [number, Sellable] => [
        each.variantId,
        { ...mug, ...each, maxQuantity: more === null ? null : each.minQuantity + more },
      ]),
    );

  it("go in as far as they can be bought, and whatever is missing has its reason", () => {
    fc.assert(
      fc.property(cart, cart, goods, (held, wanted, sold) => {
        const sellable = new Map(sold);
        const { lines, outcomes } = addLines(held, wanted, sellable, { lines: 8, quantity: 35 });
        expect(lines.length).toBeLessThanOrEqual(Math.max(8, held.length));
        const before = new Map(held.map((line) => [line.variantId, line.quantity]));
        const after = new Map(lines.map((line) => [line.variantId, line.quantity]));
        expect(outcomes.map(({ variantId }) => variantId)).toEqual(wanted.map(({ variantId }) => variantId));
        for (const { variantId, quantity, added, problem } of outcomes) {
          const had = before.get(variantId) ?? 0;
          expect(after.get(variantId) ?? 0).toBe(had + added);
          if (added > 0) expect(lineProblem(sellable.get(variantId), had + added)).toBeNull();
          if (problem === null) expect(added).toBe(Math.min(quantity, Math.max(0, 35 - had)));
          else expect(added === quantity && lineProblem(sellable.get(variantId), had + added) === null).toBe(false);
        }
        for (const [variantId, quantity] of before) expect(after.get(variantId)).toBeGreaterThanOrEqual(quantity);
      }),
      runs,
    );
  });
});
