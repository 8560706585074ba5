import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { events, products } from "@/db/schema";
import { hasDatabase, useTestDatabase } from "@/db/testing/database";
import { makeProduct, makeRetailer, makeStaff } from "@/db/testing/factories";
import type { StaffRole } from "@/lib/web/actor";
import { actingAs } from "@/lib/web/testing/context";
import { addBrand, editBrand, listKeptBrands, readBrand, removeBrand } from "./operations";

describe.skipIf(!hasDatabase)("keeping brands", () => {
  const { owner } = useTestDatabase();
  const people = {} as Record<StaffRole, Awaited<ReturnType<typeof makeStaff>>>;
  const as = (role: StaffRole) => actingAs(people[role]);

  beforeAll(async () => {
    for (const role of ["product_manager", "operator", "supervisor", "admin"] as const)
      people[role] = await makeStaff(owner(), role);
  });

  it("adds a brand under an address of its own", async () => {
    const add = (input: object) => addBrand.call(as("product_manager"), input as { name: string });
    expect(await add({ name: " Çay Evi " })).toMatchObject({ name: "Çay Evi", slug: "cay-evi", products: 0 });
    expect(await add({ name: "Cay evi!" })).toMatchObject({ slug: "cay-evi-2" });
    expect(await add({ name: "چای خانه", slug: "چای-خانه" })).toMatchObject({ slug: "چای-خانه" });
  });

  it.each([
    [{ name: " " }, "name"],
    [{ name: "x".repeat(121) }, "name"],
    [{ name: "Fine", slug: "Not fine" }, "slug"],
    [{ name: "Fine", slug: "a/b" }, "slug"],
  ])("refuses %j at its field", async (input, field) => {
    const answer = await addBrand.safe(as("product_manager"), input);
    expect(answer).toMatchObject({ ok: false, error: { status: 422, errors: [{ field }] } });
  });

  it("tells of a name and an address that another brand has", async () => {
    const one = await addBrand.call(as("admin"), { name: "Twice" });
    const other = await addBrand.call(as("admin"), { name: "Once" });
    expect(await addBrand.safe(as("admin"), { name: "twice" })).toMatchObject({ error: { status: 409 } });
    const taken = await editBrand.safe(as("admin"), { id: other.id, name: "Once", slug: one.slug });
    expect(taken).toMatchObject({ error: { status: 409 } });
    expect(await readBrand.call(as("supervisor"), { id: other.id })).toEqual(other);
  });

  it("pages by name, whoever adds meanwhile, and finds by a part of it", async () => {
    for (const name of ["Zz b", "zz A", "Zz c"]) await addBrand.call(as("admin"), { name });
    const page = (after?: string) =>
      listKeptBrands.call(as("operator"), { q: "ZZ ", pageSize: 2, ...(after && { after }) });
    const first = await page();
    expect(first.items.map(({ name }) => name)).toEqual(["zz A", "Zz b"]);
    await addBrand.call(as("admin"), { name: "Zz a2" });
    const second = await page(first.page.next!);
    expect(second.items.map(({ name }) => name)).toEqual(["Zz c"]);
    expect(second.page.next).toBeNull();
    expect((await listKeptBrands.call(as("admin"), { q: "50% off_" })).items).toEqual([]);
  });

  it("removes a brand and keeps its products, whose pages are told", async () => {
    const brand = await addBrand.call(as("admin"), { name: "Going" });
    const shop = await makeRetailer(owner());
    const { product } = await makeProduct(owner(), shop.id, { brandId: brand.id });
    expect(await readBrand.call(as("admin"), { id: brand.id })).toMatchObject({ products: 1 });
    const context = as("product_manager");
    await removeBrand.call(context, { id: brand.id });
    expect([...context.expired]).toContain(`product:${product.id}`);
    const [left] = await owner().select().from(products).where(eq(products.id, product.id));
    expect(left).toMatchObject({ brandId: null });
    const told = await owner().select().from(events).where(eq(events.name, "brands.changed"));
    expect(told.map(({ payload }) => payload)).toContainEqual({ productIds: [product.id] });
    expect(await readBrand.safe(as("admin"), { id: brand.id })).toMatchObject({ error: { status: 404 } });
    expect(await removeBrand.safe(as("admin"), { id: brand.id })).toMatchObject({ error: { status: 404 } });
  });

  it.each(["operator", "supervisor"] as const)("lets %ss read alone", async (role) => {
    const brand = await addBrand.call(as("admin"), { name: `Read by ${role}` });
    expect(await readBrand.call(as(role), { id: brand.id })).toEqual(brand);
    for (const answer of [
      await addBrand.safe(as(role), { name: "No" }),
      await editBrand.safe(as(role), { ...brand, name: "No" }),
      await removeBrand.safe(as(role), { id: brand.id }),
    ]) {
      expect(answer).toMatchObject({ ok: false, error: { status: 403 } });
    }
  });
});
