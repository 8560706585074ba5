import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { brands, pictures, products, variants } from "@/db/schema";
import { hasDatabase, useTestDatabase } from "@/db/testing/database";
import { makeCategory, makeMember, makeProduct, makeRetailer, makeStaff } from "@/db/testing/factories";
import { actingAs } from "@/lib/web/testing/context";
import { findCategories, listKeptProducts } from "./list";

type Input = Parameters<typeof listKeptProducts.call>[1];

describe.skipIf(!hasDatabase)("the list of those who keep products", () => {
  const { owner } = useTestDatabase();
  let near: Awaited<ReturnType<typeof makeRetailer>>;
  let far: Awaited<ReturnType<typeof makeRetailer>>;
  let member: Awaited<ReturnType<typeof makeMember>>;
  let manager: Awaited<ReturnType<typeof makeStaff>>;

  const names = async (input: Input, user: typeof member | typeof manager = manager) =>
    (await listKeptProducts.call(actingAs(user), input)).items.map(({ name }) => name);

  beforeAll(async () => {
    const db = owner();
    near = await makeRetailer(db, { handle: "near", name: "Near & Co" });
    far = await makeRetailer(db, { handle: "far", name: "Far" });
    member = await makeMember(db, near.id);
    manager = await makeStaff(db, "product_manager");
    const [brand] = await db.insert(brands).values({ name: "Elm", slug: "elm" }).returning();
    const home = await makeCategory(db, { name: "Home", slug: "home" });
    const kitchen = await makeCategory(db, { name: "Kitchen", slug: "kitchen", parentId: home.id });
    const cup = await makeProduct(db, near.id, {
      name: "blue cup",
      key: "KEY-1",
      categoryId: kitchen.id,
      brandId: brand!.id,
      soldCount: 5,
      variant: { price: 300, stock: 10, sku: "BC_1" },
    });
    await db
      .insert(variants)
      .values({ productId: cup.product.id, retailerId: near.id, optionValues: ["L"], price: 900, stock: 2 });
    await db
      .insert(pictures)
      .values({ productId: cup.product.id, position: 0, url: "https://x.example/a.png", primary: true });
    await makeProduct(db, near.id, { name: "Apron", status: "draft", soldCount: 9, variant: { price: 500, stock: 0 } });
    await makeProduct(db, near.id, { name: "Éclair tin", categoryId: home.id, variant: { price: 500, stock: 50 } });
    await makeProduct(db, far.id, {
      name: "Cupboard",
      status: "archived",
      variant: { price: 100, stock: 3, sku: "bcX1" },
    });
  });

  it.each<[string, Input, string[]]>([
    ["newest first", {}, ["Cupboard", "Éclair tin", "Apron", "blue cup"]],
    ["by name", { sort: "name" }, ["Apron", "blue cup", "Cupboard", "Éclair tin"]],
    ["cheapest first, by the cheapest variant", { sort: "cheapest" }, ["Cupboard", "blue cup", "Apron", "Éclair tin"]],
    ["dearest first, by the cheapest variant", { sort: "dearest" }, ["Éclair tin", "Apron", "blue cup", "Cupboard"]],
    ["most sold first", { sort: "sold" }, ["Apron", "blue cup", "Cupboard", "Éclair tin"]],
    ["least stock first in one shop", { sort: "stock", retailer: "near" }, ["Apron", "blue cup", "Éclair tin"]],
    ["of one status", { status: "draft" }, ["Apron"]],
    ["of a category and what is below it", { category: "home" }, ["Éclair tin", "blue cup"]],
    ["of a category by its path", { category: "home/kitchen" }, ["blue cup"]],
    ["of a category by its name", { category: "KITCHEN" }, ["blue cup"]],
    ["of a category by the beginning of its name", { category: "kit" }, ["blue cup"]],
    ["of no category", { category: "garden" }, []],
    ["of a brand", { brand: "elm" }, ["blue cup"]],
    ["of a shop by its name", { retailer: "near & co" }, ["Éclair tin", "Apron", "blue cup"]],
    ["that can be bought", { stock: "in" }, ["Cupboard", "Éclair tin", "blue cup"]],
    ["that run low", { stock: "low" }, ["Cupboard", "Apron", "blue cup"]],
    ["that are sold out", { stock: "out" }, ["Apron"]],
    ["without a picture", { pictures: "none" }, ["Cupboard", "Éclair tin", "Apron"]],
    ["with words of the name from their beginnings", { q: "cup" }, ["Cupboard", "blue cup"]],
    ["with all of several words", { q: "CUP blu" }, ["blue cup"]],
    ["with a SKU, whose signs mean themselves", { q: "bc_" }, ["blue cup"]],
    ["with a key", { q: "key-1" }, ["blue cup"]],
    ["with several filters at once", { q: "cup", status: "published", brand: "Elm", stock: "low" }, ["blue cup"]],
  ])("finds products %s", async (_, input, found) => {
    const { items, count } = await listKeptProducts.call(actingAs(manager), input);
    expect(items.map(({ name }) => name)).toEqual(found);
    expect(count).toBe(found.length);
  });

  it("does not order the stock of the whole market", async () => {
    const answer = await listKeptProducts.safe(actingAs(manager), { sort: "stock" });
    expect(answer).toMatchObject({ error: { status: 422, errors: [{ field: "sort" }] } });
  });

  it("tells prices from lowest to highest, stock, sold out, and where it belongs", async () => {
    const [cup] = (await listKeptProducts.call(actingAs(manager), { q: "key-1" })).items;
    expect(cup).toMatchObject({
      price: { lowest: { amount: 300 }, highest: { amount: 900 } },
      stock: 12,
      variants: 2,
      soldOut: 0,
      soldCount: 5,
      brand: "Elm",
      category: { names: ["Home", "Kitchen"] },
      retailer: { handle: "near", name: "Near & Co" },
    });
  });

  it.each(["newest", "name", "cheapest", "dearest", "sold", "stock"] as const)(
    "pages by %s without a gap or a repeat, also where somebody has several shops",
    async (sort) => {
      const both = { ...member, shops: [near.id, far.id] };
      const whole = await names({ sort }, member);
      const seen: string[] = [];
      let after: string | undefined;
      do {
        const { items, page } = await listKeptProducts.call(actingAs(member), {
          sort,
          pageSize: 1,
          ...(after && { after }),
        });
        seen.push(...items.map(({ name }) => name));
        after = page.next ?? undefined;
      } while (after);
      expect(seen).toEqual(whole);
      expect(seen).toHaveLength(3);
      // The session names a shop that the database does not know as theirs.
      expect((await names({ sort }, both)).sort()).toEqual(whole.sort());
    },
  );

  it("unites several shops in one order", async () => {
    const owner2 = await makeMember(owner(), far.id);
    await owner().execute(
      `insert into retailer_members (retailer_id, user_id, role) values (${near.id}, ${owner2.id}, 'staff')`,
    );
    const both = { ...owner2, shops: [near.id, far.id] };
    expect(await names({ sort: "cheapest" }, both)).toEqual(["Cupboard", "blue cup", "Apron", "Éclair tin"]);
    expect(await names({ sort: "stock" }, both)).toEqual(["Apron", "blue cup", "Cupboard", "Éclair tin"]);
    expect(await names({ retailer: "far" }, both)).toEqual(["Cupboard"]);
  });

  it("shows a shop its own products alone, however they are asked for", async () => {
    for (const input of [{}, { q: "cupboard" }, { q: "bcx1" }, { retailer: "far" }, { status: "archived" as const }]) {
      expect(await names(input, member)).not.toContain("Cupboard");
    }
    const lying = { ...member, shops: [far.id] };
    expect(await names({}, lying)).toEqual([]);
  });

  it.each(["operator", "supervisor", "admin"] as const)("shows %ss the whole market", async (role) => {
    const user = await makeStaff(owner(), role);
    expect(await names({ q: "cup" }, user)).toEqual(["Cupboard", "blue cup"]);
  });

  it("finds categories by words of their names for the chooser", async () => {
    const found = await findCategories.call(actingAs(member), { q: "KITCH" });
    expect(found.items).toMatchObject([{ names: ["Home", "Kitchen"] }]);
    expect((await findCategories.call(actingAs(member), { q: "%" })).items).toEqual([]);
    expect((await findCategories.call(actingAs(member), { q: " " })).items).toEqual([]);
  });

  it("knows a product that lost its last picture, and one that got its first", async () => {
    const { product } = await makeProduct(owner(), near.id, { name: "Vase" });
    const bare = () => names({ pictures: "none", q: "vase" });
    expect(await bare()).toEqual(["Vase"]);
    await owner()
      .insert(pictures)
      .values({ productId: product.id, position: 0, url: "https://x.example/v.png", primary: true });
    expect(await bare()).toEqual([]);
    await owner().delete(pictures).where(eq(pictures.productId, product.id));
    expect(await bare()).toEqual(["Vase"]);
    await owner().delete(products).where(eq(products.id, product.id));
    expect(await bare()).toEqual([]);
  });
});
