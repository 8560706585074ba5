import { describe, expect, it } from "vitest";
import { arrange, type OptionEdit, valuesOf } from "./options";

const row = (...optionValues: string[]) => ({ optionValues, remove: false });
const kept = (name: string, ...values: string[]): OptionEdit => ({
  name,
  values: values.map((value) => ({ was: value, now: value })),
  more: [],
});
const rows = (arranged: ReturnType<typeof arrange>) =>
  arranged.rows.map(({ optionValues, remove }) => `${optionValues.join("/")}${remove ? " -" : ""}`);

describe("options and the grid of their variants", () => {
  it("gives a product without options its first, and makes what is missing", () => {
    const made = arrange(
      [row()],
      [
        { name: "Size", values: [], more: ["S", "M"] },
        { name: "Colour", values: [], more: ["Red", "Ink"] },
      ],
      false,
    );
    expect(rows(made)).toEqual(["S/Red"]);
    expect(made.missing).toEqual([
      ["S", "Ink"],
      ["M", "Red"],
      ["M", "Ink"],
    ]);
  });

  it("adds a value's combinations alone, or all that are missing when asked", () => {
    const edits = [kept("Size", "S", "M"), { ...kept("Colour", "Red", "Ink"), more: ["Rose"] }];
    const grid = [row("S", "Red"), row("M", "Ink")];
    expect(arrange(grid, edits, false).missing).toEqual([
      ["S", "Rose"],
      ["M", "Rose"],
    ]);
    expect(arrange(grid, edits, true).missing).toHaveLength(4);
  });

  it("names a value anew in its rows, also when two change places", () => {
    const edits = [
      {
        name: "Colour",
        values: [
          { was: "Red", now: "Ink" },
          { was: "Ink", now: "Red" },
        ],
        more: [],
      },
    ];
    const made = arrange([row("Red"), row("Ink")], edits, false);
    expect(rows(made)).toEqual(["Ink", "Red"]);
    expect(made).toMatchObject({ options: [{ name: "Colour", values: ["Ink", "Red"] }], missing: [] });
  });

  it("marks the rows of a value that went, and those that a removed option makes the same", () => {
    const fewer = [
      {
        name: "Size",
        values: [
          { was: "S", now: "S" },
          { was: "M", now: "" },
        ],
        more: [],
      },
    ];
    expect(rows(arrange([row("S"), row("M")], fewer, false))).toEqual(["S", "M -"]);
    const gone = [kept("Size", "S", "M"), { ...kept("Colour", "Red", "Ink"), name: "" }];
    const made = arrange([row("S", "Red"), row("S", "Ink"), row("M", "Ink")], gone, false);
    expect(rows(made)).toEqual(["S", "S -", "M"]);
  });

  it("leaves rows alone that have not as many values as there were options", () => {
    expect(rows(arrange([row("S", "odd"), row("S")], [kept("Size", "S")], false))).toEqual(["S/odd", "S"]);
  });

  it("reads values between commas of several scripts, each once", () => {
    expect(valuesOf(" Red, Ink ،Rose\n Red ,, ")).toEqual(["Red", "Ink", "Rose"]);
  });
});
