import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readDegrees } from "./degrees";

describe("degrees as people type them", () => {
  it.each([
    ["52.51704", 52.51704],
    ["52,51704", 52.51704],
    [" 52.51704° ", 52.51704],
    ["52.51704° N", 52.51704],
    ["N 52.51704", 52.51704],
    ["-33.8568", -33.8568],
    ["−33,8568", -33.8568],
    ["33.8568 S", -33.8568],
    ["33,8568°s", -33.8568],
    ["52°31′1.3″N", 52.517028],
    ["52° 31' 1.3\" N", 52.517028],
    ["52°31'1,3''", 52.517028],
    ["52 31 1.3", 52.517028],
    ["52:31:1.3", 52.517028],
    ["52º 31.0217'", 52.517028],
    ["52 31.0217", 52.517028],
    ["S 52 31 1.3", -52.517028],
    ["۵۲٫۵۱۷۰۴", 52.51704],
    ["0", 0],
    ["-0", 0],
    ["90", 90],
    ["7", 7],
  ])("%s is a latitude", (text, value) => {
    expect(readDegrees(text, "latitude")).toBe(value);
  });

  it.each([
    ["13,38886", 13.38886],
    ["13°23′20″E", 13.388889],
    ["70°40′W", -70.666667],
    ["-180", -180],
    ["151.2093", 151.2093],
  ])("%s is a longitude", (text, value) => {
    expect(readDegrees(text, "longitude")).toBe(value);
  });

  it.each([
    "",
    "north",
    "90.1",
    "91",
    "52 61",
    "52 31 60",
    "52.5 31",
    "52 31.5 10",
    "-52 S",
    "N 52 S",
    "52 E",
    "5251704",
    "52.517, 13.388",
    "1e2",
    "52 31 1 1",
    "--52",
  ])("%s is no latitude", (text) => {
    expect(readDegrees(text, "latitude")).toBeNull();
  });

  it("reads every number back that it could have given", () => {
    fc.assert(
      fc.property(fc.integer({ min: -180_000_000, max: 180_000_000 }), (millionths) => {
        const value = millionths / 1e6;
        expect(readDegrees(value.toFixed(6), "longitude")).toBe(value === 0 ? 0 : value);
      }),
    );
  });

  it("never throws", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        readDegrees(text, "latitude");
      }),
    );
  });
});
