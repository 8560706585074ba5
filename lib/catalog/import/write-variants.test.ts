import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { variants } from "@/db/schema";
import { hasDatabase, useTestDatabase } from "@/db/testing/database";
import { makeProduct } from "@/db/testing/factories";
import { shirts, sizedHeader, useImportShop } from "../testing/import-shop";

describe.skipIf(!hasDatabase)("what an import writes of variants", () => {
  const { owner } = useTestDatabase();
  const { shop, take, variantsOf, optionsOf } = useImportShop(owner);

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

  test("variants that the file leaves out stay, with their values", async () => {
    await take(shirts);
    const part = [
      sizedHeader,
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
      [...sizedHeader, "option2_name", "option2_value"],
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

  test("stock that was sold in the meantime is not put back by a file that says nothing of it", async () => {
    const { product, variant } = await makeProduct(owner(), shop().id, { variant: { sku: "SOLD", stock: 10 } });
    await owner().update(variants).set({ stock: 4 }).where(eq(variants.id, variant.id));
    await take([
      ["sku", "price"],
      ["SOLD", "7"],
    ]);
    const [after] = await owner().select().from(variants).where(eq(variants.productId, product.id));
    expect(after).toMatchObject({ price: 700, stock: 4 });
  });
});
