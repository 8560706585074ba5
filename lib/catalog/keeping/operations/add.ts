import { and, eq, inArray, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { retailers } from "@/db/schema";
import { invalidField } from "@/lib/platform/errors";
import type { Say } from "@/lib/platform/messages";
import { cleanHtml } from "@/lib/platform/text/clean-html";
import { operation } from "@/lib/web/operation";
import { addProductInput, keptProductId, type NewVariant, type ProductOption } from "../input";
import { detailOf, loadKept } from "../load";
import { keyOf } from "../rules/options";
import { keptProductDetailView } from "../views";
import { brandIdOf, checkCategory, checkSkus, insertProduct, insertVariants, writeOptions } from "../write";
import { shopsKept, writes } from "./rights";

/** The shop of this handle among those whose products somebody keeps; without one the only one they have. */
async function shopOf(tx: Database, handle: string | undefined, own: readonly number[] | null, say: Say) {
  if (handle === undefined && own?.length !== 1) {
    throw invalidField("retailer", "required", say("fields.required"));
  }
  const found = await tx
    .select({ id: retailers.id, handle: retailers.handle })
    .from(retailers)
    .where(
      and(
        own === null ? undefined : inArray(retailers.id, [...own]),
        handle === undefined ? undefined : eq(retailers.handle, handle.toLowerCase()),
      ),
    )
    .limit(1);
  if (!found[0]) throw invalidField("retailer", "unknown", say("admin.products.shop_unknown"));
  return found[0];
}

function checkVariants(options: readonly ProductOption[], variants: readonly NewVariant[], say: Say): void {
  const seen = new Set<string>();
  for (const [index, { optionValues, minQuantity, maxQuantity }] of variants.entries()) {
    const at = `variants.${index}`;
    const fits =
      optionValues.length === options.length &&
      optionValues.every((value, place) => options[place]!.values.includes(value));
    if (!fits) throw invalidField(`${at}.optionValues`, "options", say("admin.products.options_differ"));
    if (seen.has(keyOf(optionValues))) {
      throw invalidField(`${at}.optionValues`, "taken", say("admin.products.variant_twice"));
    }
    seen.add(keyOf(optionValues));
    if (maxQuantity !== null && maxQuantity < minQuantity) {
      throw invalidField(`${at}.maxQuantity`, "small", say("admin.products.max_below_min"));
    }
  }
}

export const addProduct = operation({
  ...writes,
  name: "catalog.keeping.add",
  summary: "Adds a product with its variants; as a draft unless something else is said.",
  http: { method: "POST", path: "/api/products", status: 201, errors: ["conflict"] },
  message: "The product is saved.",
  input: addProductInput,
  output: keptProductDetailView,
  run: async ({ input, tx, actor, context, record }) => {
    const { say, locale } = context;
    const { retailer, brand, options, variants, description, key, slug, ...fields } = input;
    const shop = await shopOf(tx, retailer, shopsKept(actor), say);
    checkVariants(options, variants, say);
    await checkCategory(tx, fields.categoryId, say);
    const skus = variants.map(({ sku }) => sku);
    await checkSkus(
      tx,
      { retailerId: shop.id, productId: null },
      skus,
      (sku) => `variants.${skus.lastIndexOf(sku)}.sku`,
      say,
    );
    const brandId = await brandIdOf(tx, brand, say);
    const product = { ...fields, key, slug, brandId, description: cleanHtml(description).html };
    const id = await insertProduct(tx, shop, product, say);
    await writeOptions(tx, id, options);
    const rows = variants.map((variant, position) => ({ ...variant, position }));
    await insertVariants(tx, { productId: id, retailerId: shop.id }, rows);
    await record("products.changed", { retailerIds: [shop.id], productIds: [id] });
    return detailOf(await loadKept(tx, id, say), locale);
  },
});

export const duplicateProduct = operation({
  ...writes,
  name: "catalog.keeping.duplicate",
  summary: "Makes a draft that says the same as a product, without its SKUs, its stock and what was sold.",
  http: { method: "POST", path: "/api/products/{id}/duplicate", status: 201, errors: ["not_found"] },
  message: "The product is copied.",
  input: keptProductId,
  output: keptProductDetailView,
  run: async ({ input, tx, context, record }) => {
    const { say, locale } = context;
    const { retailer, name, ...like } = await loadKept(tx, input.id, say);
    const copy = {
      key: undefined,
      slug: undefined,
      name: say("admin.products.copy_of", { name }).slice(0, 300),
      description: like.description,
      status: "draft",
      brandId: await brandIdOf(tx, like.brand, say),
      categoryId: like.category?.id ?? null,
    };
    const id = await insertProduct(tx, retailer, copy, say);
    await writeOptions(tx, id, like.options);
    const rows = like.variants.map(({ id: _, ...variant }, position) => ({
      ...variant,
      position,
      sku: null,
      barcode: null,
      stock: 0,
    }));
    await insertVariants(tx, { productId: id, retailerId: retailer.id }, rows);
    await tx.execute(sql`
      insert into pictures (product_id, position, url, original, stored, problem, alt, is_primary)
      select ${id}, position, url, original, stored, problem, alt, is_primary from pictures where product_id = ${input.id}`);
    await record("products.changed", { retailerIds: [retailer.id], productIds: [id] });
    return detailOf(await loadKept(tx, id, say), locale);
  },
});
