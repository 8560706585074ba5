import { expect, test } from "vitest";
import { clearedBy } from "./cleared";
import { csvOf, readAll } from "./testing";

const clears = async (rows: string[][]) => [
  ...((await readAll(csvOf(rows), { clearEmpty: true })).products[0]?.clears ?? []),
];

test("a file clears the fields that it has a column for, and no other", async () => {
  const own = [
    ["handle", "name", "Description", "Weight_g", "price", "stock"],
    ["tea", "Tea", "", "", "1", ""],
  ];
  expect(await clears(own)).toEqual(["description", "weightGrams"]);
  const shopify = [
    ["Handle", "Title", "Vendor", "Variant Price"],
    ["tea", "Tea", "", "1"],
  ];
  expect(await clears(shopify)).toEqual(["brand"]);
  expect((await readAll(csvOf(own))).products[0]?.clears.size).toBe(0);
});

test("WooCommerce's type is no category", () => {
  expect(clearedBy({ layout: "woocommerce", row: 1, names: ["type", "name", "brands"] })).toEqual(new Set(["brand"]));
});

test("rows below a header named by hand go on with the product above; without a header every row is one", async () => {
  const header = (row: number) =>
    ({ layout: "charsu", row, names: ["name", "option1 value", "price"], continues: true }) as const;
  const rows = [
    ["Tea", "S", "1"],
    ["", "L", "2"],
    ["Cup", "", "3"],
  ];
  const { products, failures } = await readAll(csvOf(rows), { header: { ...header(0), names: [...header(0).names] } });
  expect(failures).toEqual([]);
  expect(products.map(({ key, rows: own }) => [key, own])).toEqual([
    ["tea", [1, 2]],
    ["cup", [3]],
  ]);
  const below = await readAll(csvOf([["x"], ...rows]), { header: { ...header(1), names: [...header(1).names] } });
  expect(below.products.map(({ rows: own }) => own)).toEqual([[2, 3], [4]]);
});
