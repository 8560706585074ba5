import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { AppError } from "@/lib/platform/errors";
import { listPage, pageOf } from "@/lib/platform/pages";
import { anyone } from "@/lib/web/actor";
import { operation } from "@/lib/web/operation";
import { listBrandsInput, listCategoriesInput, listProductsInput, productIdInput } from "./input";
import { countProducts, type ProductFilter, selectProducts } from "./list-query";
import { brandList, categoryByPath, productById, rootCategories } from "./queries";
import { brandView, categoryView, productDetailView, productView } from "./views";

const shared = { allow: [anyone], limit: "read", readOnly: true } as const;

/** An id that no row has: a filter that names nothing finds nothing. */
const none = 0;

/** The ids behind the names that a client filters by, in one round trip. */
async function filterIds(
  tx: Database,
  { category, retailer }: { category?: string | undefined; retailer?: string | undefined },
): Promise<Pick<ProductFilter, "categoryId" | "retailerId">> {
  if (category === undefined && retailer === undefined) return {};
  const { rows } = await tx.execute<{ category: number | null; retailer: number | null }>(sql`
    select (select id from categories where path = ${category ?? null}) as category,
      (select id from retailers where handle = ${retailer ?? null}) as retailer`);
  return {
    categoryId: category === undefined ? undefined : (rows[0]?.category ?? none),
    retailerId: retailer === undefined ? undefined : (rows[0]?.retailer ?? none),
  };
}

export const listProducts = operation({
  ...shared,
  name: "catalog.listProducts",
  summary: "Products with their variants, by category, retailer, brand or words.",
  http: { method: "GET", path: "/api/products", cache: "public" },
  message: "Products.",
  input: listProductsInput,
  output: listPage(productView),
  run: async ({ input, tx, context }) => {
    const { page, pageSize, sort, q, brand: brandSlug } = input;
    const filter: ProductFilter = { ...(await filterIds(tx, input)), brandSlug, q };
    const offset = (page - 1) * pageSize;
    const items = await selectProducts(tx, filter, { sort, limit: pageSize, offset, locale: context.locale });
    return pageOf(items, await countProducts(tx, filter), page, pageSize);
  },
});

export const readProduct = operation({
  ...shared,
  name: "catalog.readProduct",
  summary: "One product with everything that its page shows.",
  http: { method: "GET", path: "/api/products/{id}", cache: "public" },
  message: "The product.",
  input: productIdInput,
  output: productDetailView,
  run: async ({ input, tx, context }) => {
    const product = await productById(tx, input.id, context.locale);
    if (!product) throw new AppError("not_found", context.say("errors.not_found"));
    return product;
  },
});

export const listCategories = operation({
  ...shared,
  name: "catalog.listCategories",
  summary: "Categories below another, or the roots of the tree, with the products of their subtrees counted.",
  http: { method: "GET", path: "/api/categories", cache: "public", errors: ["not_found"] },
  message: "Categories.",
  input: listCategoriesInput,
  output: listPage(categoryView),
  run: async ({ input, tx, context }) => {
    const { parent, page, pageSize } = input;
    const all = parent === undefined ? await rootCategories(tx) : (await categoryByPath(parent, tx))?.children;
    if (!all) throw new AppError("not_found", context.say("errors.not_found"));
    return pageOf(all.slice((page - 1) * pageSize, page * pageSize), all.length, page, pageSize);
  },
});

export const listBrands = operation({
  ...shared,
  name: "catalog.listBrands",
  summary: "Brands by name.",
  http: { method: "GET", path: "/api/brands", cache: "public" },
  message: "Brands.",
  input: listBrandsInput,
  output: listPage(brandView),
  run: async ({ input, tx }) => {
    const { page, pageSize } = input;
    const { items, total } = await brandList(tx, { offset: (page - 1) * pageSize, limit: pageSize });
    return pageOf(items, total, page, pageSize);
  },
});
