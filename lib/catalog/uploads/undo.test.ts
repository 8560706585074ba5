import { eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { pictures, products, variants } from "@/db/schema";
import { hasDatabase, useTestDatabase } from "@/db/testing/database";
import { makeMember, makeStaff, makeUser } from "@/db/testing/factories";
import { submitOrders } from "@/lib/orders/operations/submit";
import { submitOf, withCart } from "@/lib/orders/testing/submit";
import { actingAs, signedIn } from "@/lib/web/testing/context";
import { useImportShop } from "../testing/import-shop";
import { bring, confirmed, keptOf, rowsOf, undone } from "./testing/bring";

const header = ["handle", "name", "option1_name", "option1_value", "sku", "price", "stock", "description", "image"];
const url = (name: string) => `https://x.example/${name}.jpg`;
const shirts = (...sizes: [size: string, price: string, stock: string][]) =>
  sizes.map(([size, price, stock]) => [
    "shirt",
    "Shirt",
    "Size",
    size,
    `S-${size}`,
    price,
    stock,
    "Plain",
    url("shirt"),
  ]);

describe.skipIf(!hasDatabase)("undoing an upload", () => {
  const { owner } = useTestDatabase();
  const { shop, productOf, variantsOf, optionsOf, picturesOf } = useImportShop(owner);
  let member: ReturnType<typeof actingAs>;
  beforeEach(async () => {
    member = actingAs(await makeMember(owner(), shop().id, "staff"));
  });
  const write = async (rows: string[][]) => {
    const upload = await bring(member, shop().id, [header, ...rows]);
    await confirmed(member, upload.id);
    expect((await rowsOf(member, upload.id)).filter((row) => row.includes("failed"))).toEqual([]);
    return upload.id;
  };
  const standing = async () => ({
    product: (({ updatedAt: _, search: __, ...product }) => product)(await productOf("shirt")),
    variants: await variantsOf("shirt"),
    options: await optionsOf("shirt"),
    pictures: await picturesOf("shirt"),
  });
  /** As a shopper's submit does it. */
  async function order(variantId: number, quantity: number): Promise<void> {
    const shopper = signedIn(await makeUser(owner()));
    await withCart(submitOrders, owner).call(shopper, submitOf([[variantId, quantity]]));
  }

  it("puts everything back: fields, variants, options, pictures, and stock by the ledger", async () => {
    await write(shirts(["S", "10", "5"], ["M", "11", "6"]));
    const before = await standing();
    const id = await write([
      ["shirt", "Better shirt", "Size", "M", "S-M", "12", "60", "Finer", url("finer")],
      ["shirt", "Better shirt", "Size", "L", "S-L", "13", "7", "Finer", url("shirt")],
    ]);
    expect(await standing()).not.toEqual(before);
    const back = await undone(member, id);
    expect(await keptOf(member, id)).toEqual([]);
    expect(back).toMatchObject({ status: "undone", undone: { removed: 0, restored: 1, kept: 0 } });
    expect(await standing()).toEqual(before);
    const { rows } = await owner().execute(sql`
      select l.delta, l.reason, l.note from stock_ledger l join variants v on v.id = l.variant_id
      where v.sku = 'S-M' and v.retailer_id = ${shop().id} order by l.id`);
    expect(rows).toEqual([
      { delta: 6, reason: "import", note: "" },
      { delta: 54, reason: "import", note: "" },
      { delta: -54, reason: "import", note: "undo" },
    ]);
  });

  it("leaves what somebody changed by hand since, and says so", async () => {
    await write(shirts(["S", "10", "5"]));
    const id = await write([["shirt", "Better shirt", "Size", "S", "S-S", "20", "5", "Finer", url("shirt")]]);
    await owner()
      .update(products)
      .set({ name: "Best shirt" })
      .where(eq(products.id, (await productOf("shirt")).id));
    expect(await undone(member, id)).toMatchObject({ undone: { removed: 0, restored: 0, kept: 1 } });
    expect(await productOf("shirt")).toMatchObject({ name: "Best shirt", description: "<p>Plain</p>" });
    expect((await variantsOf("shirt"))[0]).toMatchObject({ price: 1000 });
    expect(await keptOf(member, id)).toEqual(["Better shirt: Changed since: name."]);
  });

  it("keeps what was ordered since, with what was sold of the stock", async () => {
    await write(shirts(["S", "10", "5"]));
    const id = await write([
      ...shirts(["S", "10", "15"], ["L", "13", "7"]),
      ["cup", "Cup", "", "", "C-1", "9", "3", "", ""],
      ["pot", "Pot", "", "", "P-1", "9", "3", "", ""],
    ]);
    const [small, large] = await variantsOf("shirt");
    await order(small!.id, 12);
    await order(large!.id, 1);
    await order((await variantsOf("cup"))[0]!.id, 1);
    expect(await undone(member, id)).toMatchObject({ undone: { removed: 1, restored: 0, kept: 2 } });
    expect(await keptOf(member, id)).toEqual([
      "Shirt: “S-L” was ordered since.",
      "Shirt: 7 of the stock of “S-S” is gone already.",
      "Shirt: 1 of the stock of “S-L” is gone already.",
      "Cup: It was ordered since.",
    ]);
    expect((await variantsOf("shirt")).map(({ sku, stock }) => [sku, stock])).toEqual([
      ["S-S", 0],
      ["S-L", 0],
    ]);
    expect((await variantsOf("cup"))[0]).toMatchObject({ stock: 2 });
    await expect(productOf("pot")).rejects.toThrow();
  });

  it("tells of products that are gone, and of a brand that is", async () => {
    const manager = actingAs(await makeStaff(owner(), "product_manager"));
    const rows = (brand: string) => [
      ["handle", "name", "sku", "price", "brand"],
      ["tea", "Tea", "T-1", "4", brand],
    ];
    const first = await bring(manager, shop().id, rows("Old leaf"));
    await confirmed(manager, first.id);
    const second = await bring(manager, shop().id, rows("New leaf"));
    await confirmed(manager, second.id);
    await owner().execute(sql`delete from brands where name = 'Old leaf'`);
    expect(await undone(manager, second.id)).toMatchObject({ undone: { kept: 1 } });
    expect(await keptOf(manager, second.id)).toEqual(["Tea: The brand is gone."]);
    await owner().delete(products).where(eq(products.retailerId, shop().id));
    expect(await undone(manager, first.id)).toMatchObject({ undone: { removed: 1, restored: 0, kept: 0 } });
  });

  it("is taken once, and goes from the newest upload to the oldest", async () => {
    const one = await write(shirts(["S", "10", "5"]));
    const two = await write(shirts(["S", "11", "5"]));
    await undone(member, two);
    expect((await variantsOf("shirt"))[0]).toMatchObject({ price: 1000 });
    await undone(member, one);
    expect(await owner().select().from(variants).where(eq(variants.retailerId, shop().id))).toEqual([]);
    expect(await owner().select().from(pictures)).not.toContainEqual(expect.objectContaining({ url: url("nothing") }));
    await expect(undone(member, one)).rejects.toMatchObject({ status: 409 });
  });
});
