import { describe, expect, it } from "vitest";
import { hasDatabase, useTestDatabase } from "@/db/testing/database";
import { plansOf } from "@/db/testing/statements";
import { tierUrl } from "@/db/tiers";
import { env } from "@/lib/platform/env";
import type { KeptScope } from "./filters";
import type { KeptSort } from "./input";
import { countKept, selectKept } from "./list";

/** What stands below the page's limit; what stands above it sorts the rows of one page at most. */
function belowLimit(plan: string): string {
  const lines = plan.split("\n");
  const limit = lines.findLastIndex((line) => /(?:^|-> ) *Limit/.test(line));
  const depth = (line = "") => line.search(/[^ ]/);
  const below = lines.slice(limit + 1);
  const end = below.findIndex((line) => depth(line) <= depth(lines[limit]));
  return below.slice(0, end < 0 ? undefined : end).join("\n");
}

const market: KeptScope = {
  shops: null,
  categories: null,
  brands: null,
  found: null,
  capped: false,
  status: undefined,
  stock: undefined,
  pictures: undefined,
};
const shop: KeptScope = { ...market, shops: [1] };
const shops: KeptScope = { ...market, shops: [1, 2] };

describe.skipIf(!hasDatabase)("lists of those who keep products", () => {
  const { url } = useTestDatabase();
  const settings = () => ({ rolePrefix: env.CHARSU_DB_ROLE_PREFIX, secret: env.AUTH_SECRET });

  const plans = (tier: "staff" | "retailer", scope: KeptScope, sort: KeptSort) =>
    plansOf(tierUrl(url(), tier, settings()), async (db) => {
      await selectKept(db, scope, { sort, limit: 51, after: null, locale: "en" });
      await selectKept(db, scope, { sort, limit: 51, after: [sort === "name" ? "cup" : 700, 70], locale: "en" });
    });

  it.each<[string, "staff" | "retailer", KeptScope, KeptSort, RegExp]>([
    ["newest of the market", "staff", market, "newest", /using products_(pkey|id_retailer)/],
    ["names of the market", "staff", market, "name", /using products_by_name/],
    ["cheapest of the market", "staff", market, "cheapest", /Scan using variants_by_price/],
    ["dearest of the market", "staff", market, "dearest", /Backward using variants_by_price/],
    ["most sold of the market", "staff", market, "sold", /using products_by_sold/],
    [
      "drafts of the market",
      "staff",
      { ...market, status: "draft" },
      "newest",
      /using products_(by_status|pkey|id_retailer)/,
    ],
    [
      "products of a category",
      "staff",
      { ...market, categories: [3] },
      "newest",
      /using products_(in_category|pkey|id_retailer)/,
    ],
    ["products without a picture", "staff", { ...market, pictures: "none" }, "newest", /using unpictured_pkey/],
    ["newest of a shop", "retailer", shop, "newest", /using products_(of_retailer|pkey|id_retailer)/],
    ["names of a shop", "retailer", shop, "name", /using products_(of_retailer_by_name|by_name)/],
    ["cheapest of a shop", "retailer", shop, "cheapest", /using variants_(of_retailer_)?by_price/],
    ["dearest of a shop", "retailer", shop, "dearest", /Backward using variants_(of_retailer_)?by_price/],
    ["most sold of a shop", "retailer", shop, "sold", /using products_(of_retailer_)?by_sold/],
    ["least stock of a shop", "retailer", shop, "stock", /using variants_stock_level/],
    ["newest of several shops", "retailer", shops, "newest", /using products_of_retailer/],
    ["cheapest of several shops", "retailer", shops, "cheapest", /using variants_of_retailer_by_price/],
  ])(
    "reads the %s from its index as they stand there, on the first page and on later ones",
    async (_, tier, scope, sort, index) => {
      for (const plan of await plans(tier, scope, sort)) {
        const page = belowLimit(plan);
        expect(page).toMatch(index);
        expect(page).not.toContain("Sort");
        expect(plan).not.toMatch(/Seq Scan on (products|variants|pictures|unpictured)/);
      }
    },
  );

  it("counts no further than it was told", async () => {
    const [plan] = await plansOf(tierUrl(url(), "staff", settings()), (db) => countKept(db, market, 1_001));
    expect(belowLimit(plan!)).toMatch(/Index.* using products_(pkey|id_retailer)/);
  });
});
