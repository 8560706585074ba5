import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ImportFileError } from "./errors";
import { readProductFile } from "./parse-products";
import { readSheet } from "./sheet";
import { readTaxonomy } from "./taxonomy";
import { collect, readAll } from "./testing";

/** Files of real shops, beside the project where somebody put them; counted by hand. */
const folder = join(process.cwd(), "..", "shared", "data");
const file = (path: string) => ({ name: path, path: join(folder, path) });
const files = (path: string) => readdirSync(join(folder, path));

describe.skipIf(!existsSync(join(folder, "shopify")))("real Shopify exports", () => {
  test.each([
    ["official-apparel.csv", 20, 22, 20, 22],
    ["official-home-and-garden.csv", 20, 21, 21, 21],
    ["official-jewelery.csv", 20, 23, 41, 41],
    ["packt.csv", 20, 21, 21, 21],
    ["unproduct-plain.csv", 13, 70, 28, 80],
  ])("%s: %i products, %i variants, %i pictures of %i rows", async (name, products, variants, pictures, rows) => {
    const found = await readAll(file(`shopify/${name}`));
    expect(found).toMatchObject({ layout: "shopify", failures: [], notes: [] });
    const sum = (count: (product: (typeof found.products)[number]) => number) =>
      found.products.reduce((total, product) => total + count(product), 0);
    expect({
      products: found.products.length,
      variants: sum((product) => product.variants.length),
      pictures: sum((product) => product.pictures.length),
      rows: sum((product) => product.rows.length),
    }).toEqual({ products, variants, pictures, rows });
  });

  test("one product as it must be", async () => {
    const { products } = await readAll(file("shopify/official-jewelery.csv"));
    const anchor = products.find(({ key }) => key === "leather-anchor");
    expect(anchor).toMatchObject({
      name: "Anchor Bracelet Mens",
      brand: "Company 123",
      category: ["Bracelet"],
      status: "published",
      options: [{ name: "Color", values: ["Gold", "Silver"] }],
      variants: [
        { row: 4, options: ["Gold"], price: 6999, stock: 1, weightGrams: 0 },
        { row: 5, options: ["Silver"], price: 5500, stock: 0 },
      ],
      rows: [4, 5, 6],
    });
    expect(anchor?.pictures).toHaveLength(3);
  });
});

describe.skipIf(!existsSync(join(folder, "woocommerce")))("real WooCommerce exports", () => {
  test("the product export: 13 products, 20 variants, 21 pictures of 24 rows", async () => {
    const { layout, products, failures } = await readAll(file("woocommerce/sample_products.csv"));
    expect(layout).toBe("woocommerce");
    expect(products).toHaveLength(13);
    expect(products.flatMap(({ variants }) => variants)).toHaveLength(20);
    expect(products.flatMap(({ pictures }) => pictures)).toHaveLength(21);
    expect(products.flatMap(({ rows }) => rows)).toHaveLength(22);
    expect(failures).toEqual(["17 grouped", "18 external"]);
    expect(products.find(({ key }) => key === "cc-hoodie")).toMatchObject({
      category: ["Clothing", "Hoodies"],
      options: [
        { name: "Color", values: ["Blue", "Green", "Red"] },
        { name: "Logo", values: ["Yes", "No"] },
      ],
      variants: [
        { sku: "cc-hoodie-red", options: ["Red", "No"], price: 4200 },
        { sku: "cc-hoodie-green", options: ["Green", "No"], price: 4500 },
        { sku: "cc-hoodie-blue", options: ["Blue", "No"] },
        { sku: "cc-hoodie-red-logo", options: ["Red", "Yes"] },
        { sku: "cc-hoodie-blue-logo", options: ["Blue", "Yes"] },
        { sku: "cc-hoodie-green-logo", options: ["Green", "Yes"] },
      ],
      rows: [3, 12, 13, 14, 23, 24, 25],
    });
  });

  test("the WordPress export is refused with what to export instead", async () => {
    await expect(readAll(file("woocommerce/sample_products-wxr.xml"))).rejects.toMatchObject({
      code: "unsupported_format",
      message: expect.stringContaining("CSV"),
    });
  });
});

describe.skipIf(!existsSync(join(folder, "hostile-xlsx")))("hostile workbooks", () => {
  /** Rows that are not blank, or the error. */
  const expected: Record<string, number | string> = {
    "calamine-header-row.xlsx": 3,
    "calamine-inventory-table.xlsx": 5,
    "exceljs-formulas.xlsx": 2,
    "exceljs-missing-bits.xlsx": "unreadable",
    "exceljs-shared_string_with_escape.xlsx": 1,
    "poi-poc-xmlbomb.xlsx": 1,
    "poi-poifs-protect.xlsx": "encrypted",
    "poi-right-to-left.xlsx": 4,
    "poi-sample.strict.xlsx": 10,
    "poi-xlsx-corrupted.xlsx": "unreadable",
    "sheetjs-1904.xlsx": 5,
    "sheetjs-ErrorTypes.xlsx": 14,
    "sheetjs-merge_cells.xlsx": 3,
  };
  const names = existsSync(join(folder, "hostile-xlsx")) ? files("hostile-xlsx") : [];

  test.each(names)("%s ends within ten seconds", { timeout: 10_000 }, async (name) => {
    const rows = await collect(readSheet(file(`hostile-xlsx/${name}`))).then(
      (all) => all.length,
      (error) => error.code,
    );
    if (name in expected) expect(rows).toBe(expected[name]);
    const products = await collect(readProductFile(file(`hostile-xlsx/${name}`), { exponent: 2 })).catch(
      (error) => error,
    );
    expect(products instanceof ImportFileError || Array.isArray(products)).toBe(true);
  });
});

describe.skipIf(!existsSync(join(folder, "taxonomy")))("real taxonomies", () => {
  test.each([
    ["google-taxonomy-with-ids.en-US.txt", 5595, 0, 7],
    ["shopify-categories.en.txt", 10_369, 0, 8],
    // One category of Best Buy's has no name.
    ["bestbuy-categories.json", 4583, 1, 6],
  ])("%s: %i categories, %i problems, %i levels", async (name, categories, problems, levels) => {
    const all = await collect(readTaxonomy(file(`taxonomy/${name}`)));
    const entries = all.filter((entry) => entry.kind === "category");
    expect(entries).toHaveLength(categories);
    expect(all).toHaveLength(categories + problems);
    expect(Math.max(...entries.map(({ path }) => path.length))).toBe(levels);
    expect(new Set(entries.map(({ externalId }) => externalId)).size).toBe(categories);
  });
});

test.skipIf(!existsSync(join(folder, "seeds")))(
  "catalogs of other systems give products or a clear error",
  async () => {
    for (const name of files("seeds")) {
      const found = await readAll(file(`seeds/${name}`)).catch((error) => error);
      expect(found instanceof ImportFileError || found.products.length > 0, name).toBe(true);
    }
  },
);
