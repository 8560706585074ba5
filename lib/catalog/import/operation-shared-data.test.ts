import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { hasDatabase, useTestDatabase } from "@/db/testing/database";
import { makeRetailer } from "@/db/testing/factories";
import { productBySlug } from "../queries";
import { fingerprint, importInto, managing } from "../testing/import";
import { importProducts } from "./operation";

/** Files of real shops, beside the project where somebody put them. */
const folder = join(process.cwd(), "..", "shared", "data");
const files = ["shopify", "woocommerce"].flatMap((name) =>
  existsSync(join(folder, name)) ? readdirSync(join(folder, name)).map((file) => `${name}/${file}`) : [],
);
const csvs = files.filter((name) => name.endsWith(".csv"));
const fileAt = (name: string) => ({ name, path: join(folder, name) });

describe.skipIf(!hasDatabase || csvs.length === 0)("files of real shops", () => {
  const { owner } = useTestDatabase();

  test.each(csvs)("%s: a dry run, the import, its products on the page, and nothing the second time", async (name) => {
    const shop = await makeRetailer(owner());
    const dry = await importInto(shop.id, fileAt(name), true);
    const real = await importInto(shop.id, fileAt(name));
    expect({ ...dry, productIds: dry.productIds.length, importId: real.importId }).toEqual({
      ...real,
      productIds: real.productIds.length,
    });
    expect(real.tally).toMatchObject({ updated: 0, unchanged: 0, failed: name.startsWith("woo") ? 2 : 0 });
    expect(real.tally.created).toBe(real.rows.length - real.tally.failed);
    expect(new Set(real.rows.map(({ row }) => row)).size).toBe(real.rows.length);

    const { rows: published } = await owner().execute<{ slug: string; key: string; sellable: boolean }>(
      sql`select slug, key from products where retailer_id = ${shop.id} and status = 'published'`,
    );
    expect(published.length).toBeGreaterThan(10);
    for (const { slug } of published) {
      expect(await productBySlug(slug, "en"), slug).toMatchObject({ slug, retailerId: shop.id });
    }

    const before = await fingerprint(owner());
    const again = await importInto(shop.id, fileAt(name));
    expect(again.tally).toEqual({ ...real.tally, created: 0, unchanged: real.tally.created });
    expect(await fingerprint(owner())).toEqual(before);
  });

  test.skipIf(!files.some((name) => name.endsWith(".xml")))(
    "the WordPress export says what to export instead",
    async () => {
      const shop = await makeRetailer(owner());
      const [name = ""] = files.filter((each) => each.endsWith(".xml"));
      const result = await importProducts.safe(managing(), { retailerId: shop.id, file: fileAt(name) });
      expect(result).toMatchObject({
        ok: false,
        error: { code: "unsupported_media_type", message: expect.stringContaining("CSV") },
      });
    },
  );
});
