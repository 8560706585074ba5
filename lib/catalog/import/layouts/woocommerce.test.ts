import { describe, expect, test } from "vitest";
import { csvOf, readAll } from "../testing";
import { splitList } from "./woocommerce";

const woo = (...rows: Record<string, string>[]) => {
  const columns = [
    ...new Set(["ID", "Type", "SKU", "Name", "Regular price", ...rows.flatMap((row) => Object.keys(row))]),
  ];
  return csvOf([columns, ...rows.map((row) => columns.map((column) => row[column] ?? ""))]);
};
const simple = { ID: "1", Type: "simple", SKU: "S", Name: "Cup", "Regular price": "10" };
const parent = {
  ID: "7",
  Type: "variable",
  SKU: "P",
  Name: "Tee",
  "Attribute 1 name": "Size",
  "Attribute 1 value(s)": "L, M, S",
  "Attribute 2 name": "Colour",
  "Attribute 2 value(s)": "Red, Blue\\, dark",
};
const variation = (ID: string, Parent: string, size: string, colour: string, more = {}) => ({
  ID,
  Type: "variation",
  SKU: `V${ID}`,
  Name: "Tee - x",
  Parent,
  "Regular price": "5",
  "Attribute 1 name": "Size",
  "Attribute 1 value(s)": size,
  "Attribute 2 name": "Colour",
  "Attribute 2 value(s)": colour,
  ...more,
});

describe("WooCommerce's product export", () => {
  test("a simple product", async () => {
    const { layout, products, failures, notes } = await readAll(
      woo({
        ...simple,
        Name: "Cup &amp; saucer",
        Published: "1",
        "Short description": "Short.",
        Description: "Line one\\nline two\\n\\nLast",
        Stock: "12",
        "In stock?": "1",
        "Sold individually?": "1",
        "Weight (lbs)": "2",
        Categories: "Kitchen &amp; Home > Cups\\, plates, Other > Thing",
        Brands: "Kiln",
        Images: "https://x.test/1.jpg, https://x.test/2.jpg",
        "GTIN, UPC, EAN, or ISBN": "400123",
        "Attribute 1 name": "Colour",
        "Attribute 1 value(s)": "Blue",
      }),
    );
    expect({ layout, failures, notes }).toEqual({ layout: "woocommerce", failures: [], notes: [] });
    expect(products).toMatchObject([
      {
        key: "S",
        name: "Cup & saucer",
        descriptionHtml: "<p>Short.</p><p>Line one<br>line two</p><p>Last</p>",
        brand: "Kiln",
        category: ["Kitchen & Home", "Cups, plates"],
        status: "published",
        options: [],
        variants: [{ sku: "S", barcode: "400123", price: 1000, stock: 12, weightGrams: 907, maxQuantity: 1 }],
        pictures: [{ url: "https://x.test/1.jpg" }, { url: "https://x.test/2.jpg" }],
      },
    ]);
  });

  test("variations before and after their parent, named by SKU or id", async () => {
    const { products, failures } = await readAll(
      woo(
        variation("9", "id:7", "S", "Red", { Images: "https://x.test/s.jpg" }),
        simple,
        { ...parent, Images: "https://x.test/p.jpg", "Weight (kg)": "0.2" },
        variation("10", "P", "L", "Blue\\, dark", { "Weight (kg)": "0.3" }),
      ),
    );
    expect(failures).toEqual([]);
    expect(products.map(({ key }) => key)).toEqual(["S", "P"]);
    expect(products[1]).toMatchObject({
      name: "Tee",
      row: 4,
      options: [
        { name: "Size", values: ["L", "S"] },
        { name: "Colour", values: ["Red", "Blue, dark"] },
      ],
      variants: [
        { row: 2, sku: "V9", options: ["S", "Red"], weightGrams: 200, picture: "https://x.test/s.jpg" },
        { row: 5, sku: "V10", options: ["L", "Blue, dark"], weightGrams: 300, picture: null },
      ],
      pictures: [{ url: "https://x.test/p.jpg" }, { url: "https://x.test/s.jpg" }],
      rows: [2, 4, 5],
    });
  });

  test("an attribute left open by all is no option, one left open by some is “Any” there", async () => {
    const { products, notes } = await readAll(
      woo(parent, variation("8", "P", "", "Red"), variation("9", "P", "", "Blue\\, dark")),
    );
    expect(products[0]).toMatchObject({ options: [{ name: "Colour" }], variants: [{ options: ["Red"] }, {}] });
    expect(notes).toEqual(["2 any_value"]);
    const some = await readAll(woo(parent, variation("8", "P", "S", "Red"), variation("9", "P", "", "Red")));
    expect(some.products[0]?.variants.map(({ options }) => options)).toEqual([
      ["S", "Red"],
      ["Any", "Red"],
    ]);
    expect(some.notes).toEqual(["4 any_value"]);
  });

  test("what makes no product fails with its reason", async () => {
    const { products, failures } = await readAll(
      woo(
        { ...simple, SKU: "G", Type: "grouped" },
        { ...simple, SKU: "E", Type: "external" },
        { ...simple, SKU: "X", Type: "subscription" },
        variation("9", "nobody", "S", "Red"),
        variation("10", "", "S", "Red"),
        parent,
        { Type: "simple" },
      ),
    );
    expect(products).toEqual([]);
    expect(failures).toEqual([
      "2 grouped",
      "3 external",
      "4 type",
      "6 no_parent",
      "8 no_key",
      "5 no_parent",
      "7 no_variations",
    ]);
  });

  test.each([
    ["no window", {}, 800],
    [
      "a window that holds",
      { "Date sale price starts": "2026-05-01 00:00:00", "Date sale price ends": "2026-05-31" },
      800,
    ],
    ["its last day", { "Date sale price ends": "2026-05-10" }, 800],
    ["one that is over", { "Date sale price ends": "2026-05-09" }, 1000],
    ["one to come", { "Date sale price starts": "2026-05-11" }, 1000],
    ["one to come, with a zone", { "Date sale price starts": "2026-05-10T14:00:00+01:00" }, 1000],
  ])("the sale price counts: %s", async (_, dates, price) => {
    const now = new Date("2026-05-10T12:00:00Z");
    const { products, notes } = await readAll(woo({ ...simple, "Sale price": "8", ...dates }), { now });
    expect(products[0]?.variants[0]?.price).toBe(price);
    expect(notes).toEqual(price === 800 ? ["2 sale_price"] : []);
  });

  test.each([
    ["1", "visible", "published"],
    ["1", "search", "published"],
    ["1", "hidden", "draft"],
    ["0", "visible", "draft"],
    ["-1", "visible", "draft"],
    ["'-1", "", "draft"],
    ["", "visible", null],
  ])("published %s, %s is %s", async (Published, visibility, status) => {
    const { products } = await readAll(woo({ ...simple, Published, "Visibility in catalog": visibility }));
    expect(products[0]?.status).toBe(status);
  });

  test.each([
    ["5", "1", 5, []],
    ["'-5", "1", 0, ["2 negative_stock"]],
    ["", "0", 0, []],
    ["", "1", null, ["2 stock_not_counted"]],
    ["", "", null, []],
  ])("stock %j with in stock %j is %s", async (Stock, inStock, stock, expected) => {
    const { products, notes } = await readAll(woo({ ...simple, Stock, "In stock?": inStock }));
    expect(products[0]?.variants[0]?.stock).toBe(stock);
    expect(notes).toEqual(expected);
  });

  test("stock that is counted on the parent is left open, with a note", async () => {
    const { products, notes } = await readAll(
      woo({ ...parent, Stock: "9" }, variation("8", "P", "S", "Red", { Stock: "parent" })),
    );
    expect(products[0]?.variants[0]?.stock).toBeNull();
    expect(notes).toEqual(["3 shared_stock"]);
  });

  test("without a SKU the key is the ID", async () => {
    const { products } = await readAll(woo({ ...simple, SKU: "", Type: "simple, virtual" }));
    expect(products[0]?.key).toBe("id:1");
  });
});

test("lists have commas between their items, escaped ones inside", () => {
  expect(splitList("a, b\\, c ,,d")).toEqual(["a", "b, c", "d"]);
});
