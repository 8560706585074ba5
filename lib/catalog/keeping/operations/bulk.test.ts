import { eq, inArray, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { products, variants } from "@/db/schema";
import { hasDatabase, useTestDatabase } from "@/db/testing/database";
import { makeCategory, makeMember, makeProduct, makeRetailer, makeStaff } from "@/db/testing/factories";
import { hasBackOfficePage } from "@/lib/auth/back-office";
import { actingAs } from "@/lib/web/testing/context";
import { applyPreviewed, previewBulk, readBulk } from "./bulk";
import { listKeptProducts } from "./list";

describe.skipIf(!hasDatabase)("changing many products at once", () => {
  const { owner } = useTestDatabase();

  async function shopWith(...prices: number[]) {
    const shop = await makeRetailer(owner());
    const member = await makeMember(owner(), shop.id);
    const made = [];
    for (const price of prices)
      made.push(await makeProduct(owner(), shop.id, { name: `Cup ${price}`, variant: { price } }));
    return { shop, member, made, as: () => actingAs(member), ids: made.map(({ product }) => product.id) };
  }
  const pricesOf = async (ids: number[]) => {
    const rows = await owner().select().from(variants).where(inArray(variants.productId, ids)).orderBy(variants.id);
    return rows.map(({ price }) => price);
  };
  const statusesOf = async (ids: number[]) => {
    const rows = await owner().select().from(products).where(inArray(products.id, ids)).orderBy(products.id);
    return rows.map(({ status }) => status);
  };

  it("shows what prices become, half a cent up, and changes none of them", async () => {
    const { as, ids } = await shopWith(1000, 1005, 4);
    const shown = await previewBulk.call(as(), { ids, action: "price", percent: 10 });
    expect(shown).toMatchObject({ kind: "price", products: 2, variants: 2, unchanged: 1, done: null });
    expect(shown.examples.map(({ was, will }) => [was, will])).toEqual([
      ["€10.00", "€11.00"],
      ["€10.05", "€11.06"],
    ]);
    expect(await pricesOf(ids)).toEqual([1000, 1005, 4]);
    const context = as();
    expect(await applyPreviewed.call(context, { id: shown.id })).toMatchObject({ done: { changed: 2, left: 0 } });
    expect(await pricesOf(ids)).toEqual([1100, 1106, 4]);
    expect([...context.expired]).toContain(`product:${ids[0]}`);
  });

  it("does what was shown, once, however often it is sent at once", async () => {
    const { as, ids } = await shopWith(1000);
    const { id } = await previewBulk.call(as(), { ids, action: "price", percent: 100 });
    await Promise.all([1, 2, 3].map(() => applyPreviewed.call(as(), { id })));
    await applyPreviewed.call(as(), { id });
    expect(await pricesOf(ids)).toEqual([2000]);
  });

  it("leaves what changed in between, what is gone and what has come since, and tells of it", async () => {
    const { as, ids, shop, made } = await shopWith(1000, 2000, 3000);
    const { id } = await previewBulk.call(as(), { all: true, q: "cup", action: "price", percent: 10 });
    const late = await makeProduct(owner(), shop.id, { name: "Cup late", variant: { price: 500 } });
    await owner().update(variants).set({ price: 2500 }).where(eq(variants.id, made[1]!.variant.id));
    await owner().delete(products).where(eq(products.id, made[2]!.product.id));
    const { done } = await applyPreviewed.call(as(), { id });
    expect(done).toMatchObject({ changed: 1, left: 2 });
    expect(done!.differing.map(({ name, was, now }) => [name, was, now])).toEqual([
      ["Cup 2000", "€20.00", "€25.00"],
      ["Cup 3000", "€30.00", null],
    ]);
    expect(await pricesOf([...ids, late.product.id])).toEqual([1100, 2500, 500]);
    expect(await readBulk.call(as(), { id })).toMatchObject({ done });
  });

  it("publishes and archives", async () => {
    const { as, ids } = await shopWith(1, 2);
    const archive = await previewBulk.call(as(), { ids, action: "archive" });
    expect(archive.examples[0]).toMatchObject({ was: "published", will: "archived" });
    await applyPreviewed.call(as(), { id: archive.id });
    expect(await statusesOf(ids)).toEqual(["archived", "archived"]);
    const publish = await previewBulk.call(as(), { ids: [ids[0]!], action: "publish" });
    await applyPreviewed.call(as(), { id: publish.id });
    expect(await statusesOf(ids)).toEqual(["published", "archived"]);
  });

  it("moves to a category by its path or its one name", async () => {
    const { as, ids } = await shopWith(1);
    const from = await makeCategory(owner());
    const to = await makeCategory(owner(), { parentId: from.id });
    await owner().update(products).set({ categoryId: from.id }).where(inArray(products.id, ids));
    const shown = await previewBulk.call(as(), { ids, action: "move", categoryTo: `${from.slug}/${to.slug}` });
    expect(shown).toMatchObject({ value: `${from.name} › ${to.name}`, examples: [{ was: from.name }] });
    await applyPreviewed.call(as(), { id: shown.id });
    const [row] = await owner().select().from(products).where(inArray(products.id, ids));
    expect(row).toMatchObject({ categoryId: to.id });
    const back = await previewBulk.call(as(), { ids, action: "move", categoryTo: from.name });
    expect(back).toMatchObject({ products: 1, value: from.name });
  });

  it.each<[object, string]>([
    [{ action: "price" }, "percent"],
    [{ action: "price", percent: 0 }, "percent"],
    [{ action: "price", percent: -100 }, "percent"],
    [{ action: "price", percent: 1.234 }, "percent"],
    [{ action: "move" }, "categoryTo"],
    [{ action: "move", categoryTo: "nowhere" }, "categoryTo"],
    [{ action: "publish", ids: [] }, "ids"],
    [{ action: "publish", ids: undefined, all: true, q: "nothing like it" }, "ids"],
  ])("refuses %j at its field", async (over, field) => {
    const { as, ids } = await shopWith(1);
    const answer = await previewBulk.safe(as(), { ids, ...over });
    expect(answer).toMatchObject({ error: { status: 422, errors: [{ field }] } });
  });

  it("touches no other shop's products, whoever they are named by", async () => {
    const near = await shopWith(1000);
    const far = await shopWith(1000);
    const shown = await previewBulk.call(near.as(), { ids: [...near.ids, ...far.ids], action: "price", percent: 10 });
    expect(shown).toMatchObject({ products: 1 });
    const all = await previewBulk
      .call(near.as(), { all: true, retailer: far.shop.handle, action: "archive" })
      .catch((error) => error);
    expect(all).toMatchObject({ status: 422 });
    await applyPreviewed.call(near.as(), { id: shown.id });
    expect(await pricesOf(far.ids)).toEqual([1000]);
    for (const each of [applyPreviewed, readBulk]) {
      expect(await each.safe(far.as(), { id: shown.id })).toMatchObject({ error: { status: 404 } });
    }
  });

  it("changes the whole market for a manager, and nothing for an operator or a supervisor", async () => {
    const near = await shopWith(1000);
    const far = await shopWith(1000);
    const ids = [...near.ids, ...far.ids];
    const manager = actingAs(await makeStaff(owner(), "product_manager"));
    const shown = await previewBulk.call(manager, { ids, action: "price", percent: -12.5 });
    await applyPreviewed.call(manager, { id: shown.id });
    expect(await pricesOf(ids)).toEqual([875, 875]);
    for (const role of ["operator", "supervisor"] as const) {
      const context = actingAs(await makeStaff(owner(), role));
      expect(await previewBulk.safe(context, { ids, action: "archive" })).toMatchObject({ error: { status: 403 } });
      expect(await applyPreviewed.safe(context, { id: shown.id })).toMatchObject({ error: { status: 403 } });
    }
  });

  it("goes through a long change some at a time, each entry once, whoever sends it again", async () => {
    const { as, ids, shop } = await shopWith(1000);
    await owner().execute(sql`
      insert into variants (product_id, retailer_id, option_values, price)
      select ${ids[0]}, ${shop.id}, array['v' || n], 1000 from generate_series(1, 2100) n`);
    const { id } = await previewBulk.call(as(), { ids, action: "price", percent: 10 });
    expect(await applyPreviewed.call(as(), { id })).toMatchObject({ made: 1000, done: null });
    await owner().execute(
      sql`update variants set price = 5 where product_id = ${ids[0]} and option_values = '{v2100}'`,
    );
    await Promise.all([applyPreviewed.call(as(), { id }), applyPreviewed.call(as(), { id })]);
    expect(await applyPreviewed.call(as(), { id })).toMatchObject({ made: 2101, done: { changed: 2100, left: 1 } });
    expect(new Set(await pricesOf(ids))).toEqual(new Set([1100, 5]));
  });

  it("does not take the newest that a search finds for all of them", async () => {
    const { as, shop } = await shopWith();
    await owner().execute(sql`
      insert into products (retailer_id, key, slug, name)
      select ${shop.id}, 'many-' || n, 'many-' || ${shop.id}::int || '-' || n, 'Plenty ' || n from generate_series(1, 2001) n`);
    const found = await listKeptProducts.call(as(), { q: "plenty", pageSize: 1 });
    expect(found).toMatchObject({ capped: true, items: [{ name: "Plenty 2001" }] });
    const all = await previewBulk.safe(as(), { all: true, q: "plenty", action: "archive" });
    expect(all).toMatchObject({ error: { status: 422, errors: [{ field: "all" }] } });
  });

  it("has a page for whoever asked for it alone", async () => {
    const near = await shopWith(1000);
    const far = await shopWith(1000);
    const { id } = await previewBulk.call(near.as(), { ids: near.ids, action: "archive" });
    const pages = async (context: ReturnType<typeof actingAs>, ...paths: string[]) => {
      const actor = await context.actor();
      return Promise.all(paths.map((path) => hasBackOfficePage(actor, `/admin/products${path}`)));
    };
    const paths = [`/bulk/${id}`, "/bulk", "/bulk/x", `/${near.ids[0]}`, "/new"];
    expect(await pages(near.as(), ...paths)).toEqual([true, false, false, true, true]);
    expect(await pages(far.as(), ...paths)).toEqual([false, false, false, false, true]);
    const supervisor = actingAs(await makeStaff(owner(), "supervisor"));
    expect(await pages(supervisor, ...paths)).toEqual([false, false, false, true, false]);
  });
});
