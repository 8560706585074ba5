import { describe, expect, test } from "vitest";
import { csvOf, readAll } from "../testing";

const shopify = (...rows: Record<string, string>[]) => {
  const columns = [...new Set(["Handle", "Title", ...rows.flatMap((row) => Object.keys(row))])];
  return csvOf([columns, ...rows.map((row) => columns.map((column) => row[column] ?? ""))]);
};
const simple = {
  Handle: "a",
  Title: "A",
  "Option1 Name": "Title",
  "Option1 Value": "Default Title",
  "Variant Price": "5",
};

describe("Shopify's product export", () => {
  test("one row a variant, further pictures in rows of their own, pictures by position", async () => {
    const { layout, products, failures } = await readAll(
      shopify(
        {
          Handle: "tee",
          Title: "Tee",
          "Body (HTML)": "<h1>Soft</h1><p>Cotton <script>x()</script></p>",
          Vendor: "Loom",
          Type: "Shirts",
          Published: "true",
          "Option1 Name": "Size",
          "Option1 Value": "S",
          "Variant SKU": "'T-S",
          "Variant Grams": "180.0",
          "Variant Inventory Qty": "-2",
          "Variant Price": "20.00",
          "Variant Barcode": "'0123",
          "Image Src": "https://x.test/2.jpg",
          "Image Position": "2",
          "Image Alt Text": "Back",
          "Variant Image": "https://x.test/s.jpg",
        },
        {
          Handle: "tee",
          "Option1 Value": "M",
          "Variant Grams": "0",
          "Variant Price": "21.00",
          "Image Src": "https://x.test/1.jpg",
          "Image Position": "1",
        },
        { Handle: "tee", "Image Src": "https://x.test/3.jpg", "Image Position": "3" },
      ),
    );
    expect(layout).toBe("shopify");
    expect(failures).toEqual([]);
    expect(products).toMatchObject([
      {
        key: "tee",
        descriptionHtml: "<h3>Soft</h3><p>Cotton</p>",
        brand: "Loom",
        category: ["Shirts"],
        status: "published",
        options: [{ name: "Size", values: ["S", "M"] }],
        variants: [
          { sku: "T-S", barcode: "0123", price: 2000, stock: 0, weightGrams: 180, picture: "https://x.test/s.jpg" },
          { sku: null, key: "M", price: 2100, stock: null, weightGrams: 0, picture: null },
        ],
        pictures: [
          { url: "https://x.test/1.jpg", alt: null },
          { url: "https://x.test/2.jpg", alt: "Back" },
          { url: "https://x.test/3.jpg", alt: null },
          { url: "https://x.test/s.jpg", alt: null },
        ],
        rows: [2, 3, 4],
      },
    ]);
  });

  test("“Default Title” is no option", async () => {
    const { products } = await readAll(shopify(simple));
    expect(products).toMatchObject([{ options: [], variants: [{ options: [], price: 500 }] }]);
  });

  test.each([
    ["active", "true", "published"],
    ["active", "false", "draft"],
    ["active", "", "published"],
    ["draft", "true", "draft"],
    ["archived", "true", "draft"],
    ["", "true", "published"],
    ["", "FALSE", "draft"],
    ["", "", null],
  ])("status %s, published %s is %s", async (Status, Published, status) => {
    expect((await readAll(shopify({ ...simple, Status, Published }))).products[0]?.status).toBe(status);
  });

  test("the category is the product category, else Google's path, else the type", async () => {
    const google = "Google Shopping / Google Product Category";
    const category = async (row: Record<string, string>) =>
      (await readAll(shopify({ ...simple, Type: "Tees", ...row }))).products[0]?.category;
    expect(await category({})).toEqual(["Tees"]);
    expect(await category({ [google]: "1604" })).toEqual(["Tees"]);
    expect(await category({ [google]: "Apparel & Accessories > Clothing" })).toEqual([
      "Apparel & Accessories",
      "Clothing",
    ]);
    expect(await category({ "Product Category": "A > B", [google]: "C > D" })).toEqual(["A", "B"]);
  });

  test("the columns since 2024", async () => {
    const { layout, products } = await readAll(
      "Title,URL handle,Description,Vendor,Published on online store,Status,SKU,Option1 name,Option1 value,Price,Inventory quantity,Weight value (grams),Product image URL\n" +
        "Tea,tea,<p>x</p>,V,TRUE,Active,T,Size,S,3.5,9,120,https://x.test/a.jpg\n",
    );
    expect(layout).toBe("shopify");
    expect(products).toMatchObject([
      {
        key: "tea",
        name: "Tea",
        status: "published",
        variants: [{ sku: "T", price: 350, stock: 9, weightGrams: 120 }],
      },
    ]);
  });

  test("gift cards and rows without a handle fail", async () => {
    const { products, failures } = await readAll(
      shopify({ ...simple, "Gift Card": "true" }, { Title: "B", "Variant Price": "1" }, { ...simple, Handle: "c" }),
    );
    expect(failures).toEqual(["2 gift_card", "3 no_key"]);
    expect(products.map(({ key }) => key)).toEqual(["c"]);
  });
});
