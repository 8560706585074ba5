import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mergeProduct, type Stored } from "./merge";

const variant = (id: number, over: object = {}) => ({
  id,
  optionValues: [`V${id}`],
  sku: `S${id}`,
  barcode: null,
  price: 1000,
  weight: 100,
  minQuantity: 1,
  maxQuantity: null,
  active: true,
  ...over,
});

const opened: Stored = {
  name: "Cup",
  slug: "cup",
  description: "<p>A cup.</p>",
  categoryId: 3,
  brand: "Elm",
  status: "draft",
  options: [{ name: "Colour", values: ["V1", "V2"] }],
  variants: [variant(1), variant(2)],
};

describe("what two people made of a product", () => {
  it("keeps what each of them changed alone", () => {
    const now = { ...opened, name: "Mug", variants: [variant(1, { price: 1200 }), variant(2)] };
    const merged = mergeProduct(now, {
      ...opened,
      base: opened,
      brand: null,
      variants: [variant(1, { weight: 150 }), variant(2, { sku: "X" })],
    });
    expect(merged.conflicts).toEqual([]);
    expect(merged.fields).toEqual({ brand: null });
    expect([...merged.variants]).toEqual([
      [1, { weight: 150 }],
      [2, { sku: "X" }],
    ]);
    expect(merged.meanwhile.map(({ field, was, now: is }) => [field, was, is])).toEqual([
      ["name", "Cup", "Mug"],
      ["variants.1.price", 1000, 1200],
    ]);
  });

  it("tells what both changed differently, and lets the same change pass", () => {
    const now = { ...opened, name: "Mug", slug: "mug", variants: [variant(1, { price: 1200 }), variant(2)] };
    const merged = mergeProduct(now, {
      base: opened,
      name: "Beaker",
      slug: "mug",
      variants: [variant(1, { price: 1300 })],
    });
    expect(merged.conflicts).toEqual([
      { field: "name", was: "Cup", now: "Mug", yours: "Beaker" },
      { field: "variants.1.price", was: 1000, now: 1200, yours: 1300 },
    ]);
    expect(merged.fields).toEqual({});
  });

  it("does not remove a variant that somebody else changed, nor forget changes of one that somebody removed", () => {
    const now = { ...opened, variants: [variant(1, { price: 1200 })] };
    const merged = mergeProduct(now, {
      base: opened,
      variants: [
        { id: 1, remove: true },
        { id: 2, weight: 5 },
      ],
    });
    expect(merged.removed).toEqual([]);
    expect(merged.conflicts).toEqual([
      { field: "variants.1", was: { price: 1000 }, now: { price: 1200 }, yours: null },
      { field: "variants.2", was: { weight: 100 }, now: null, yours: { weight: 5 } },
    ]);
    const quiet = mergeProduct(now, { base: opened, variants: [variant(1), variant(2)] });
    expect(quiet).toMatchObject({ conflicts: [], removed: [], added: [] });
  });

  it("unites values that both added to one option, and refuses options that were made otherwise twice", () => {
    const add = (...values: string[]) => [{ name: "Colour", values: ["V1", "V2", ...values] }];
    const both = mergeProduct({ ...opened, options: add("Red") }, { base: opened, options: add("Blue") });
    expect(both.options).toEqual(add("Red", "Blue"));
    const fewer = [{ name: "Colour", values: ["V2"] }];
    expect(mergeProduct({ ...opened, options: add("Red") }, { base: opened, options: fewer }).options).toEqual([
      { name: "Colour", values: ["V2", "Red"] },
    ]);
    const renamed = [{ name: "Color", values: ["V1", "V2"] }];
    const clash = mergeProduct({ ...opened, options: add("Red") }, { base: opened, options: renamed });
    expect(clash.conflicts).toEqual([{ field: "options", was: opened.options, now: add("Red"), yours: renamed }]);
  });

  it("sees that both made the same variant", () => {
    const now = { ...opened, variants: [...opened.variants, variant(3, { optionValues: ["Red"], price: 500 })] };
    const { id: _, ...mine } = variant(0, { optionValues: ["Red"], price: 700 });
    const merged = mergeProduct(now, { base: opened, variants: [{ ...mine, sku: "S3" }] });
    expect(merged.added).toEqual([]);
    expect(merged.conflicts).toMatchObject([{ field: "variants.3.price", now: 500, yours: 700 }]);
  });

  it("writes all that is given where there is no base", () => {
    const merged = mergeProduct(opened, { name: "Mug", variants: [{ id: 2, price: 1 }] });
    expect(merged).toMatchObject({ fields: { name: "Mug" }, conflicts: [], meanwhile: [] });
    expect([...merged.variants]).toEqual([[2, { price: 1 }]]);
  });

  const text = fc.constantFrom("a", "b", "c");
  const product = fc.record({ name: text, slug: text, brand: fc.option(text), price: fc.nat(2), weight: fc.nat(2) });
  const storedFrom = ({
    price,
    weight,
    ...own
  }: {
    price: number;
    weight: number;
    name: string;
    slug: string;
    brand: string | null;
  }) => ({
    ...opened,
    ...own,
    variants: [variant(1, { price, weight })],
  });

  it("never loses a change: each is written, stands already, or is told", () => {
    fc.assert(
      fc.property(product, product, product, (a, b, c) => {
        const [was, now, yours] = [storedFrom(a), storedFrom(b), storedFrom(c)];
        const merged = mergeProduct(now, { ...yours, base: was });
        const told = new Set(merged.conflicts.map(({ field }) => field));
        const values = (of: ReturnType<typeof storedFrom>) =>
          ({
            name: of.name,
            slug: of.slug,
            brand: of.brand,
            "variants.1.price": of.variants[0]!.price,
            "variants.1.weight": of.variants[0]!.weight,
          }) as Record<string, unknown>;
        const written: Record<string, unknown> = { ...values(now), ...merged.fields };
        for (const [name, value] of Object.entries(merged.variants.get(1) ?? {})) written[`variants.1.${name}`] = value;
        for (const [field, mine] of Object.entries(values(yours))) {
          const [before, theirs] = [values(was)[field], values(now)[field]];
          if (mine !== before && !told.has(field)) expect(written[field]).toBe(mine);
          if (theirs !== before && mine === before) expect(written[field]).toBe(theirs);
          if (told.has(field)) expect(new Set([before, theirs, mine]).size).toBe(3);
        }
      }),
    );
  });
});
