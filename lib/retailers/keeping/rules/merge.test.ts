import { describe, expect, it } from "vitest";
import { merge } from "./merge";

describe("what two people wrote", () => {
  const was = { name: "Tea", fee: 500, radius: null };

  it("goes through where one of them changed something", () => {
    expect(merge(was, was, { name: "Tea house", fee: 500 })).toEqual({
      write: { name: "Tea house" },
      conflicts: [],
      meanwhile: [],
    });
    expect(merge({ ...was, fee: 600 }, was, { name: "Tea house", fee: 500 })).toEqual({
      write: { name: "Tea house" },
      conflicts: [],
      meanwhile: [{ field: "fee", was: 500, now: 600, yours: 500 }],
    });
  });

  it("is a conflict where both did, and not to the same", () => {
    const conflict = { field: "fee", was: 500, now: 600, yours: 700 };
    expect(merge({ ...was, fee: 600 }, was, { name: "Chai", fee: 700 })).toEqual({
      write: { name: "Chai" },
      conflicts: [conflict],
      meanwhile: [conflict],
    });
    expect(merge({ ...was, fee: 600 }, was, { fee: 600 })).toMatchObject({ write: {}, conflicts: [] });
  });

  it("tells nothing from nothing, and takes away", () => {
    expect(merge(was, was, { radius: 5000 }).write).toEqual({ radius: 5000 });
    expect(merge({ ...was, radius: 5000 }, { radius: 5000 }, { radius: null }).write).toEqual({ radius: null });
    expect(
      merge<unknown>({ "2026-12-24": ["09:00"] }, { "2026-12-24": ["09:00"] }, { "2026-12-24": null }).write,
    ).toEqual({
      "2026-12-24": null,
    });
  });

  it("is all written without knowing what they saw", () => {
    expect(merge(was, undefined, { fee: 700, name: "Tea" })).toEqual({
      write: { fee: 700 },
      conflicts: [],
      meanwhile: [],
    });
  });
});
