import { describe, expect, test } from "vitest";
import { charsuColumns } from "./layouts/charsu-columns";

import { parseProducts } from "./parse-products";
import { collect, csvOf, readAll } from "./testing";

/** Charsu's layout with these columns; each row names what it fills. */
const charsu = (...rows: Record<string, string>[]) => {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return csvOf([columns, ...rows.map((row) => columns.map((column) => row[column] ?? ""))]);
};

describe("Charsu's own columns", () => {
  test("a product with options, pictures and limits", async () => {
    const { layout, products, failures, notes } = await readAll(
      charsu(
        {
          handle: "shirt",
          name: " Linen   shirt ",
          description: "Cool.\nLight.",
          brand: "Lin",
          category: "Clothing >  Shirts > Linen",
          status: "Published",
          option1_name: "Size",
          option1_value: "S",
          option2_name: "Colour",
          option2_value: "White",
          sku: "L-S",
          barcode: "4001234567890",
          price: "1,039.50",
          stock: "4",
          weight_g: "210.4",
          min_quantity: "1",
          max_quantity: "5",
          image: "https://x.test/a b.jpg",
          image_alt: "Front",
        },
        { handle: "shirt", option1_value: "M", option2_value: "White", price: "40", stock: "0" },
        { handle: "shirt", image: "//x.test/back.jpg" },
        { handle: "shirt", option1_value: "M", option2_value: "Blue", image: "https://x.test/a b.jpg" },
      ),
    );
    expect({ layout, failures, notes }).toEqual({ layout: "charsu", failures: [], notes: [] });
    expect(products).toEqual([
      {
        kind: "product",
        key: "shirt",
        identity: "key",
        row: 2,
        name: "Linen shirt",
        descriptionHtml: "<p>Cool.<br>Light.</p>",
        brand: "Lin",
        category: ["Clothing", "Shirts", "Linen"],
        status: "published",
        options: [
          { name: "Size", values: ["S", "M"] },
          { name: "Colour", values: ["White", "Blue"] },
        ],
        variants: [
          {
            row: 2,
            key: "L-S",
            sku: "L-S",
            barcode: "4001234567890",
            options: ["S", "White"],
            price: 103_950,
            stock: 4,
            weightGrams: 210,
            minQuantity: 1,
            maxQuantity: 5,
            picture: null,
          },
          expect.objectContaining({ row: 3, key: "M / White", sku: null, price: 4000, stock: 0, weightGrams: null }),
          expect.objectContaining({ row: 5, key: "M / Blue", price: null, stock: null }),
        ],
        pictures: [
          { url: "https://x.test/a%20b.jpg", alt: "Front" },
          { url: "https://x.test/back.jpg", alt: null },
        ],
        rows: [2, 3, 4, 5],
        clears: new Set(),
      },
    ]);
  });

  test("header names are compared without case, and spaces equal underscores; blank and title rows may stand before", async () => {
    const { products } = await readAll("Our list,,\n,,\nNAME , Weight g,Min_Quantity,PRICE\nTea,100,2,3\n,,,\n");
    expect(products).toMatchObject([
      { key: "tea", name: "Tea", row: 4, variants: [{ weightGrams: 100, minQuantity: 2 }] },
    ]);
  });

  test("a row without handle and name is told apart by its SKU, so that stock can be kept true by a short file", async () => {
    const { products } = await readAll("sku,stock\nA-1,5\nA-2,7\n");
    expect(products).toMatchObject([
      { identity: "sku", key: "A-1", name: null, variants: [{ sku: "A-1", stock: 5, price: null }] },
      { identity: "sku", key: "A-2", name: null, variants: [{ sku: "A-2", stock: 7, price: null }] },
    ]);
  });

  test("a product row without variant columns is one variant that says nothing, or none when other rows are variants", async () => {
    const { products } = await readAll(
      charsu(
        { handle: "a", name: "A", brand: "B", price: "" },
        { handle: "b", name: "B", option1_name: "Size" },
        { handle: "b", option1_value: "S", price: "1" },
      ),
    );
    expect(products[0]?.variants).toMatchObject([{ row: 2, price: null, options: [] }]);
    expect(products[1]).toMatchObject({
      options: [{ name: "Size", values: ["S"] }],
      variants: [{ row: 4 }],
      rows: [3, 4],
    });
  });

  test.each([
    ["a price that is none", { price: "cheap" }, "3 price"],
    ["a price below zero", { price: "-1" }, "3 price"],
    ["a stock that is none", { stock: "many" }, "3 stock"],
    ["a weight that is none", { weight_g: "-4" }, "3 weight"],
    ["a minimum of zero", { min_quantity: "0" }, "3 min_quantity"],
    ["a maximum below the minimum", { min_quantity: "3", max_quantity: "2" }, "3 max_quantity"],
    ["a missing option value", { option1_value: "", price: "1" }, "3 missing_option"],
    ["the same option values", { option1_value: "S" }, "3 duplicate_variant"],
    ["the same SKU", { sku: "ONE" }, "3 duplicate_sku"],
    ["an unknown status", { status: "sold out" }, "3 status"],
    ["a spreadsheet error", { price: "#N/A" }, "3 cell_error"],
  ])("%s fails its row only", async (_, wrong, failure) => {
    const { products, failures } = await readAll(
      charsu(
        { handle: "a", name: "A", option1_name: "Size", option1_value: "S", sku: "ONE", price: "1" },
        { handle: "a", option1_value: "M", sku: "TWO", price: "2", ...wrong },
        { handle: "a", option1_value: "L", sku: "THREE", price: "3" },
      ),
    );
    expect(failures).toEqual([failure]);
    expect(products).toMatchObject([{ rows: [2, 4], variants: [{ sku: "ONE" }, { sku: "THREE" }] }]);
    expect(products[0]?.options).toEqual([{ name: "Size", values: ["S", "L"] }]);
  });

  test("a product fails with all its rows when nothing of it is left, or its first row cannot be used", async () => {
    const { products, failures } = await readAll(
      charsu(
        { handle: "a", name: "A", price: "x", image: "https://x.test/1.jpg" },
        { handle: "a", image: "https://x.test/2.jpg" },
        { handle: "b", name: "#REF!", price: "1" },
        { handle: "b", image: "https://x.test/3.jpg" },
        { handle: "c", name: "n".repeat(301), price: "1" },
        { handle: "", name: "", price: "1" },
        { handle: "d", name: "D", price: "1" },
      ),
    );
    expect(failures).toEqual(["2 price", "3 no_variant", "4 cell_error", "5 cell_error", "6 name", "7 no_key"]);
    expect(products.map(({ key }) => key)).toEqual(["d"]);
  });

  test("a product whose rows do not stand together fails the second time", async () => {
    const { products, failures } = await readAll("handle,name,price\na,A,1\nb,B,2\na,A,3\n");
    expect(products.map(({ rows }) => rows)).toEqual([[2], [3]]);
    expect(failures).toEqual(["4 duplicate_product"]);
  });

  test("notes tell what was understood differently", async () => {
    const { products, notes } = await readAll(
      "name,price,stock,image,colour,option1_value\nA,1.239,-3,photo.jpg,red,S,more\n".replace("1.239", "11.2390"),
    );
    expect(notes).toEqual(["1 unknown_columns", "2 extra_cells", "2 negative_stock", "2 price_rounded", "2 picture"]);
    expect(products).toMatchObject([
      { options: [{ name: "Option 1", values: ["S"] }], variants: [{ price: 1124, stock: 0 }], pictures: [] },
    ]);
  });

  test("what guards a cell against being a formula goes; control characters go", async () => {
    const { products } = await readAll("handle,name,price\na,'=1+1\u0007,'+5\n");
    expect(products).toMatchObject([{ name: "=1+1", variants: [{ price: 500 }] }]);
  });

  test("six options at most, each with its own name", async () => {
    const options = (count: number, name: (n: number) => string) =>
      Object.fromEntries(
        Array.from({ length: count }, (_, n) => [
          [`option${n + 1}_name`, name(n)],
          [`option${n + 1}_value`, "x"],
        ]).flat(),
      );
    expect((await readAll(charsu({ name: "A", ...options(6, (n) => `N${n}`) }))).products[0]?.options).toHaveLength(6);
    expect((await readAll(charsu({ name: "A", ...options(2, (n) => (n ? "size" : "Size")) }))).failures).toEqual([
      "2 options",
    ]);
  });

  test("every row of a file with all columns ends once", async () => {
    const body = Array.from({ length: 200 }, (_, n) =>
      charsuColumns.map((column, at) => (column === "handle" ? `h${n % 67}` : n % (at + 2) ? `${n}` : "")),
    );
    const { products, failures } = await readAll(csvOf([[...charsuColumns], ...body]));
    const rows = [
      ...products.flatMap((product) => product.rows),
      ...failures.map((failure) => Number.parseInt(failure, 10)),
    ];
    expect(rows.sort((a, b) => a - b)).toEqual(body.map((_, n) => n + 2));
  });
});

describe("the header", () => {
  test("that is unknown is refused by what was found and what is known", async () => {
    await expect(readAll("title row\nArtikel;Preis;Bestand\nTee;1;2\n")).rejects.toMatchObject({
      code: "unknown_header",
      row: 2,
      message: expect.stringMatching(/Found: Artikel, Preis, Bestand\. Known: .*Charsu.*Shopify.*WooCommerce/),
    });
  });

  test("must stand within twenty rows", async () => {
    const after = (rows: number) => `${"intro\n".repeat(rows)}name,price\nTea,1\n`;
    expect((await readAll(after(19))).products).toHaveLength(1);
    await expect(readAll(after(20))).rejects.toMatchObject({ code: "unknown_header" });
  });

  test("must be the wanted one", async () => {
    await expect(readAll("name,price\nTea,1\n", { layout: "shopify" })).rejects.toMatchObject({
      code: "unknown_header",
    });
    expect((await readAll("name,price\nTea,1\n", { layout: "charsu" })).products).toHaveLength(1);
  });
});

test("products come one by one, and stopping ends the source", async () => {
  let given = 0;
  let ended = false;
  const endless = async function* () {
    try {
      yield { row: 1, cells: ["handle", "name", "price"] };
      for (let row = 2; ; row++) {
        given = row;
        yield { row, cells: [`h${row}`, "N", "1"] };
      }
    } finally {
      ended = true;
    }
  };
  for await (const item of parseProducts(endless(), { exponent: 2 })) {
    if (item.kind === "product" && item.row === 30) break;
  }
  expect(given).toBeLessThan(33);
  expect(ended).toBe(true);
});

test("one endless product is refused instead of held in memory", async () => {
  const endless = async function* () {
    yield { row: 1, cells: ["handle", "name", "option1 value"] };
    for (let row = 2; ; row++) yield { row, cells: ["a", "N", `${row}`] };
  };
  await expect(collect(parseProducts(endless(), { exponent: 2 }))).rejects.toMatchObject({ code: "too_large" });
});
