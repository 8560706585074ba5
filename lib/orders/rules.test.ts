import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { orderStatus } from "@/db/schema";
import { orderTransitions } from "@/db/schema/order-transitions";
import {
  differences,
  formatFees,
  formatShown,
  handoverAgain,
  mayMove,
  milestones,
  type OrderStatus,
  orderNumber,
  parseFees,
  parseShown,
  type ShownLine,
} from "./rules";

const statuses = orderStatus.enumValues;
const runs = { numRuns: 1000 };

const line = fc.record({
  variantId: fc.integer({ min: 1, max: 2_147_483_647 }),
  quantity: fc.integer({ min: 1, max: 9999 }),
  price: fc.integer({ min: 0, max: 2_147_483_647 }),
});
const lines = fc.uniqueArray(line, { selector: (each) => each.variantId, maxLength: 100 });

describe("an order's life", () => {
  it("has a row in the table for each status of the database, and names no other", () => {
    expect(Object.keys(orderTransitions).sort()).toEqual([...statuses].sort());
    expect(
      Object.values(orderTransitions)
        .flat()
        .every((to) => statuses.includes(to)),
    ).toBe(true);
  });

  it("reaches every status from pending, and never comes back", () => {
    const after = (from: OrderStatus): OrderStatus[] => statuses.filter((to) => mayMove(from, to));
    const reach = (from: OrderStatus): Set<OrderStatus> => new Set(after(from).flatMap((to) => [to, ...reach(to)]));
    expect([...reach("pending")].sort()).toEqual(statuses.filter((each) => each !== "pending").sort());
    for (const status of statuses) expect(reach(status).has(status), status).toBe(false);
  });

  it.each([
    ["pending", "cancelled", true],
    ["pending", "rejected", true],
    ["confirmed", "rejected", false],
    ["preparing", "cancelled", true],
    ["out_for_delivery", "cancelled", false],
    ["delivered", "cancelled", false],
    ["delivered", "returned", true],
    ["picked_up", "returned", true],
    ["pending", "delivered", false],
    ["cancelled", "pending", false],
  ] as const)("%s to %s: %s", (from, to, may) => {
    expect(mayMove(from, to)).toBe(may);
  });

  it.each(["delivery", "pickup"] as const)("draws a way by %s that the table allows", (fulfilment) => {
    const way = milestones(fulfilment);
    for (let at = 1; at < way.length; at++) expect(mayMove(way[at - 1]!, way[at]!)).toBe(true);
  });

  it("numbers the orders of a submit from one", () => {
    expect([0, 1].map((index) => orderNumber(1001, index))).toEqual(["1001-1", "1001-2"]);
  });
});

describe("handing over a placed order otherwise", () => {
  const shop = { delivers: true, picksUp: true, minimumOrder: 1500, deliveryFee: 500, freeAbove: 5000 };
  const placed = (fulfilment: "delivery" | "pickup", subtotal: number, shipping: number) => ({
    fulfilment,
    subtotal,
    discount: 100,
    shipping,
  });

  it.each([
    [
      "stays at what was settled",
      placed("delivery", 2000, 300),
      "delivery",
      shop,
      { shipping: 300, missing: 0, total: 2200 },
    ],
    [
      "also where the shop has stopped it",
      placed("delivery", 100, 300),
      "delivery",
      { ...shop, delivers: false },
      { shipping: 300, missing: 0, total: 300 },
    ],
    ["costs nothing at the counter", placed("delivery", 2000, 300), "pickup", shop, { shipping: 0, total: 1900 }],
    [
      "costs what the shop asks for now",
      placed("pickup", 2000, 0),
      "delivery",
      shop,
      { shipping: 500, missing: 0, total: 2400 },
    ],
    ["is free from where the shop says", placed("pickup", 5000, 0), "delivery", shop, { shipping: 0, missing: 0 }],
    ["wants the shop's minimum", placed("pickup", 1000, 0), "delivery", shop, { missing: 500 }],
    ["is not what the shop does", placed("pickup", 2000, 0), "delivery", { ...shop, delivers: false }, null],
    ["is not what the counter does", placed("delivery", 2000, 300), "pickup", { ...shop, picksUp: false }, null],
  ] as const)("%s", (_, order, wanted, terms, expected) => {
    const found = handoverAgain(order, wanted, terms);
    if (expected === null) expect(found).toBeNull();
    else expect(found).toMatchObject(expected);
  });
});

describe("what the shopper was shown", () => {
  it("comes back as it was written, and fits the field", () => {
    fc.assert(
      fc.property(lines, (given) => {
        const text = formatShown(given);
        expect(text.length).toBeLessThanOrEqual(4000);
        expect(parseShown(text)).toEqual(given);
      }),
      runs,
    );
  });

  it("never throws, whatever comes", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.stringMatching(/^[\dx@.]*$/)), (text) => {
        expect(Array.isArray(parseShown(text))).toBe(true);
        expect(parseFees(text)).toBeInstanceOf(Map);
      }),
      runs,
    );
  });

  it("keeps fees by retailer", () => {
    const fee = fc.tuple(fc.integer({ min: 1, max: 2_147_483_647 }), fc.nat(1_000_000_000));
    fc.assert(
      fc.property(fc.uniqueArray(fee, { selector: ([id]) => id, maxLength: 100 }), (fees) => {
        expect([...parseFees(formatFees(new Map(fees)))]).toEqual(fees);
      }),
      runs,
    );
  });
});

describe("differences", () => {
  const was: ShownLine[] = [
    { variantId: 1, quantity: 2, price: 500 },
    { variantId: 2, quantity: 1, price: 900 },
  ];

  it("names what was added, what went, and each change of what stayed", () => {
    const now: ShownLine[] = [
      { variantId: 1, quantity: 3, price: 550 },
      { variantId: 3, quantity: 1, price: 100 },
    ];
    expect(differences(was, now)).toEqual([
      { variantId: 1, what: "price", was: 500, now: 550 },
      { variantId: 1, what: "quantity", was: 2, now: 3 },
      { variantId: 3, what: "added", was: null, now: 1 },
      { variantId: 2, what: "gone", was: 1, now: null },
    ]);
  });

  it("finds none between a cart and itself in another order, and one at least between two carts", () => {
    fc.assert(
      fc.property(lines, lines, (one, other) => {
        expect(differences(one, one.toReversed())).toEqual([]);
        const same = formatShown(sorted(one)) === formatShown(sorted(other));
        expect(differences(one, other).length === 0).toBe(same);
      }),
      runs,
    );
  });

  it("tells as many that came as go the other way round", () => {
    const few = fc.uniqueArray(
      fc.record({
        variantId: fc.integer({ min: 1, max: 5 }),
        quantity: fc.integer({ min: 1, max: 2 }),
        price: fc.nat(2),
      }),
      { selector: (each) => each.variantId },
    );
    fc.assert(
      fc.property(few, few, (one, other) => {
        const there = differences(one, other);
        const back = differences(other, one);
        expect(there.filter(({ what }) => what === "added").length).toBe(
          back.filter(({ what }) => what === "gone").length,
        );
        expect(there.length).toBe(back.length);
      }),
      runs,
    );
  });
});

function sorted(given: readonly ShownLine[]): ShownLine[] {
  return given.toSorted((a, b) => a.variantId - b.variantId);
}
