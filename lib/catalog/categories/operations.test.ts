import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { transaction } from "@/db/client";
import { categories, products } from "@/db/schema";
import { hasDatabase, useTestDatabase } from "@/db/testing/database";
import { makeCategory, makeMember, makeProduct, makeRetailer, makeStaff } from "@/db/testing/factories";
import { somebodyWaits } from "@/db/testing/waiting";
import { actingAs } from "@/lib/web/testing/context";
import { newAddress } from "../moved";
import {
  addCategory,
  editCategory,
  listKeptCategories,
  mergeCategory,
  moveCategory,
  readCategory,
  removeCategory,
} from "./operations";

describe.skipIf(!hasDatabase)("keeping categories", () => {
  const { owner } = useTestDatabase();
  let manager: Awaited<ReturnType<typeof makeStaff>>;
  const as = () => actingAs(manager);
  const add = (name: string, parentId: number | null = null) => addCategory.call(as(), { name, parentId });
  const read = (id: number) => readCategory.call(as(), { id });
  const move = (id: number, parentId: number | null) => moveCategory.safe(as(), { id, parentId });

  beforeAll(async () => {
    manager = await makeStaff(owner(), "product_manager");
  });

  it("adds categories below each other, under addresses of their own", async () => {
    const root = await add("Home & Garden");
    expect(root).toMatchObject({ path: "home-garden", above: [], children: 0 });
    const part = await add("Tea", root.id);
    expect(part).toMatchObject({ path: "home-garden/tea", above: [{ id: root.id, name: "Home & Garden" }] });
    expect(await add("Tea!", root.id)).toMatchObject({ slug: "tea-2" });
    expect(await read(root.id)).toMatchObject({ children: 2 });
    const nowhere = await addCategory.safe(as(), { name: "X", parentId: 999_999 });
    expect(nowhere).toMatchObject({ ok: false, error: { status: 422, errors: [{ field: "parentId" }] } });
    const taken = await addCategory.safe(as(), { name: "Y", slug: "tea", parentId: root.id });
    expect(taken).toMatchObject({ ok: false, error: { status: 409 } });
  });

  it("leads from the old addresses of everything below a category that was renamed or moved", async () => {
    const root = await add("Old name");
    const part = await add("Part", root.id);
    const leaf = await add("Leaf", part.id);
    await editCategory.call(as(), { id: root.id, name: "New name", slug: "new-name" });
    expect((await read(leaf.id)).path).toBe("new-name/part/leaf");
    expect(await newAddress("/categories/old-name/part/leaf")).toBe("/categories/new-name/part/leaf");
    expect(await move(part.id, null)).toMatchObject({ ok: true, data: { path: "part", above: [] } });
    expect(await newAddress("/categories/new-name/part/leaf")).toBe("/categories/part/leaf");
    expect(await newAddress("/categories/old-name/part/leaf")).toBe("/categories/part/leaf");
    expect(await newAddress("/categories/never/was")).toBeNull();
  });

  it("refuses to put a category below itself", async () => {
    const root = await add("Round");
    const part = await add("And round", root.id);
    for (const parentId of [root.id, part.id]) {
      expect(await move(root.id, parentId)).toMatchObject({ ok: false, error: { status: 409 } });
    }
    expect(await move(root.id, 999_999)).toMatchObject({ ok: false, error: { status: 422 } });
    expect(await read(root.id)).toEqual({ ...root, children: 1 });
  });

  it("never makes a cycle, however many put their categories into each other at once", async () => {
    for (let round = 0; round < 5; round += 1) {
      const [a, b, c] = [await add(`A${round}`), await add(`B${round}`), await add(`C${round}`)];
      const below = { a: await add("a", a.id), b: await add("b", b.id), c: await add("c", c.id) };
      const answers = await Promise.all([move(a.id, below.b.id), move(b.id, below.c.id), move(c.id, below.a.id)]);
      expect(answers.filter(({ ok }) => ok)).toHaveLength(2);
      for (const answer of answers) if (!answer.ok) expect(answer.error.status).toBe(409);
      const { rows } = await owner().execute<{ wrong: number }>(sql`
        with recursive tree as (
          select id, slug::text as path from categories where parent_id is null
          union all select k.id, tree.path || '/' || k.slug from categories k join tree on tree.id = k.parent_id)
        select count(*)::int as wrong from categories c left join tree using (id) where tree.path is distinct from c.path`);
      expect(rows[0]?.wrong, "categories that no root leads to").toBe(0);
    }
  });

  it("makes who moves by plain SQL wait as well", async () => {
    const [a, b] = [await add("Plain a"), await add("Plain b")];
    const sqlMove = (id: number, parentId: number) =>
      sql`update categories set parent_id = ${parentId} where id = ${id}`;
    let second: Promise<unknown> | undefined;
    await transaction({ tier: "staff", userId: manager.id }, async (tx) => {
      await tx.execute(sqlMove(a.id, b.id));
      second = move(b.id, a.id);
      await somebodyWaits(owner());
    });
    expect(await second).toMatchObject({ ok: false, error: { status: 409 } });
  });

  it("merges products and parts, same parts with each other, and leads on from the address that goes", async () => {
    const [from, into] = [await add("Teas"), await add("Tea and coffee")];
    const [mine, twin] = [await add("Green", from.id), await add("Green", into.id)];
    const deep = await add("Sencha", mine.id);
    const own = await add("Black", from.id);
    const shop = await makeRetailer(owner());
    const { product } = await makeProduct(owner(), shop.id, { categoryId: from.id });
    const { product: green } = await makeProduct(owner(), shop.id, { categoryId: mine.id });
    const context = as();
    expect(await mergeCategory.call(context, { id: from.id, into: into.id })).toMatchObject({
      children: 2,
      products: 1,
    });
    expect([...context.expired]).toEqual(["categories", "catalog"]);
    const homes = await owner()
      .select({ id: products.id, home: products.categoryId })
      .from(products)
      .where(eq(products.retailerId, shop.id))
      .orderBy(products.id);
    expect(homes).toEqual([
      { id: product.id, home: into.id },
      { id: green.id, home: twin.id },
    ]);
    expect((await read(own.id)).path).toBe("tea-and-coffee/black");
    expect((await read(deep.id)).path).toBe("tea-and-coffee/green/sencha");
    expect(await readCategory.safe(as(), { id: from.id })).toMatchObject({ error: { status: 404 } });
    expect(await newAddress("/categories/teas")).toBe("/categories/tea-and-coffee");
    expect(await newAddress("/categories/teas/green")).toBe("/categories/tea-and-coffee/green");
    expect(await newAddress("/categories/teas/green/sencha")).toBe("/categories/tea-and-coffee/green/sencha");
  });

  it("merges nothing into itself, nor into a part of it", async () => {
    const root = await add("Whole");
    const part = await add("Part of whole", root.id);
    for (const into of [root.id, part.id]) {
      const answer = await mergeCategory.safe(as(), { id: root.id, into });
      expect(answer).toMatchObject({ ok: false, error: { status: 409, errors: [{ field: "into" }] } });
    }
    expect(await read(part.id)).toEqual(part);
  });

  it("removes a category that nothing stands in alone", async () => {
    const root = await add("Going");
    const part = await add("Going first", root.id);
    expect(await removeCategory.safe(as(), { id: root.id })).toMatchObject({ ok: false, error: { status: 409 } });
    await removeCategory.call(as(), { id: part.id });
    expect(await newAddress("/categories/going/going-first")).toBe("/categories/going");
    const shop = await makeRetailer(owner());
    await makeProduct(owner(), shop.id, { categoryId: root.id, status: "draft" });
    expect(await removeCategory.safe(as(), { id: root.id })).toMatchObject({ ok: false, error: { status: 409 } });
  });

  it("lists by place and name, page by page, and finds by a part of a name", async () => {
    const root = await add("Listed");
    for (const [name, position] of [
      ["b", 1],
      ["c", 0],
      ["a", 1],
      ["d", 0],
    ] as const) {
      await makeCategory(owner(), { name: `Listed ${name}`, slug: name, parentId: root.id, position });
    }
    const names: string[] = [];
    for (let after: string | undefined, turn = 0; turn < 4; turn += 1) {
      const { items, page } = await listKeptCategories.call(as(), {
        parentId: root.id,
        pageSize: 3,
        ...(after && { after }),
      });
      names.push(...items.map(({ slug }) => slug));
      if (!page.next) break;
      after = page.next;
    }
    expect(names).toEqual(["c", "d", "a", "b"]);
    const found = await listKeptCategories.call(as(), { q: "LISTED C" });
    expect(found.items.map(({ path }) => path)).toEqual(["listed/c"]);
    expect((await listKeptCategories.call(as(), { q: "%" })).items).toEqual([]);
    expect(await listKeptCategories.safe(as(), { after: "nonsense" })).toMatchObject({ ok: true });
  });

  it("lets others read alone", async () => {
    const root = await add("Read");
    const shop = await makeRetailer(owner());
    const readers = [
      actingAs(await makeStaff(owner(), "operator")),
      actingAs(await makeStaff(owner(), "supervisor")),
      actingAs(await makeMember(owner(), shop.id)),
    ];
    for (const context of readers) {
      expect(await readCategory.call(context, { id: root.id })).toEqual(root);
      for (const answer of [
        await addCategory.safe(context, { name: "No" }),
        await editCategory.safe(context, { id: root.id, name: "No", slug: "no" }),
        await moveCategory.safe(context, { id: root.id, parentId: null }),
        await mergeCategory.safe(context, { id: root.id, into: root.id }),
        await removeCategory.safe(context, { id: root.id }),
      ]) {
        expect(answer).toMatchObject({ ok: false, error: { status: 403 } });
      }
    }
    const [left] = await owner().select().from(categories).where(eq(categories.id, root.id));
    expect(left).toMatchObject({ name: "Read" });
  });
});
