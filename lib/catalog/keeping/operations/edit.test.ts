import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { transaction } from "@/db/client";
import { brands, oldAddresses, products, stockLedger, variants } from "@/db/schema";
import { hasDatabase, useTestDatabase } from "@/db/testing/database";
import { makeCategory, makeMember, makeProduct, makeRetailer, makeStaff } from "@/db/testing/factories";
import { actingAs } from "@/lib/web/testing/context";
import type { ProductBase } from "../input";
import { orderOf } from "../testing/order";
import { editProduct } from "./edit";
import { readKeptProduct } from "./list";

describe.skipIf(!hasDatabase)("editing a product", () => {
  const { owner } = useTestDatabase();

  async function shopWithProduct() {
    const shop = await makeRetailer(owner());
    const member = await makeMember(owner(), shop.id);
    const { product, variant } = await makeProduct(owner(), shop.id, { name: "Cup" });
    return { shop, member, as: () => actingAs(member), id: product.id, product, variant };
  }

  const baseOf = async (context: ReturnType<typeof actingAs>, id: number): Promise<ProductBase> => {
    const { category, variants: rows, ...kept } = await readKeptProduct.call(context, { id });
    const { name, slug, description, brand, status, options } = kept;
    const own = { name, slug, description, brand, status, options, categoryId: category?.id ?? null };
    return { ...own, variants: rows.map(({ stock: _, price, ...row }) => ({ ...row, price: price.amount })) };
  };

  it("writes each field, cleans the description, and says whose pages change", async () => {
    const { as, id, shop } = await shopWithProduct();
    const category = await makeCategory(owner());
    await owner()
      .insert(brands)
      .values({ name: "Çay Evi", slug: `cay-${id}` });
    const context = as();
    const { product } = await editProduct.call(context, {
      id,
      name: "  Mug ",
      slug: `mug-${id}`,
      description: '<p onclick="x()">Big<script>alert(1)</script></p>',
      categoryId: category.id,
      brand: "çay evi",
      status: "archived",
    });
    expect(product).toMatchObject({
      name: "Mug",
      slug: `mug-${id}`,
      description: "<p>Big</p>",
      category: { id: category.id, names: [category.name] },
      brand: "Çay Evi",
      status: "archived",
    });
    expect([...context.expired]).toEqual(expect.arrayContaining([`product:${id}`, `retailer:${shop.id}`, "catalog"]));
  });

  it("remembers the old address, and refuses one that another product has", async () => {
    const { as, id, product } = await shopWithProduct();
    const other = await shopWithProduct();
    await editProduct.call(as(), { id, slug: `moved-${id}` });
    const old = await owner().select().from(oldAddresses).where(eq(oldAddresses.address, product.slug));
    expect(old).toMatchObject([{ kind: "product", recordId: id }]);
    const taken = await editProduct.safe(as(), { id, slug: other.product.slug });
    expect(taken).toMatchObject({ error: { status: 409, errors: [{ field: "slug" }] } });
  });

  it("adds variants with their first stock, keeps the ids of the others and their stock", async () => {
    const { as, id, variant } = await shopWithProduct();
    const { product } = await editProduct.call(as(), {
      id,
      options: [{ name: "Size", values: ["S", "M"] }],
      variants: [
        { id: variant.id, optionValues: ["S"], weight: 7 },
        { optionValues: ["M"], price: 1200, stock: 4, sku: `m-${id}` },
      ],
    });
    expect(product.options).toEqual([{ name: "Size", values: ["S", "M"] }]);
    expect(product.variants).toMatchObject([
      { id: variant.id, optionValues: ["S"], weight: 7, stock: 10, price: { amount: 1000 } },
      { optionValues: ["M"], stock: 4, price: { amount: 1200 }, minQuantity: 1 },
    ]);
    const ledger = await owner().select().from(stockLedger).where(eq(stockLedger.variantId, product.variants[1]!.id));
    expect(ledger).toMatchObject([{ delta: 4, reason: "initial" }]);
  });

  it("lets two variants exchange their SKUs and values", async () => {
    const { as, id, variant } = await shopWithProduct();
    const first = { optionValues: ["S"], sku: `a-${id}` };
    const second = { optionValues: ["M"], sku: `b-${id}` };
    const options = [{ name: "Size", values: ["S", "M"] }];
    const made = await editProduct.call(as(), {
      id,
      options,
      variants: [
        { id: variant.id, ...first },
        { ...second, price: 5 },
      ],
    });
    const other = made.product.variants.find((row) => row.id !== variant.id)!;
    const { product } = await editProduct.call(as(), {
      id,
      variants: [
        { id: variant.id, ...second },
        { id: other.id, ...first },
      ],
    });
    expect(product.variants.find((row) => row.id === variant.id)).toMatchObject(second);
    expect(product.variants.find((row) => row.id === other.id)).toMatchObject(first);
  });

  it("puts variants aside that have not as many values as there are options", async () => {
    const { as, id, variant } = await shopWithProduct();
    const options = [{ name: "Size", values: ["S"] }];
    const { product } = await editProduct.call(as(), { id, options, variants: [{ optionValues: ["S"], price: 1 }] });
    expect(product.variants.find((row) => row.id === variant.id)).toMatchObject({ active: false, optionValues: [] });
  });

  it("removes a variant, but keeps one off sale that an order names", async () => {
    const { as, id, variant, shop } = await shopWithProduct();
    const options = [{ name: "Size", values: ["S", "M", "L"] }];
    const rows = [
      { id: variant.id, optionValues: ["S"] },
      { optionValues: ["M"], price: 1 },
      { optionValues: ["L"], price: 1 },
    ];
    const made = await editProduct.call(as(), { id, options, variants: rows });
    const [, m, l] = made.product.variants;
    await orderOf(owner(), shop.id, { productId: id, variantId: variant.id });
    const saved = await editProduct.call(as(), {
      id,
      variants: [variant.id, m!.id].map((each) => ({ id: each, remove: true })),
    });
    expect(saved.kept).toEqual([variant.id]);
    expect(saved.product.variants.map((row) => [row.id, row.active])).toEqual([
      [variant.id, false],
      [l!.id, true],
    ]);
    const all = {
      id,
      variants: [
        { id: l!.id, remove: true },
        { id: variant.id, active: true },
      ],
    };
    await editProduct.call(as(), all);
    const bare = await shopWithProduct();
    const none = await editProduct.safe(bare.as(), { id: bare.id, variants: [{ id: bare.variant.id, remove: true }] });
    expect(none).toMatchObject({ error: { status: 422, errors: [{ field: "variants" }] } });
  });

  it.each<[string, object, string]>([
    ["a brand that is not there", { brand: "Nobody" }, "brand"],
    ["a category that is not there", { categoryId: 2_000_000_000 }, "categoryId"],
    ["no name", { name: " " }, "name"],
    ["a name of 301 letters", { name: "x".repeat(301) }, "name"],
    ["an address with a space", { slug: "a b" }, "slug"],
    ["a maximum below the minimum", { variants: [{ minQuantity: 3, maxQuantity: 2 }] }, "variants.0.maxQuantity"],
    ["a price below zero", { variants: [{ price: -1 }] }, "variants.0.price"],
    [
      "a new variant without a price",
      { options: [{ name: "S", values: ["x"] }], variants: [{ optionValues: ["x"], id: undefined }] },
      "variants.0.price",
    ],
    [
      "values beyond the options",
      { variants: [{ id: undefined, optionValues: ["x"], price: 1 }] },
      "variants.0.optionValues",
    ],
  ])("refuses %s at its field and writes nothing", async (_, change, field) => {
    const { as, id, variant } = await shopWithProduct();
    const before = await readKeptProduct.call(as(), { id });
    const rows = (change as { variants?: object[] }).variants?.map((row) => ({ id: variant.id, ...row }));
    const answer = await editProduct.safe(as(), { id, ...change, ...(rows && { variants: rows }) });
    expect(answer).toMatchObject({ ok: false, error: { status: 422, errors: [{ field }] } });
    expect(await readKeptProduct.call(as(), { id })).toEqual(before);
  });

  it("tells which SKU another product of the shop has; another shop may have the same", async () => {
    const { as, id, variant, shop } = await shopWithProduct();
    await makeProduct(owner(), shop.id, { name: "Jug", variant: { sku: "J-1" } });
    const far = await shopWithProduct();
    await makeProduct(owner(), far.shop.id, { variant: { sku: "F-1" } });
    const taken = await editProduct.safe(as(), { id, variants: [{ id: variant.id, sku: "J-1" }] });
    expect(taken).toMatchObject({ error: { status: 422, errors: [{ field: "variants.0.sku" }] } });
    await editProduct.call(as(), { id, variants: [{ id: variant.id, sku: "F-1" }] });
  });

  it("shows the second of two what the first changed, and loses nothing of either", async () => {
    const { as, id, variant } = await shopWithProduct();
    const base = await baseOf(as(), id);
    const first = { id, base, name: "Mug", variants: [{ id: variant.id, price: 1100 }] };
    await editProduct.call(as(), first);
    const context = as();
    const second = {
      id,
      base,
      name: "Beaker",
      status: "draft" as const,
      variants: [{ id: variant.id, price: 900, weight: 9 }],
    };
    const refused = await editProduct.safe(context, second);
    expect(refused).toMatchObject({
      error: {
        status: 409,
        code: "changed",
        data: {
          conflicts: [
            { field: "name", was: "Cup", now: "Mug", yours: "Beaker" },
            { field: `variants.${variant.id}.price`, was: 1000, now: 1100, yours: 900 },
          ],
          product: { name: "Mug" },
        },
      },
    });
    expect(context.expired.size).toBe(0);
    const rows = await owner().select().from(products).where(eq(products.id, id));
    expect(rows).toMatchObject([{ name: "Mug", status: "published" }]);
    const again = await editProduct.call(as(), { ...second, base: await baseOf(as(), id), name: "Beaker" });
    expect(again.product).toMatchObject({ name: "Beaker", status: "draft" });
  });

  it("unites changes of different fields, and says what came from the other", async () => {
    const { as, id, variant } = await shopWithProduct();
    const base = await baseOf(as(), id);
    await editProduct.call(as(), { id, base, variants: [{ id: variant.id, price: 1100 }] });
    const { product, meanwhile } = await editProduct.call(as(), { id, ...base, base, name: "Mug" });
    expect(product).toMatchObject({ name: "Mug", variants: [{ price: { amount: 1100 } }] });
    expect(meanwhile).toEqual([{ field: `variants.${variant.id}.price`, was: 1000, now: 1100, yours: null }]);
  });

  it("lets one of two who save at the same moment win, and tells the other", async () => {
    const { as, id } = await shopWithProduct();
    const base = await baseOf(as(), id);
    const answers = await Promise.all(
      ["One", "Two", "Three"].map((name) => editProduct.safe(as(), { id, base, name })),
    );
    expect(answers.map((answer) => (answer.ok ? "saved" : answer.error.code)).sort()).toEqual([
      "changed",
      "changed",
      "saved",
    ]);
  });

  it("writes nothing and tells nobody when nothing changed", async () => {
    const { as, id } = await shopWithProduct();
    const before = await readKeptProduct.call(as(), { id });
    const context = as();
    await editProduct.call(context, { id, ...(await baseOf(as(), id)) });
    expect(context.expired.size).toBe(0);
    expect(await readKeptProduct.call(as(), { id })).toEqual(before);
  });

  it("is nowhere for a shop that does not own it, by operation and by SQL", async () => {
    const { id, product, variant } = await shopWithProduct();
    const thief = await shopWithProduct();
    expect(await readKeptProduct.safe(thief.as(), { id })).toMatchObject({ error: { status: 404 } });
    expect(await editProduct.safe(thief.as(), { id, name: "Mine" })).toMatchObject({ error: { status: 404 } });
    const stolen = await editProduct.safe(thief.as(), { id: thief.id, variants: [{ id: variant.id, price: 1 }] });
    expect(stolen).toMatchObject({ error: { status: 422, errors: [{ field: "variants" }] } });
    await transaction({ tier: "retailer", userId: thief.member.id }, async (tx) => {
      const written = [
        await tx.execute(sql`update products set name = 'Mine' where id = ${id}`),
        await tx.execute(sql`update variants set price = 1 where id = ${variant.id}`),
        await tx.execute(sql`delete from products where id = ${id}`),
        await tx.execute(sql`select from products where id = ${id}`),
      ];
      expect(written.map(({ rowCount }) => rowCount)).toEqual([0, 0, 0, 0]);
    });
    const [left] = await owner().select().from(products).where(eq(products.id, id));
    expect(left).toMatchObject({ name: product.name });
    const [row] = await owner().select().from(variants).where(eq(variants.id, variant.id));
    expect(row).toMatchObject({ price: 1000 });
  });

  it("lets managers and admins edit whose product ever, and operators and supervisors read it alone", async () => {
    const { id } = await shopWithProduct();
    for (const role of ["product_manager", "admin"] as const) {
      const context = actingAs(await makeStaff(owner(), role));
      const { product } = await editProduct.call(context, { id, name: `By ${role}` });
      expect(product.name).toBe(`By ${role}`);
    }
    for (const role of ["operator", "supervisor"] as const) {
      const context = actingAs(await makeStaff(owner(), role));
      expect(await readKeptProduct.call(context, { id })).toMatchObject({ name: "By admin" });
      expect(await editProduct.safe(context, { id, name: "No" })).toMatchObject({ error: { status: 403 } });
    }
  });
});
