import { beforeAll, describe, expect, it } from "vitest";
import { hasDatabase, useTestDatabase } from "@/db/testing/database";
import { makeMember, makeProduct, makeRetailer, makeStaff } from "@/db/testing/factories";
import { actingAs } from "@/lib/web/testing/context";
import { listKeptProducts } from "./list";

describe.skipIf(!hasDatabase)("the list of those who keep products", () => {
  const { owner } = useTestDatabase();
  it("smoke", async () => {
    const shop = await makeRetailer(owner());
    const member = actingAs(await makeMember(owner(), shop.id));
    const { product } = await makeProduct(owner(), shop.id, { name: "Blue cup" });
    for (const sort of ["newest", "name", "cheapest", "dearest", "sold", "stock"] as const) {
      const page = await listKeptProducts.call(member, {
        sort,
        q: "cup",
        stock: "in",
        pictures: "none",
        status: "published",
        retailer: shop.handle,
      });
      expect(page.items.map(({ id }) => id)).toEqual([product.id]);
    }
    console.log(JSON.stringify(await listKeptProducts.call(member, {})));
  });
});
