import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { categories } from "@/db/schema";
import { AppError } from "@/lib/platform/errors";
import type { Say } from "@/lib/platform/messages";
import { decodeCursor, keysetPage, keysetPageOf } from "@/lib/platform/pages";
import { likePart } from "@/lib/platform/text/like";
import { numbered, slugify } from "@/lib/platform/text/slug";
import { admin, operator, productManager, retailer, supervisor } from "@/lib/web/actor";
import { operation } from "@/lib/web/operation";
import {
  addCategoryInput,
  categoryIdInput,
  editCategoryInput,
  keptCategoriesInput,
  mergeCategoryInput,
  moveCategoryInput,
} from "./input";
import { mergeInto } from "./merge";
import { keptCategory, selectKept } from "./queries";
import { type KeptCategoryView, keptCategoryView } from "./views";

const reads = {
  allow: [admin, productManager, operator, supervisor, retailer],
  limit: "none",
  readOnly: true,
} as const;
const writes = { allow: [admin, productManager], limit: "write" } as const;

async function wanted(tx: Database, id: number, say: Say): Promise<KeptCategoryView> {
  const found = await keptCategory(tx, id);
  if (!found) throw new AppError("not_found", say("errors.not_found"));
  return found;
}

/** Until the transaction ends nobody else moves a part of the tree. Taken before any row, so that two never wait in a ring. */
const treeLock = (tx: Database) => tx.execute(sql`select pg_advisory_xact_lock(hashtext('charsu.categories'))`);

/** A category that another is put into; its being gone is a problem of the field that named it. */
async function home(tx: Database, id: number, field: string, say: Say): Promise<KeptCategoryView> {
  const found = await keptCategory(tx, id);
  if (found) return found;
  const message = say("admin.categories.gone");
  throw new AppError("invalid", message, { errors: [{ field, code: "gone", message }] });
}

export const listKeptCategories = operation({
  ...reads,
  name: "catalog.categories.list",
  summary: "Categories below another or of some words, for those who keep the catalog.",
  http: { method: "GET", path: "/api/admin/categories" },
  message: "Categories.",
  input: keptCategoriesInput,
  output: keysetPage(keptCategoryView),
  run: async ({ input: { q, parentId, after, pageSize }, tx }) => {
    const from = decodeCursor(after);
    if (q) {
      const rows = await selectKept(
        tx,
        and(
          sql`lower(${categories.name}) like ${likePart(q)}`,
          from ? sql`(${categories.path}, ${categories.id}) > (${from[0]}, ${from[1]})` : undefined,
        ),
      )
        .orderBy(asc(categories.path), asc(categories.id))
        .limit(pageSize + 1);
      return keysetPageOf(rows, pageSize, ({ path, id }) => [path, id]);
    }
    // The key holds two things to sort by: position and name.
    const [position, name] = from ? (JSON.parse(String(from[0])) as [number, string]) : [];
    const rows = await selectKept(
      tx,
      and(
        parentId === undefined ? isNull(categories.parentId) : eq(categories.parentId, parentId),
        from
          ? sql`(${categories.position}, ${categories.name}, ${categories.id}) > (${position}, ${name}, ${from[1]})`
          : undefined,
      ),
    )
      .orderBy(asc(categories.position), asc(categories.name), asc(categories.id))
      .limit(pageSize + 1);
    return keysetPageOf(rows, pageSize, (row) => [JSON.stringify([row.position, row.name]), row.id]);
  },
});

export const readCategory = operation({
  ...reads,
  name: "catalog.categories.read",
  summary: "One category with its place in the tree.",
  http: { method: "GET", path: "/api/admin/categories/{id}" },
  message: "The category.",
  input: categoryIdInput,
  output: keptCategoryView,
  run: async ({ input, tx, context }) => wanted(tx, input.id, context.say),
});

export const addCategory = operation({
  ...writes,
  name: "catalog.categories.add",
  summary: "Adds a category below another, or as a root.",
  http: { method: "POST", path: "/api/categories", status: 201, errors: ["conflict"] },
  message: "The category is saved.",
  input: addCategoryInput,
  output: keptCategoryView,
  run: async ({ input: { name, slug, parentId }, tx, context, record }) => {
    if (parentId !== null) await home(tx, parentId, "parentId", context.say);
    const beside = await tx
      .select({ slug: categories.slug })
      .from(categories)
      .where(parentId === null ? isNull(categories.parentId) : eq(categories.parentId, parentId));
    const free = slug ?? numbered(slugify(name, "category"), (each) => beside.some((row) => row.slug === each));
    const [made] = await tx.insert(categories).values({ name, parentId, slug: free }).returning({ id: categories.id });
    await record("categories.changed", {});
    return wanted(tx, made!.id, context.say);
  },
});

export const editCategory = operation({
  ...writes,
  name: "catalog.categories.edit",
  summary: "Names a category anew; what led to its old address leads to the new one.",
  http: { method: "PUT", path: "/api/categories/{id}", errors: ["not_found", "conflict"] },
  message: "The category is saved.",
  input: editCategoryInput,
  output: keptCategoryView,
  run: async ({ input: { id, ...fields }, tx, context, record }) => {
    await treeLock(tx);
    await wanted(tx, id, context.say);
    await tx.update(categories).set(fields).where(eq(categories.id, id));
    await record("categories.changed", {});
    return wanted(tx, id, context.say);
  },
});

export const moveCategory = operation({
  ...writes,
  name: "catalog.categories.move",
  summary: "Puts a category with everything below it into another, or makes it a root.",
  http: { method: "POST", path: "/api/categories/{id}/move", errors: ["not_found", "conflict"] },
  message: "The category is moved.",
  input: moveCategoryInput,
  output: keptCategoryView,
  run: async ({ input: { id, parentId }, tx, context, record }) => {
    await treeLock(tx);
    await wanted(tx, id, context.say);
    if (parentId !== null) await home(tx, parentId, "parentId", context.say);
    await tx.update(categories).set({ parentId }).where(eq(categories.id, id));
    await record("categories.changed", {});
    return wanted(tx, id, context.say);
  },
});

export const mergeCategory = operation({
  ...writes,
  name: "catalog.categories.merge",
  summary: "Gives the products and parts of a category to another and removes it; its address leads there.",
  http: { method: "POST", path: "/api/categories/{id}/merge", errors: ["not_found", "conflict"] },
  message: "The categories are one.",
  input: mergeCategoryInput,
  output: keptCategoryView,
  run: async ({ input: { id, into }, tx, context, record }) => {
    await treeLock(tx);
    await wanted(tx, id, context.say);
    const target = await home(tx, into, "into", context.say);
    if (into === id || target.above.some((each) => each.id === id)) {
      const message = context.say("errors.category_cycle");
      throw new AppError("conflict", message, { errors: [{ field: "into", code: "cycle", message }] });
    }
    await mergeInto(tx, id, into);
    await record("categories.changed", {});
    return wanted(tx, into, context.say);
  },
});

export const removeCategory = operation({
  ...writes,
  name: "catalog.categories.remove",
  summary: "Removes a category that nothing stands in; one with products or parts is merged into another instead.",
  http: { method: "DELETE", path: "/api/categories/{id}", errors: ["not_found", "conflict"] },
  message: "The category is removed.",
  input: categoryIdInput,
  output: keptCategoryView,
  run: async ({ input: { id }, tx, context, record }) => {
    await treeLock(tx);
    const category = await wanted(tx, id, context.say);
    if (category.children || category.products) {
      throw new AppError("conflict", context.say("admin.categories.not_empty"));
    }
    const home = category.parentId === null ? "" : String(category.parentId);
    await tx.execute(sql`select set_config('app.category_home', ${home}, true)`);
    await tx.delete(categories).where(eq(categories.id, id));
    await record("categories.changed", {});
    return category;
  },
});
