import { describe, expect, it } from "vitest";
import { problemsOf } from "./problems";

const [street, city] = [
  { name: "line1", label: "Street" },
  { name: "city", label: "City" },
];
const errors = [
  { field: null, message: "Not now." },
  { field: "city", message: "Fill this in." },
  { field: "elsewhere", message: "Not this." },
  { field: "line1", message: "Too long." },
];

describe("what a refused form lists", () => {
  it("is in the order of its fields, which begin each message; what has none comes last", () => {
    expect(problemsOf(errors, [street, city])).toEqual([
      { field: "line1", message: "Street: Too long." },
      { field: "city", message: "City: Fill this in." },
      { field: null, message: "Not now." },
      { field: null, message: "Not this." },
    ]);
  });

  it("does not name the one field that there is", () => {
    expect(problemsOf(errors.slice(1, 2), [city])).toEqual([{ field: "city", message: "Fill this in." }]);
  });
});
