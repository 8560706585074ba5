import type { FlatRow } from "../flat-row";
import type { WooRow } from "./woocommerce";

const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

/**
 * A parent and its variations as the rows of one product. An attribute that every variation leaves open is no option;
 * one that only some leave open gets the value “Any” there. What a variation does not say it takes from its parent.
 */
export function joinVariations(
  parent: WooRow,
  variations: WooRow[],
): { rows: FlatRow[]; valueOrder: Map<string, string[]> } {
  const choice = (variation: WooRow, name: string) =>
    variation.attributes.find((attribute) => same(attribute.name, name))?.values[0] ?? "";
  const named = [...parent.attributes, ...variations.flatMap(({ attributes }) => attributes)].map(({ name }) => name);
  const names = named.filter((name, index) => named.findIndex((other) => same(other, name)) === index);
  const used = names.filter((name) => variations.some((variation) => choice(variation, name) !== ""));
  const open = names.filter(
    (name) =>
      !used.includes(name) && variations.some(({ attributes }) => attributes.some((other) => same(other.name, name))),
  );
  const root = parent.flat;
  for (const name of open) {
    root.notes.push({ code: "any_value", message: `Every variation leaves “${name}” open, so it is no option.` });
  }
  const rows = variations.map(({ flat, ...variation }) => {
    const options = used.map((name) => ({ name, value: choice({ flat, ...variation }, name) || "Any" }));
    if (options.some(({ value }) => value === "Any")) {
      flat.notes.push({ code: "any_value", message: "An attribute that is left open is read as “Any”." });
    }
    if (variation.sharedStock) {
      flat.notes.push({
        code: "shared_stock",
        message: "The stock is counted on the parent; set it for each variation.",
      });
    }
    return {
      ...flat,
      key: root.key,
      options,
      weight: flat.weight || root.weight,
      maxQuantity: flat.maxQuantity || root.maxQuantity,
    };
  });
  return {
    rows: [{ ...root, weight: "", maxQuantity: "" }, ...rows],
    valueOrder: new Map(parent.attributes.map(({ name, values }) => [name, values])),
  };
}
