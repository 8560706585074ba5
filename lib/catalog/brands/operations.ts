import { and, asc, eq, type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { brands, products } from "@/db/schema";
import { AppError } from "@/lib/platform/errors";
import type { Say } from "@/lib/platform/messages";
import { decodeCursor, keysetPage, keysetPageOf } from "@/lib/platform/pages";
import { likePart } from "@/lib/platform/text/like";
import { numbered, slugify } from "@/lib/platform/text/slug";
import { admin, operator, productManager, supervisor } from "@/lib/web/actor";
import { operation } from "@/lib/web/operation";
import { addBrandInput, brandIdInput, editBrandInput, keptBrandsInput } from "./input";
import { type KeptBrandView, keptBrandView } from "./views";

const reads = { allow: [admin, productManager, operator, supervisor], limit: "none", readOnly: true } as const;
const writes = { allow: [admin, productManager], limit: "write" } as const;

const selectBrands = (tx: Database, where?: SQL) =>
  tx
    .select({
      id: brands.id,
      name: brands.name,
      slug: brands.slug,
      products: sql<number>`(select count(*)::int from ${products} p where p.brand_id = brands.id)`,
    })
    .from(brands)
    .where(where)
    .$dynamic();

async function brandOf(tx: Database, id: number, say: Say): Promise<KeptBrandView> {
  const [found] = await selectBrands(tx, eq(brands.id, id));
  if (!found) throw new AppError("not_found", say("errors.not_found"));
  return found;
}

/** The products on whose pages the brand stands. */
async function carrying(tx: Database, id: number): Promise<number[]> {
  const rows = await tx.select({ id: products.id }).from(products).where(eq(products.brandId, id));
  return rows.map((row) => row.id);
}

export const listKeptBrands = operation({
  ...reads,
  name: "catalog.brands.list",
  summary: "Brands by name with how many products carry each, for those who keep the catalog.",
  http: { method: "GET", path: "/api/admin/brands" },
  message: "Brands.",
  input: keptBrandsInput,
  output: keysetPage(keptBrandView),
  run: async ({ input, tx }) => {
    const from = decodeCursor(input.after);
    const rows = await selectBrands(
      tx,
      and(
        input.q ? sql`lower(${brands.name}) like ${likePart(input.q)}` : undefined,
        from ? sql`(lower(${brands.name}), ${brands.id}) > (${from[0]}, ${from[1]})` : undefined,
      ),
    )
      .orderBy(asc(sql`lower(${brands.name})`), asc(brands.id))
      .limit(input.pageSize + 1);
    return keysetPageOf(rows, input.pageSize, ({ name, id }) => [name.toLowerCase(), id]);
  },
});

export const readBrand = operation({
  ...reads,
  name: "catalog.brands.read",
  summary: "One brand.",
  http: { method: "GET", path: "/api/admin/brands/{id}" },
  message: "The brand.",
  input: brandIdInput,
  output: keptBrandView,
  run: async ({ input, tx, context }) => brandOf(tx, input.id, context.say),
});

export const addBrand = operation({
  ...writes,
  name: "catalog.brands.add",
  summary: "Adds a brand; its address is made from its name unless one is given.",
  http: { method: "POST", path: "/api/brands", status: 201, errors: ["conflict"] },
  message: "The brand is saved.",
  input: addBrandInput,
  output: keptBrandView,
  run: async ({ input, tx, context }) => {
    const base = slugify(input.name, "brand");
    const taken = await tx
      .select({ slug: brands.slug })
      .from(brands)
      .where(sql`${brands.slug} = ${base} or ${brands.slug} like ${`${base}-%`}`);
    const slug = input.slug ?? numbered(base, (each) => taken.some((row) => row.slug === each));
    const [made] = await tx.insert(brands).values({ name: input.name, slug }).returning({ id: brands.id });
    return brandOf(tx, made!.id, context.say);
  },
});

export const editBrand = operation({
  ...writes,
  name: "catalog.brands.edit",
  summary: "Names a brand anew.",
  http: { method: "PUT", path: "/api/brands/{id}", errors: ["not_found", "conflict"] },
  message: "The brand is saved.",
  input: editBrandInput,
  output: keptBrandView,
  run: async ({ input: { id, ...fields }, tx, context, record }) => {
    await tx.update(brands).set(fields).where(eq(brands.id, id));
    const brand = await brandOf(tx, id, context.say);
    await record("brands.changed", { productIds: await carrying(tx, id) });
    return brand;
  },
});

export const removeBrand = operation({
  ...writes,
  name: "catalog.brands.remove",
  summary: "Removes a brand; its products stay, without one.",
  http: { method: "DELETE", path: "/api/brands/{id}", errors: ["not_found"] },
  message: "The brand is removed.",
  input: brandIdInput,
  output: keptBrandView,
  run: async ({ input, tx, context, record }) => {
    const brand = await brandOf(tx, input.id, context.say);
    const productIds = await carrying(tx, input.id);
    await tx.delete(brands).where(eq(brands.id, input.id));
    await record("brands.changed", { productIds });
    return brand;
  },
});
