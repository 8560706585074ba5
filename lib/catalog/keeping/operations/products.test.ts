import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { orderLines, pictures, products } from "@/db/schema";
import { hasDatabase, useTestDatabase } from "@/db/testing/database";
import { makeMember, makeProduct, makeRetailer, makeStaff } from "@/db/testing/factories";
import { actingAs } from "@/lib/web/testing/context";
import { orderOf } from "../testing/order";
import { addProduct, duplicateProduct } from "./add";
import { readKeptProduct } from "./list";
import { removeProduct } from "./remove";

const one = [{ price: 500 }];

describe.skipIf(!hasDatabase)("adding, copying and removing products", () => {
  const { owner } = useTestDatabase();

  async function shopOf() {
    const shop = await makeRetailer(owner());
    const member = await makeMember(owner(), shop.id, "staff");
    return { shop, member, as: () => actingAs(member) };
  }

  it("adds a draft under an address and a key of its own, also where another shop has the name", async () => {
    const near = await shopOf();
    const far = await shopOf();
    const add = (context: ReturnType<typeof actingAs>) =>
      addProduct.call(context, { name: "Grüner Becher", variants: one });
    expect(await add(near.as())).toMatchObject({ slug: "gruner-becher", key: "gruner-becher", status: "draft" });
    expect(await add(far.as())).toMatchObject({ slug: `gruner-becher-${far.shop.handle}`, key: "gruner-becher" });
    expect(await add(far.as())).toMatchObject({ slug: `gruner-becher-${far.shop.handle}-2`, key: "gruner-becher-2" });
  });

  it("adds options and variants with their first stock", async () => {
    const { as, shop } = await shopOf();
    const context = as();
    const made = await addProduct.call(context, {
      name: "Cup",
      options: [{ name: "Size", values: ["S", "M"] }],
      variants: [
        { optionValues: ["M"], price: 700, stock: 3, sku: " m ", weight: 90, minQuantity: 2, maxQuantity: 8 },
        { optionValues: ["S"], price: 500 },
      ],
    });
    expect(made.variants).toMatchObject([
      { optionValues: ["M"], stock: 3, sku: "m", weight: 90, minQuantity: 2, maxQuantity: 8 },
      { optionValues: ["S"], stock: 0, sku: null, active: true },
    ]);
    expect([...context.expired]).toEqual(expect.arrayContaining([`retailer:${shop.id}`, "catalog"]));
  });

  it.each<[object, string]>([
    [{ variants: [] }, "variants"],
    [{ variants: [{ price: 1, optionValues: ["x"] }] }, "variants.0.optionValues"],
    [{ variants: [{ price: 1 }, { price: 2 }] }, "variants.1.optionValues"],
    [{ variants: [{ price: 1, maxQuantity: 1, minQuantity: 2 }] }, "variants.0.maxQuantity"],
    [{ variants: [{ price: "12" }] }, "variants.0.price"],
    [{ slug: "Not fine" }, "slug"],
    [{ brand: "Nobody" }, "brand"],
    [{ retailer: "not-mine" }, "retailer"],
  ])("refuses %j at its field", async (over, field) => {
    const { as } = await shopOf();
    const answer = await addProduct.safe(as(), { name: "Cup", variants: one, ...over });
    expect(answer).toMatchObject({ ok: false, error: { status: 422, errors: [{ field }] } });
  });

  it("asks whose product it is where that is not clear, and lets nobody add to a shop that is not theirs", async () => {
    const near = await shopOf();
    const far = await shopOf();
    const both = actingAs({ ...near.member, shops: [near.shop.id, far.shop.id] });
    const unclear = await addProduct.safe(both, { name: "Cup", variants: one });
    expect(unclear).toMatchObject({ error: { errors: [{ field: "retailer" }] } });
    const foreign = await addProduct.safe(near.as(), { name: "Cup", variants: one, retailer: far.shop.handle });
    expect(foreign).toMatchObject({ error: { errors: [{ field: "retailer" }] } });
    // A session that says more than the database knows.
    const lying = actingAs({ ...near.member, shops: [far.shop.id] });
    expect(await addProduct.safe(lying, { name: "Cup", variants: one })).toMatchObject({ error: { status: 403 } });
    const manager = actingAs(await makeStaff(owner(), "product_manager"));
    const made = await addProduct.call(manager, { name: "Cup", variants: one, retailer: far.shop.handle });
    expect(made.retailer.id).toBe(far.shop.id);
  });

  it("copies a product as a draft, with its pictures, without SKUs and stock", async () => {
    const { as, shop } = await shopOf();
    const { product } = await makeProduct(owner(), shop.id, {
      name: "Cup",
      description: "<p>Big</p>",
      variant: { sku: "C-1", price: 700, stock: 9 },
    });
    await owner()
      .insert(pictures)
      .values({ productId: product.id, position: 0, url: "https://x.example/1.png", primary: true });
    const copy = await duplicateProduct.call(as(), { id: product.id });
    expect(copy).toMatchObject({
      name: "Cup (copy)",
      status: "draft",
      description: "<p>Big</p>",
      variants: [{ sku: null, stock: 0, price: { amount: 700 } }],
    });
    expect(copy.slug).not.toBe(product.slug);
    const shown = await owner().select().from(pictures).where(eq(pictures.productId, copy.id));
    expect(shown).toMatchObject([{ url: "https://x.example/1.png", primary: true }]);
  });

  it("removes what nobody ordered, and archives what an order names", async () => {
    const { as, shop } = await shopOf();
    const free = await makeProduct(owner(), shop.id);
    const sold = await makeProduct(owner(), shop.id);
    await orderOf(owner(), shop.id, { productId: sold.product.id, variantId: sold.variant.id });
    const context = as();
    expect(await removeProduct.call(context, { id: free.product.id })).toMatchObject({ outcome: "removed" });
    expect([...context.expired]).toContain(`product:${free.product.id}`);
    expect(await readKeptProduct.safe(as(), { id: free.product.id })).toMatchObject({ error: { status: 404 } });
    const manager = actingAs(await makeStaff(owner(), "product_manager"));
    expect(await removeProduct.call(manager, { id: sold.product.id })).toMatchObject({ outcome: "archived" });
    expect(await readKeptProduct.call(as(), { id: sold.product.id })).toMatchObject({ status: "archived" });
    const lines = await owner()
      .select()
      .from(orderLines)
      .where(and(eq(orderLines.productId, sold.product.id), eq(orderLines.variantId, sold.variant.id)));
    expect(lines).toMatchObject([{ name: "Cup", unitPrice: 1000 }]);
  });

  it("removes and copies no other shop's product", async () => {
    const near = await shopOf();
    const far = await shopOf();
    const { product } = await makeProduct(owner(), far.shop.id);
    for (const write of [removeProduct, duplicateProduct]) {
      expect(await write.safe(near.as(), { id: product.id })).toMatchObject({ error: { status: 404 } });
    }
    expect(await owner().select().from(products).where(eq(products.id, product.id))).toHaveLength(1);
  });

  it.each(["operator", "supervisor"] as const)("is not for %ss", async (role) => {
    const { shop } = await shopOf();
    const { product } = await makeProduct(owner(), shop.id);
    const context = actingAs(await makeStaff(owner(), role));
    for (const answer of [
      await addProduct.safe(context, { name: "Cup", variants: one, retailer: shop.handle }),
      await removeProduct.safe(context, { id: product.id }),
      await duplicateProduct.safe(context, { id: product.id }),
    ]) {
      expect(answer).toMatchObject({ error: { status: 403 } });
    }
  });
});
