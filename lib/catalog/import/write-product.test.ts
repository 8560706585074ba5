import { eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { categories, events } from "@/db/schema";
import { hasDatabase, useTestDatabase } from "@/db/testing/database";
import { makeCategory, makeRetailer } from "@/db/testing/factories";
import { importInto } from "../testing/import";
import { tea, teaHeader, useImportShop } from "../testing/import-shop";

describe.skipIf(!hasDatabase)("what an import writes of a product", () => {
  const { owner } = useTestDatabase();
  const { shop, take, productOf, variantsOf, picturesOf } = useImportShop(owner);

  test("what the file leaves open stays; what it says is changed alone", async () => {
    await take([teaHeader, tea]);
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

  test("a SKU of another product is refused by its name", async () => {
    await take([teaHeader, tea]);
    const report = await take([
      ["handle", "name", "sku", "price"],
      ["other", "Other", "T-1", "1"],
    ]);
    expect(report.rows).toMatchObject([
      { outcome: "failed", message: "The SKU “T-1” belongs to “Green tea” already." },
    ]);
    const elsewhere = await makeRetailer(owner());
    expect((await importInto(elsewhere.id, [teaHeader, tea])).tally.created).toBe(1);
  });

  test("a taken address gets the shop's handle, then a number; an update keeps it", async () => {
    const rows = ["1", "2", "3", "4"].map((number) => [`k${number}`, "Brass samovar", number, "1"]);
    await take([["handle", "name", "sku", "price"], ...rows]);
    const slugs = async () => Promise.all(["k1", "k2", "k3", "k4"].map(async (key) => (await productOf(key)).slug));
    const expected = [
      "brass-samovar",
      `brass-samovar-${shop().handle}`,
      `brass-samovar-${shop().handle}-2`,
      `brass-samovar-${shop().handle}-3`,
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
      teaHeader,
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
});
