import fc from "fast-check";
import { expect, it } from "vitest";
import { chosenVariant, formatChoices } from "./rules";

const variants = [
  { id: 11, values: ["Blue", "M"] },
  { id: 12, values: ["Blue", "L"] },
  { id: 13, values: ["Red", "M"] },
];
function form(fields: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
}

it("is the variant that is named, whatever the options say", () => {
  expect(chosenVariant(form({ variantId: "12", "option-0": "Red", choices: formatChoices(variants) }))).toBe("12");
});

it("is the one with the chosen options", () => {
  const choices = formatChoices(variants);
  for (const { id, values } of variants) {
    expect(chosenVariant(form({ choices, "option-0": values[0]!, "option-1": values[1]! }))).toBe(String(id));
  }
  expect(chosenVariant(form({ choices, "option-0": "Red", "option-1": "L" }))).toBeUndefined();
  expect(chosenVariant(form({ choices, "option-0": "Blue" }))).toBeUndefined();
});

it("is nothing for nonsense, without a throw", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (choices) => {
      chosenVariant(form({ choices, "option-0": "Blue" }));
    }),
  );
});
