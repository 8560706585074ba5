import { describe, expect, it } from "vitest";
import { hasDatabase, useTestDatabase } from "@/db/testing/database";
import { plansOf } from "@/db/testing/statements";
import { type ProductFilter, type ProductSort, selectProducts } from "./list-query";

describe.skipIf(!hasDatabase)("a list of products", () => {
  const { url } = useTestDatabase();

  it.each<[string, ProductFilter, ProductSort, RegExp]>([
    ["the newest of the market", {}, "newest", /using products_newest /],
    ["the best of the market", {}, "best", /using products_best /],
    ["the newest of a shop", { retailerId: 1 }, "newest", /using products_(retailer|newest) /],
  ])(
    "%s is read from its index as it stands there, on the first page and on later ones",
    async (_, filter, sort, index) => {
      const plans = await plansOf(url(), async (db) => {
        await selectProducts(db, filter, { sort, limit: 9, locale: "en" });
        await selectProducts(db, filter, { sort, limit: 9, after: [3, 70], locale: "en" });
      });
      expect(plans).toHaveLength(2);
      for (const plan of plans) {
        const [lists] = plan.split("SubPlan");
        expect(lists).toMatch(index);
        expect(lists).not.toContain("Sort");
      }
    },
  );
});
