import { describe, expect, it } from "vitest";
import type { KeptProductDetail } from "../views";
import { type Draft, draftOf, emptyDraft, inputOf, optionsPending, readDraft, withOptions } from "./draft";
import { choose, rebase } from "./rebase";

const euro = (locale = "en") => ({ locale, currency: "EUR" });
const money = (amount: number) => ({ amount, currency: "EUR", formatted: "" });

const variant = (id: number, value: string, over: object = {}) => ({
  id,
  optionValues: [value],
  sku: `S${id}`,
  barcode: null,
  price: money(1250),
  stock: 4,
  weight: 100,
  minQuantity: 1,
  maxQuantity: null,
  active: true,
  ...over,
});

const product = (over: object = {}): KeptProductDetail => ({
  id: 1,
  key: "cup",
  slug: "cup",
  name: "Cup",
  description: "<p>Big</p>\n<p>Blue</p>",
  status: "draft",
  retailer: { id: 1, handle: "near", name: "Near" },
  brand: "Elm",
  category: { id: 3, names: ["Home", "Kitchen"] },
  options: [{ name: "Size", values: ["S", "M"] }],
  variants: [variant(1, "S"), variant(2, "M")],
  soldCount: 0,
  createdAt: "",
  updatedAt: "",
  ...over,
});

/** What a browser sends of the editor that shows this draft. */
function formOf(draft: Draft): Map<string, string> {
  const form = new Map<string, string>();
  for (const name of ["retailer", "name", "slug", "category", "brand", "status"] as const) form.set(name, draft[name]);
  form.set("description", draft.description.replaceAll("\n", "\r\n"));
  form.set("base", draft.base ? JSON.stringify(draft.base) : "");
  for (const [index, { name, values }] of draft.options.entries()) {
    form.set(`options.${index}.was`, name).set(`options.${index}.name`, name).set(`options.${index}.more`, "");
    for (const [place, value] of values.entries()) {
      form.set(`options.${index}.values.${place}.was`, value).set(`options.${index}.values.${place}.now`, value);
    }
  }
  form.set(`options.${draft.options.length}.name`, "").set(`options.${draft.options.length}.more`, "");
  for (const [index, { optionValues, active, remove, ...texts }] of draft.variants.entries()) {
    for (const [name, text] of Object.entries(texts)) form.set(`variants.${index}.${name}`, text);
    for (const [place, value] of optionValues.entries()) form.set(`variants.${index}.values.${place}`, value);
    if (active) form.set(`variants.${index}.active`, "on");
    if (remove) form.set(`variants.${index}.remove`, "on");
  }
  return form;
}

describe("the fields of the product editor", () => {
  it.each([["en"], ["de"], ["fa"]])("come back as they were sent, and change nothing, in %s", (locale) => {
    const draft = draftOf(product(), euro(locale));
    const { draft: read, edits } = readDraft(formOf(draft));
    expect(read).toEqual(draft);
    expect(optionsPending(read, edits)).toBe(false);
    const { base, name, description, categoryId, variants } = inputOf(read, euro(locale)) as ReturnType<
      typeof inputOf
    > & { base: object };
    expect({ name, description, categoryId }).toEqual({
      name: "Cup",
      description: "<p>Big</p>\n<p>Blue</p>",
      categoryId: 3,
    });
    expect(base).toEqual(draft.base);
    expect(variants).toMatchObject([
      { id: 1, optionValues: ["S"], price: 1250, weight: 100, minQuantity: 1, maxQuantity: null, active: true },
      { id: 2 },
    ]);
  });

  it("takes prices as the locale writes them, and leaves what is no number for its field to refuse", () => {
    const draft = draftOf(product(), euro("de"));
    draft.variants[0] = { ...draft.variants[0]!, price: "1.234,5", weight: "", minQuantity: "two", maxQuantity: "9" };
    draft.variants[1] = { ...draft.variants[1]!, price: "12.50" };
    expect(inputOf(draft, euro("de")).variants).toMatchObject([
      { price: 123_450, weight: 0, minQuantity: "two", maxQuantity: 9 },
      { price: "12.50" },
    ]);
  });

  it("of a new product have its shop, and no address of their own when it is left empty", () => {
    const draft = { ...emptyDraft("near"), name: "Cup" };
    draft.variants[0] = { ...draft.variants[0]!, price: "5", stock: "3" };
    const input = inputOf(draft, euro());
    expect(input).toMatchObject({ retailer: "near", slug: undefined, variants: [{ price: 500, stock: 3 }] });
    expect(input.variants[0]).not.toHaveProperty("id");
  });

  it("bring the grid to options that were edited, with the first variant's price, and refuse too many", () => {
    const form = formOf(draftOf(product(), euro()));
    form.set("options.0.values.1.now", "Medium").set("options.0.more", "L, XL").set("options.1.name", "Colour");
    form.set("options.1.more", "Red");
    const { draft, edits } = readDraft(form);
    expect(optionsPending(draft, edits)).toBe(true);
    const made = withOptions(draft, edits, false) as Draft;
    expect(made.options).toEqual([
      { name: "Size", values: ["S", "Medium", "L", "XL"] },
      { name: "Colour", values: ["Red"] },
    ]);
    expect(made.variants.map(({ id, optionValues, price }) => [id, optionValues.join("/"), price])).toEqual([
      ["1", "S/Red", "12.50"],
      ["2", "Medium/Red", "12.50"],
      ["", "L/Red", "12.50"],
      ["", "XL/Red", "12.50"],
    ]);
    form.set("options.1.more", Array.from({ length: 200 }, (_, index) => `C${index}`).join(","));
    const many = readDraft(form);
    expect(withOptions(many.draft, many.edits, false)).toBe(800);
  });
});

describe("a draft upon what somebody else saved meanwhile", () => {
  const theirs = product({
    name: "Mug",
    brand: null,
    variants: [variant(1, "S", { price: money(1400), sku: "T1" }), variant(3, "L")],
    options: [{ name: "Size", values: ["S", "L"] }],
  });

  it("keeps what its writer changed, takes over the rest, and drops what is gone", () => {
    const mine = draftOf(product(), euro());
    const changed = {
      ...mine,
      name: "Beaker",
      variants: mine.variants.map((row) => (row.id === "1" ? { ...row, price: "15.00" } : row)),
    };
    const united = rebase(changed, theirs, euro());
    expect(united).toMatchObject({ name: "Beaker", brand: "", options: theirs.options });
    expect(united.variants.map(({ id, price, sku }) => [id, price, sku])).toEqual([
      ["1", "15.00", "T1"],
      ["3", "12.50", "S3"],
    ]);
    expect(united.base).toEqual(draftOf(theirs, euro()).base);
  });

  it("keeps a removed variant that its writer changed, to be chosen", () => {
    const mine = draftOf(product(), euro());
    mine.variants[1] = { ...mine.variants[1]!, weight: "7" };
    const united = rebase(mine, theirs, euro());
    expect(united.variants.map(({ id }) => id)).toEqual(["1", "2", "3"]);
    const now = draftOf(theirs, euro());
    const chosen = (choice: "mine" | "theirs") =>
      choose(united, now, new Map([["variants.2", choice]])).variants.map(({ id }) => id);
    expect(chosen("theirs")).toEqual(["1", "3"]);
    expect(chosen("mine")).toEqual(["1", "", "3"]);
  });

  it("is what is stored where its writer chose so", () => {
    const mine = { ...rebase(draftOf(product(), euro()), theirs, euro()), name: "Beaker", category: "9" };
    mine.variants[0] = { ...mine.variants[0]!, price: "15.00" };
    const now = draftOf(theirs, euro());
    const choices = new Map([
      ["name", "theirs"],
      ["categoryId", "theirs"],
      ["variants.1.price", "mine"],
    ] as const);
    expect(choose(mine, now, choices)).toMatchObject({
      name: "Mug",
      category: "3",
      variants: [{ price: "15.00" }, {}],
    });
  });
});
