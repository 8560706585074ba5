import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { type Cursor, decodeCursor, encodeCursor, pageInput, pageOf } from "./pages";

const runs = { numRuns: 1000 };

describe("a cursor", () => {
  it("comes back as it was made, and fits a URL as it is", () => {
    const key = fc.oneof(fc.maxSafeInteger(), fc.string({ unit: "binary" }));
    fc.assert(
      fc.property(key, fc.maxSafeInteger(), (first, id) => {
        const cursor: Cursor = [first, id];
        const text = encodeCursor(cursor);
        expect(text).toMatch(/^[\w-]+$/);
        expect(decodeCursor(text)).toEqual(cursor);
      }),
      runs,
    );
  });

  it("is null for everything else, and never throws", () => {
    const json = fc.json().map((text) => Buffer.from(text).toString("base64url"));
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.base64String(), json), (text) => {
        const found = decodeCursor(text);
        if (found) expect(decodeCursor(encodeCursor(found))).toEqual(found);
      }),
      runs,
    );
    for (const value of [
      [1],
      [1, 2, 3],
      ["a", "b"],
      [1, 1.5],
      [1.5, 1],
      [null, 1],
      [Number.MAX_VALUE, 1],
      {},
      5,
      null,
    ]) {
      expect(decodeCursor(Buffer.from(JSON.stringify(value)).toString("base64url")), JSON.stringify(value)).toBeNull();
    }
    expect(decodeCursor(undefined)).toBeNull();
    expect(decodeCursor("")).toBeNull();
  });
});

describe("a page", () => {
  it.each([
    [0, 1, 24, null, null],
    [24, 1, 24, null, null],
    [25, 1, 24, 2, null],
    [25, 2, 24, null, 1],
    [100, 2, 24, 3, 1],
    [10, 9, 24, null, 8],
  ])("of %i things, number %i by %i", (total, number, size, next, previous) => {
    expect(pageOf([], total, number, size).page).toEqual({ number, size, total, next, previous });
  });

  it("reaches everything by following next, once", () => {
    fc.assert(
      fc.property(fc.nat(500), fc.integer({ min: 1, max: 100 }), (total, size) => {
        const seen: number[] = [];
        const all = Array.from({ length: total }, (_, index) => index);
        for (let number: number | null = 1; number !== null; ) {
          const items = all.slice((number - 1) * size, number * size);
          seen.push(...items);
          number = pageOf(items, total, number, size).page.next;
        }
        expect(seen).toEqual(all);
      }),
      runs,
    );
  });

  it("takes only sensible numbers", () => {
    const schema = z.object(pageInput);
    expect(schema.parse({})).toEqual({ page: 1, pageSize: 24 });
    for (const bad of [
      { page: 0 },
      { page: 10_001 },
      { pageSize: 0 },
      { pageSize: 101 },
      { page: 1.5 },
      { page: "1" },
    ]) {
      expect(schema.safeParse(bad).success, JSON.stringify(bad)).toBe(false);
    }
  });
});
