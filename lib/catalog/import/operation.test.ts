import { eq, sql } from "drizzle-orm";
import { Client } from "pg";
import { describe, expect, test, vi } from "vitest";
import { brands, categories, events, imports } from "@/db/schema";
import { hasDatabase, useTestDatabase } from "@/db/testing/database";
import { makeRetailer } from "@/db/testing/factories";
import { nobody } from "@/lib/web/actor";
import { plainContext } from "@/lib/web/context";
import { fingerprint, importInto } from "../testing/import";
import { shirts, tea, teaHeader, useImportShop } from "../testing/import-shop";
import { importProducts } from "./operation";
import { csvOf, fileOf } from "./testing";

describe.skipIf(!hasDatabase)("catalog.import", () => {
  const { owner } = useTestDatabase();
  const { shop, take, productOf, variantsOf, picturesOf } = useImportShop(owner);

  test("makes a product with its variant, picture, brand, category and ledger", async () => {
    const report = await take([teaHeader, tea]);
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
      .where(sql`payload @> ${JSON.stringify({ retailerId: shop().id })}::jsonb`);
    expect(told).toMatchObject([{ name: "catalog.imported", payload: { productIds: [product.id] } }]);
  });

  test("the same file again writes nothing but its own row", async () => {
    await take([teaHeader, tea]);
    await take(shirts);
    const before = await fingerprint(owner());
    const [eventsBefore] = await Promise.all([owner().$count(events)]);
    expect((await take([teaHeader, tea])).tally).toEqual({ created: 0, updated: 0, unchanged: 1, failed: 0 });
    const again = await take(shirts);
    expect(again.tally).toEqual({ created: 0, updated: 0, unchanged: 3, failed: 0 });
    expect(again.productIds).toEqual([]);
    expect(await fingerprint(owner())).toEqual(before);
    expect(await owner().$count(events)).toBe(eventsBefore);
  });

  test("a dry run says the same and writes nothing", async () => {
    await take([teaHeader, tea]);
    const changed = [
      teaHeader,
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

  test("two imports at once, of one shop and of two with the same new names, both arrive", async () => {
    const other = await makeRetailer(owner());
    const rows = (order: number[]) => [
      teaHeader,
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
      importInto(shop().id, rows(up)),
      importInto(other.id, rows(up.toReversed())),
      importInto(shop().id, rows(up.toReversed())),
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
    const run = importProducts.safe(plainContext({ ...nobody, roles: ["admin"] }), {
      retailerId: shop().id,
      file: fileOf("just some words\nand others"),
    });
    expect(await run).toMatchObject({
      ok: false,
      error: { code: "invalid", errors: [{ field: "file", code: "unknown_header" }] },
    });
    const missing = importProducts.safe(plainContext({ ...nobody, roles: ["admin"] }), {
      retailerId: 0,
      file: fileOf(csvOf([teaHeader, tea])),
    });
    expect(await missing).toMatchObject({ ok: false, error: { code: "not_found" } });
  });

  test("only product managers and admins may", async () => {
    const input = { retailerId: shop().id, file: fileOf(csvOf([teaHeader, tea])) };
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
