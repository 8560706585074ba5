import { asc, eq, sql } from "drizzle-orm";
import { Client } from "pg";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { brands, categories, events, imports, pictures, productOptions, products, variants } from "@/db/schema";
import { hasDatabase, useTestDatabase } from "@/db/testing/database";
import { makeCategory, makeProduct, makeRetailer } from "@/db/testing/factories";
import { nobody } from "@/lib/web/actor";
import { plainContext } from "@/lib/web/context";
import { fingerprint, importInto } from "../testing/import";
import { importProducts } from "./operation";
import { csvOf, fileOf } from "./testing";

const header = ["handle", "name", "sku", "price", "stock", "brand", "category", "image", "image_alt"];
const tea = [
  "tea",
  "Green tea",
  "T-1",
  "4.50",
  "12",
  "Sencha & Co",
  "Food > Tea",
  "https://x.example/tea.jpg",
  "A tin",
];
const sized = ["handle", "name", "option1_name", "option1_value", "sku", "price", "stock"];
const shirts = [
  sized,
  ["shirt", "Shirt", "Size", "S", "S-S", "20", "1"],
  ["shirt", "", "Size", "M", "S-M", "20", "2"],
  ["shirt", "", "Size", "L", "S-L", "20", "3"],
];

describe.skipIf(!hasDatabase)("catalog.import", () => {
  const { owner } = useTestDatabase();
  let shop: Awaited<ReturnType<typeof makeRetailer>>;
  beforeEach(async () => {
    shop = await makeRetailer(owner());
  });
  const take = (rows: string[][], dryRun = false) => importInto(shop.id, rows, dryRun);
  const productOf = async (key: string) => {
    const [row] = await owner().select().from(products).where(sql`retailer_id = ${shop.id} and key = ${key}`);
    if (!row) throw new Error(`There is no product ${key}.`);
    return row;
  };
  const variantsOf = async (key: string) =>
    owner()
      .select()
      .from(variants)
      .where(eq(variants.productId, (await productOf(key)).id))
      .orderBy(asc(variants.position), asc(variants.id));
  const optionsOf = async (key: string) =>
    owner()
      .select({ name: productOptions.name, values: productOptions.values })
      .from(productOptions)
      .where(eq(productOptions.productId, (await productOf(key)).id))
      .orderBy(asc(productOptions.position));
  const picturesOf = async (key: string) =>
    owner()
      .select()
      .from(pictures)
      .where(eq(pictures.productId, (await productOf(key)).id))
      .orderBy(asc(pictures.position));

  test("makes a product with its variant, picture, brand, category and ledger", async () => {
    const report = await take([header, tea]);
    const product = await productOf("tea");
    expect(report).toMatchObject({
      layout: "charsu",
      tally: { created: 1, updated: 0, unchanged: 0, failed: 0 },
      rows: [{ row: 2, outcome: "created", product: { key: "tea", name: "Green tea" } }],
      productIds: [product.id],
    });
    expect(product).toMatchObject({ name: "Green tea", status: "published" });
    expect(await variantsOf("tea")).toMatchObject([
      { sku: "T-1", price: 450, stock: 12, minQuantity: 1, active: true },
    ]);
    expect(await picturesOf("tea")).toMatchObject([{ alt: "A tin", primary: true, stored: null }]);
    const [category] = await owner()
      .select()
      .from(categories)
      .where(eq(categories.id, product.categoryId ?? 0));
    expect(category?.path).toBe("food/tea");
    const [brand] = await owner()
      .select()
      .from(brands)
      .where(eq(brands.id, product.brandId ?? 0));
    expect(brand).toMatchObject({ name: "Sencha & Co", slug: "sencha-co" });
    const { rows: ledger } = await owner().execute(sql`
      select delta, reason, reference from stock_ledger l join variants v on v.id = l.variant_id where v.product_id = ${product.id}`);
    expect(ledger).toEqual([{ delta: 12, reason: "import", reference: report.importId }]);
    const [row] = await owner()
      .select()
      .from(imports)
      .where(eq(imports.id, report.importId ?? 0));
    expect(row).toMatchObject({ layout: "charsu", fileName: "file.csv", tally: report.tally });
    const told = await owner()
      .select()
      .from(events)
      .where(sql`payload @> ${JSON.stringify({ retailerId: shop.id })}::jsonb`);
    expect(told).toMatchObject([{ name: "catalog.imported", payload: { productIds: [product.id] } }]);
  });

  test("the same file again writes nothing but its own row", async () => {
    await take([header, tea]);
    await take(shirts);
    const before = await fingerprint(owner());
    const [eventsBefore] = await Promise.all([owner().$count(events)]);
    expect((await take([header, tea])).tally).toEqual({ created: 0, updated: 0, unchanged: 1, failed: 0 });
    const again = await take(shirts);
    expect(again.tally).toEqual({ created: 0, updated: 0, unchanged: 3, failed: 0 });
    expect(again.productIds).toEqual([]);
    expect(await fingerprint(owner())).toEqual(before);
    expect(await owner().$count(events)).toBe(eventsBefore);
  });

  test("a dry run says the same and writes nothing", async () => {
    await take([header, tea]);
    const changed = [
      header,
      ["tea", "Greener tea", "T-1", "5", "3", "Other", "Food > New", "", ""],
      ["x", "X", "", "", ""],
    ];
    const [before, eventsBefore, importsBefore] = [
      await fingerprint(owner()),
      await owner().$count(events),
      await owner().$count(imports),
    ];
    const dry = await take(changed, true);
    expect(await fingerprint(owner())).toEqual(before);
    expect(await owner().$count(events)).toBe(eventsBefore);
    expect(await owner().$count(imports)).toBe(importsBefore);
    const real = await take(changed);
    expect(dry).toEqual({ ...real, importId: null });
    expect(real.tally).toEqual({ created: 0, updated: 1, unchanged: 0, failed: 1 });
  });

  test("what the file leaves open stays; what it says is changed alone", async () => {
    await take([header, tea]);
    const before = await productOf("tea");
    const report = await take([
      ["handle", "sku", "price"],
      ["tea", "T-1", "5.00"],
    ]);
    expect(report.tally.updated).toBe(1);
    const after = await productOf("tea");
    expect({ ...after, updatedAt: 0 }).toEqual({ ...before, updatedAt: 0 });
    expect(after.updatedAt.getTime()).toBeGreaterThan(before.updatedAt.getTime());
    expect(await variantsOf("tea")).toMatchObject([{ price: 500, stock: 12 }]);
    const { rows } = await owner().execute(sql`select count(*)::int as moves from stock_ledger l
      join variants v on v.id = l.variant_id where v.product_id = ${after.id}`);
    expect(rows).toEqual([{ moves: 1 }]);
  });

  test("a new product needs a name, a new variant a price; others of the file go on", async () => {
    const report = await take([
      ["handle", "name", "sku", "price"],
      ["a", "", "A", "1"],
      ["b", "B", "B", ""],
      ["c", "C", "C", "3"],
    ]);
    expect(report.tally).toEqual({ created: 1, updated: 0, unchanged: 0, failed: 2 });
    expect(report.rows.map(({ row, message }) => [row, message])).toEqual([
      [2, "A new product needs a name."],
      [3, "A new product needs a price."],
      [4, undefined],
    ]);
    expect((await productOf("c")).status).toBe("published");
  });

  test("rows that name a SKU alone mean the product that holds it, several of one product too", async () => {
    await take(shirts);
    const list = [
      ["sku", "price", "stock"],
      ["S-S", "21", "5"],
      ["S-M", "22", ""],
      ["S-L", "20", "3"],
      ["S-X", "9", "1"],
    ];
    const report = await take(list);
    expect(report.rows.map(({ outcome }) => outcome)).toEqual(["updated", "updated", "unchanged", "failed"]);
    expect(await variantsOf("shirt")).toMatchObject([
      { sku: "S-S", price: 2100, stock: 5, optionValues: ["S"], position: 0, active: true },
      { sku: "S-M", price: 2200, stock: 2, optionValues: ["M"], position: 1, active: true },
      { sku: "S-L", price: 2000, stock: 3, optionValues: ["L"], position: 2, active: true },
    ]);
    expect(await optionsOf("shirt")).toEqual([{ name: "Size", values: ["S", "M", "L"] }]);
    expect((await take(list.slice(0, 4))).tally.unchanged).toBe(3);
  });

  test("a constraint that speaks fails its product in words and no other", async () => {
    await take([
      ["handle", "name", "sku", "price", "min_quantity"],
      ...["1", "2", "3", "4", "5"].map((number) => [
        number,
        `Number ${number}`,
        number,
        "1",
        number === "4" ? "5" : "",
      ]),
    ]);
    const report = await take([["sku", "max_quantity"], ...["1", "2", "3", "4", "5"].map((sku) => [sku, "2"])]);
    expect(report.rows.map(({ outcome, message }) => [outcome, message])).toEqual([
      ["updated", undefined],
      ["updated", undefined],
      ["updated", undefined],
      ["failed", "The maximum quantity is below the minimum quantity."],
      ["updated", undefined],
    ]);
    expect(await variantsOf("3")).toMatchObject([{ maxQuantity: 2 }]);
    expect(await variantsOf("4")).toMatchObject([{ minQuantity: 5, maxQuantity: null }]);
  });

  test("a SKU of another product is refused by its name", async () => {
    await take([header, tea]);
    const report = await take([
      ["handle", "name", "sku", "price"],
      ["other", "Other", "T-1", "1"],
    ]);
    expect(report.rows).toMatchObject([
      { outcome: "failed", message: "The SKU “T-1” belongs to “Green tea” already." },
    ]);
    const elsewhere = await makeRetailer(owner());
    expect((await importInto(elsewhere.id, [header, tea])).tally.created).toBe(1);
  });

  test("a taken address gets the shop's handle, then a number; an update keeps it", async () => {
    const rows = ["1", "2", "3", "4"].map((number) => [`k${number}`, "Brass samovar", number, "1"]);
    await take([["handle", "name", "sku", "price"], ...rows]);
    const slugs = async () => Promise.all(["k1", "k2", "k3", "k4"].map(async (key) => (await productOf(key)).slug));
    const expected = [
      "brass-samovar",
      `brass-samovar-${shop.handle}`,
      `brass-samovar-${shop.handle}-2`,
      `brass-samovar-${shop.handle}-3`,
    ];
    expect(await slugs()).toEqual(expected);
    await take([
      ["handle", "name"],
      ["k2", "Copper samovar"],
    ]);
    expect(await slugs()).toEqual(expected);
    expect((await productOf("k2")).name).toBe("Copper samovar");
  });

  test("categories and brands are found without regard to case and made when missing", async () => {
    const root = await makeCategory(owner(), { name: "Garden Tools", slug: "garden-tools" });
    const report = await take([
      header,
      ["spade", "Spade", "", "1", "", "ACME", "garden tools > Spades", "", ""],
      ["rake", "Rake", "", "1", "", "acme", "GARDEN TOOLS > spades", "", ""],
    ]);
    expect(report.tally.created).toBe(2);
    const [spade, rake] = [await productOf("spade"), await productOf("rake")];
    expect(rake).toMatchObject({ brandId: spade.brandId, categoryId: spade.categoryId });
    const [child] = await owner()
      .select()
      .from(categories)
      .where(eq(categories.id, spade.categoryId ?? 0));
    expect(child).toMatchObject({ parentId: root.id, name: "Spades", path: "garden-tools/spades" });
    const told = await owner().select().from(events).where(eq(events.name, "categories.changed"));
    expect(told.length).toBeGreaterThan(0);
  });

  test("variants that the file leaves out stay, with their values", async () => {
    await take(shirts);
    const part = [
      sized,
      ["shirt", "Shirt", "Size", "XL", "S-XL", "25", "4"],
      ["shirt", "", "Size", "M", "S-M", "19", "2"],
    ];
    expect((await take(part)).tally.updated).toBe(2);
    expect((await variantsOf("shirt")).map(({ sku, price, active }) => [sku, price, active])).toEqual([
      ["S-S", 2000, true],
      ["S-M", 1900, true],
      ["S-L", 2000, true],
      ["S-XL", 2500, true],
    ]);
    expect(await optionsOf("shirt")).toEqual([{ name: "Size", values: ["S", "M", "L", "XL"] }]);
    expect((await take(part)).tally.unchanged).toBe(2);
  });

  test("without a SKU the option values say which variant it is", async () => {
    const rows = (price: string) => [
      ["handle", "name", "option1_name", "option1_value", "price"],
      ["mug", "Mug", "Colour", "Red", "8"],
      ["mug", "", "Colour", "Blue", price],
    ];
    await take(rows("8"));
    const before = await variantsOf("mug");
    await take(rows("9"));
    const after = await variantsOf("mug");
    expect(after.map(({ id, price }) => [id, price])).toEqual([
      [before[0]?.id, 800],
      [before[1]?.id, 900],
    ]);
  });

  test("when the number of options changes, variants of the old one are put aside and come back with it", async () => {
    const plain = (sku: string) => [
      ["handle", "name", "sku", "price"],
      ["shirt", "Shirt", sku, "20"],
    ];
    await take(shirts);
    await take([
      [...sized, "option2_name", "option2_value"],
      ["shirt", "Shirt", "Size", "S", "S-S", "20", "1", "Colour", "Red"],
      ["shirt", "", "Size", "S", "S-S-B", "20", "1", "Colour", "Blue"],
    ]);
    expect(await optionsOf("shirt")).toEqual([
      { name: "Size", values: ["S"] },
      { name: "Colour", values: ["Red", "Blue"] },
    ]);
    const active = async () => (await variantsOf("shirt")).filter((each) => each.active).map(({ sku }) => sku);
    expect(await active()).toEqual(["S-S", "S-S-B"]);
    await take(shirts);
    expect(await active()).toEqual(["S-S", "S-M", "S-L"]);
    expect(await optionsOf("shirt")).toEqual([{ name: "Size", values: ["S", "M", "L"] }]);
    await take(plain("ONE"));
    expect(await active()).toEqual(["ONE"]);
    expect(await optionsOf("shirt")).toEqual([]);
    expect((await take(plain("ONE"))).tally.unchanged).toBe(1);
  });

  test("pictures are known by their address; the first of the file is the primary one", async () => {
    const file = (...urls: [string, string][]) => [
      ["handle", "name", "sku", "price", "image", "image_alt"],
      ...urls.map(([url, alt], index) =>
        index === 0
          ? ["tea", "Tea", "T-1", "1", `https://x.example/${url}`, alt]
          : ["tea", "", "", "", `https://x.example/${url}`, alt],
      ),
    ];
    const state = async () => (await picturesOf("tea")).map(({ url, alt, primary }) => [url.slice(18), alt, primary]);
    await take(file(["a", "A"], ["b", ""]));
    expect(await state()).toEqual([
      ["a", "A", true],
      ["b", "", false],
    ]);
    await take(file(["c", "C"], ["b", "B"], ["a", ""]));
    expect(await state()).toEqual([
      ["a", "A", false],
      ["b", "B", false],
      ["c", "C", true],
    ]);
    await take(file(["b", ""]));
    expect(await state()).toEqual([
      ["a", "A", false],
      ["b", "B", true],
      ["c", "C", false],
    ]);
  });

  test("stock that was sold in the meantime is not put back by a file that says nothing of it", async () => {
    const { product, variant } = await makeProduct(owner(), shop.id, { variant: { sku: "SOLD", stock: 10 } });
    await owner().update(variants).set({ stock: 4 }).where(eq(variants.id, variant.id));
    await take([
      ["sku", "price"],
      ["SOLD", "7"],
    ]);
    const [after] = await owner().select().from(variants).where(eq(variants.productId, product.id));
    expect(after).toMatchObject({ price: 700, stock: 4 });
  });

  test("two imports at once, of one shop and of two with the same new names, both arrive", async () => {
    const other = await makeRetailer(owner());
    const rows = (order: number[]) => [
      header,
      ...order.map((each) => [
        `p${each}`,
        `Thing ${each}`,
        `P-${each}`,
        "1",
        "5",
        `Brand ${each}`,
        `Twin > Cat ${each}`,
        "",
        "",
      ]),
    ];
    const up = Array.from({ length: 150 }, (_, index) => index);
    const reports = await Promise.all([
      importInto(shop.id, rows(up)),
      importInto(other.id, rows(up.toReversed())),
      importInto(shop.id, rows(up.toReversed())),
    ]);
    const sum = (key: "created" | "unchanged" | "failed") =>
      reports.reduce((total, { tally }) => total + tally[key], 0);
    expect([sum("created"), sum("unchanged"), sum("failed")]).toEqual([300, 150, 0]);
    expect(await owner().$count(categories, sql`path like 'twin/%'`)).toBe(150);
    expect(await owner().$count(brands, sql`name like 'Brand %'`)).toBe(150);
  });

  test("a batch is read and written in a few statements, not one for each row", async () => {
    const rows = Array.from({ length: 300 }, (_, index) => [`q${index}`, `Quick ${index}`, `Q-${index}`, "1", "5"]);
    const file = [["handle", "name", "sku", "price", "stock"], ...rows];
    const query = vi.spyOn(Client.prototype, "query");
    await take(file);
    expect(query.mock.calls.length).toBeLessThan(50);
    query.mockClear();
    await take(file);
    expect(query.mock.calls.length).toBeLessThan(20);
    query.mockRestore();
  });

  test("a file that cannot be read changes nothing and says why", async () => {
    const run = importProducts.safe(plainContext({ ...nobody, roles: ["product_manager"] }), {
      retailerId: shop.id,
      file: fileOf("just some words\nand others"),
    });
    expect(await run).toMatchObject({
      ok: false,
      error: { code: "invalid", errors: [{ field: "file", code: "unknown_header" }] },
    });
    const missing = importProducts.safe(plainContext({ ...nobody, roles: ["product_manager"] }), {
      retailerId: 0,
      file: fileOf(csvOf([header, tea])),
    });
    expect(await missing).toMatchObject({ ok: false, error: { code: "not_found" } });
  });

  test("only product managers and admins may", async () => {
    const input = { retailerId: shop.id, file: fileOf(csvOf([header, tea])) };
    for (const [roles, code] of [
      [[], "forbidden"],
      [["operator"], "forbidden"],
      [["supervisor"], "forbidden"],
    ] as const) {
      const result = await importProducts.safe(plainContext({ ...nobody, userId: 1, roles }), input);
      expect(result).toMatchObject({ ok: false, error: { code } });
    }
    expect(await importProducts.safe(plainContext(nobody), input)).toMatchObject({
      error: { code: "unauthenticated" },
    });
  });
});
