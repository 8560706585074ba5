import { expect, test } from "vitest";
import { csvCell, guarded } from "./guard";

test.each([
  ["=1+1", "'=1+1"],
  ["+49 30 1234", "'+49 30 1234"],
  ["-2+3", "'-2+3"],
  ["@SUM(A1)", "'@SUM(A1)"],
  ["\t=1", "'\t=1"],
  ["\r=1", "'\r=1"],
  ["-12.50", "-12.50"],
  ["+3", "+3"],
  ["tea = good", "tea = good"],
  ["", ""],
])("%j is written as %j", (cell, written) => expect(guarded(cell)).toBe(written));

test("a cell is quoted where it must be", () => {
  expect(["a", "a,b", 'a"b', "a\nb", " a"].map((cell) => csvCell(cell))).toEqual([
    "a",
    '"a,b"',
    '"a""b"',
    '"a\nb"',
    '" a"',
  ]);
  expect(csvCell("a;b", ";")).toBe('"a;b"');
});
