import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  averageBasket,
  changeOf,
  comparedWith,
  conversionOf,
  daysIn,
  daysOf,
  presets,
  spanOf,
} from "./periods";
import { marksFor, namedPlaces } from "./scale";

const day = fc
  .date({ min: new Date("2000-01-01"), max: new Date("2099-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const span = fc.tuple(day, fc.integer({ min: 0, max: 365 })).map(([from, more]) => ({ from, to: addDays(from, more) }));

describe("spans of days", () => {
  it("are compared with as many days right before them", () => {
    fc.assert(
      fc.property(span, (given) => {
        const before = comparedWith(given);
        expect(daysIn(before)).toBe(daysIn(given));
        expect(addDays(before.to, 1)).toBe(given.from);
        expect([...daysOf(before), ...daysOf(given)]).toEqual(daysOf({ from: before.from, to: given.to }));
      }),
    );
  });

  it("have each of their days once, in order", () => {
    fc.assert(
      fc.property(span, (given) => {
        const days = daysOf(given);
        expect(days).toHaveLength(daysIn(given));
        expect([days[0], days.at(-1)]).toEqual([given.from, given.to]);
        expect([...new Set(days)].sort()).toEqual(days);
      }),
    );
  });

  it("end today when they are presets", () => {
    fc.assert(
      fc.property(fc.constantFrom(...presets), day, (preset, today) => {
        const given = spanOf(preset, today);
        expect(given.to).toBe(today);
        expect(daysIn(given)).toBe(preset === "month" ? Number(today.slice(8)) : Number.parseInt(preset, 10));
      }),
    );
  });

  it.each([
    ["7d", "2028-03-02", "2028-02-25", "2028-02-18", "2028-02-24"],
    ["month", "2026-03-31", "2026-03-01", "2026-01-29", "2026-02-28"],
    ["month", "2026-11-01", "2026-11-01", "2026-10-31", "2026-10-31"],
  ] as const)("%s on %s begins on %s", (preset, today, from, before, until) => {
    const given = spanOf(preset, today);
    expect(given.from).toBe(from);
    expect(comparedWith(given)).toEqual({ from: before, to: until });
  });
});

describe("derived figures", () => {
  it("are nothing where there is nothing to divide by", () => {
    expect([averageBasket(0, 0), conversionOf(3, 0), changeOf(5, 0)]).toEqual([null, null, null]);
  });

  it.each([
    [averageBasket(5, 2), 3],
    [averageBasket(7, 3), 2],
    [averageBasket(0, 4), 0],
    [conversionOf(1, 3), 33.3],
    [conversionOf(5, 4), 125],
    [changeOf(150, 100), 50],
    [changeOf(0, 8), -100],
    [changeOf(2, 3), -33.3],
  ])("%d is %d", (got, wanted) => expect(got).toBe(wanted));
});

describe("an axis", () => {
  it("begins at nothing, holds everything and is no taller than it needs to be", () => {
    fc.assert(
      fc.property(fc.nat(1e12), fc.constantFrom(1, 100, 1000), (largest, smallest) => {
        const marks = marksFor(largest, smallest);
        const step = marks[1]!;
        expect(marks[0]).toBe(0);
        expect(marks.length).toBeLessThanOrEqual(5);
        expect(marks.at(-1)).toBeGreaterThanOrEqual(largest);
        expect(marks.at(-1)! - step).toBeLessThanOrEqual(Math.max(0, largest));
        expect(step).toBeGreaterThanOrEqual(smallest);
        expect(marks).toEqual(marks.map((_, index) => index * step));
        expect(["1", "2", "5"]).toContain(String(step).replace(/0+$/, "").replace(/e.*/, ""));
      }),
    );
  });

  it("names a few of its places", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 366 }), fc.integer({ min: 2, max: 8 }), (count, most) => {
        const places = namedPlaces(count, most);
        expect(places[0]).toBe(0);
        expect(places.length).toBeLessThanOrEqual(most);
        expect(places.at(-1)).toBeLessThan(count);
      }),
    );
  });
});
