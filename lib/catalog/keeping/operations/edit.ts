import { eq, inArray, sql } from "drizzle-orm";
import { products, variants } from "@/db/schema";
import { AppError, invalidField } from "@/lib/platform/errors";
import { cleanHtml } from "@/lib/platform/text/clean-html";
import { operation } from "@/lib/web/operation";
import { editProductInput } from "../input";
import { detailOf, loadKept, storedOf } from "../load";
import { planVariants } from "../plan";
import { mergeProduct } from "../rules/merge";
import { productSavedView } from "../views";
import {
  brandIdOf,
  checkCategory,
  checkSkus,
  insertVariants,
  lockProduct,
  orderedAmong,
  slugTaken,
  updateVariants,
  writeOptions,
} from "../write";
import { writes } from "./rights";

type PgError = { constraint?: string; cause?: unknown };

const breaks = (error: unknown, constraint: string): boolean => {
  for (let at = error as PgError | undefined; at && typeof at === "object"; at = at.cause as PgError | undefined) {
    if (at.constraint === constraint) return true;
  }
  return false;
};

export const editProduct = operation({
  ...writes,
  name: "catalog.keeping.edit",
  summary:
    "Changes a product and its variants. With `base`, what somebody else changed since is kept, and what both changed differently is refused with both.",
  http: { method: "PATCH", path: "/api/products/{id}", errors: ["not_found", "conflict", "changed"] },
  message: "The product is saved.",
  input: editProductInput,
  output: productSavedView,
  run: async ({ input: { id, ...change }, tx, context, record }) => {
    const { say, locale } = context;
    await lockProduct(tx, id, say);
    const kept = await loadKept(tx, id, say);
    const now = storedOf(kept);
    if (change.description !== undefined) change.description = cleanHtml(change.description).html;
    const merged = mergeProduct(now, change);
    const { conflicts, meanwhile, fields, unknown } = merged;
    if (unknown.length) throw invalidField("variants", "unknown", say("admin.products.variant_unknown"));
    if (conflicts.length) {
      const data = { conflicts, meanwhile, product: detailOf(kept, locale) };
      throw new AppError("changed", say("admin.products.changed_meanwhile"), { data });
    }
    const ordered = await orderedAmong(tx, merged.removed);
    const plan = planVariants(now, merged, change.variants, ordered, say);
    const shop = { retailerId: kept.retailer.id, productId: id };
    const index = (sku: string) => (change.variants ?? []).findIndex((variant) => variant.sku === sku);
    await checkSkus(tx, shop, plan.skus, (sku) => `variants.${Math.max(0, index(sku))}.sku`, say);
    const { brand, ...own } = fields;
    await checkCategory(tx, own.categoryId ?? null, say);
    const set = { ...own, ...(brand !== undefined && { brandId: await brandIdOf(tx, brand, say) }) };
    if (plan.removed.length) await tx.delete(variants).where(inArray(variants.id, plan.removed));
    await updateVariants(tx, plan.updated, plan.parked);
    await insertVariants(tx, shop, plan.added);
    if (plan.options) await writeOptions(tx, id, plan.options);
    const touched =
      Object.keys(set).length + plan.removed.length + plan.updated.length + plan.added.length > 0 || plan.options;
    if (touched) {
      await tx
        .update(products)
        .set({ ...set, updatedAt: sql`now()` })
        .where(eq(products.id, id))
        .catch((error: unknown) => {
          throw breaks(error, "products_slug_unique") ? slugTaken(String(set.slug), say) : error;
        });
      await record("products.changed", { retailerIds: [kept.retailer.id], productIds: [id] });
    }
    return { product: detailOf(await loadKept(tx, id, say), locale), meanwhile, kept: ordered };
  },
});
