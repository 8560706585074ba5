import { asc, eq, sql } from "drizzle-orm";
import { beforeEach } from "vitest";
import type { Database } from "@/db/client";
import { pictures, productOptions, products, variants } from "@/db/schema";
import { makeRetailer } from "@/db/testing/factories";
import { importInto } from "./import";

/** Columns of one product a row, and such a row. */
export const teaHeader = ["handle", "name", "sku", "price", "stock", "brand", "category", "image", "image_alt"];
const picture = "https://x.example/tea.jpg";
export const tea = ["tea", "Green tea", "T-1", "4.50", "12", "Sencha & Co", "Food > Tea", picture, "A tin"];

/** Columns of products with one option, and a file of one with three variants. */
export const sizedHeader = ["handle", "name", "option1_name", "option1_value", "sku", "price", "stock"];
export const shirts = [
  sizedHeader,
  ["shirt", "Shirt", "Size", "S", "S-S", "20", "1"],
  ["shirt", "", "Size", "M", "S-M", "20", "2"],
  ["shirt", "", "Size", "L", "S-L", "20", "3"],
];

/** A new shop for each test, files to take in, and what its catalog holds by product key. */
export function useImportShop(owner: () => Database) {
  let shop: Awaited<ReturnType<typeof makeRetailer>>;
  beforeEach(async () => {
    shop = await makeRetailer(owner());
  });
  const productOf = async (key: string) => {
    const [row] = await owner().select().from(products).where(sql`retailer_id = ${shop.id} and key = ${key}`);
    if (!row) throw new Error(`There is no product ${key}.`);
    return row;
  };
  return {
    shop: () => shop,
    take: (rows: string[][], dryRun = false) => importInto(shop.id, rows, dryRun),
    productOf,
    variantsOf: async (key: string) =>
      owner()
        .select()
        .from(variants)
        .where(eq(variants.productId, (await productOf(key)).id))
        .orderBy(asc(variants.position), asc(variants.id)),
    optionsOf: async (key: string) =>
      owner()
        .select({ name: productOptions.name, values: productOptions.values })
        .from(productOptions)
        .where(eq(productOptions.productId, (await productOf(key)).id))
        .orderBy(asc(productOptions.position)),
    picturesOf: async (key: string) =>
      owner()
        .select()
        .from(pictures)
        .where(eq(pictures.productId, (await productOf(key)).id))
        .orderBy(asc(pictures.position)),
  };
}
