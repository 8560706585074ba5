import type { Database } from "@/db/client";
import { makeCategory, makeProduct, makeRetailer, makeUser } from "@/db/testing/factories";
import { move, type PastOrder, placeInPast, tellPlaced } from "./history";

export type Good = { productId: number; variantId: number };

/** A shop with three things to sell: two in a category below another one, one in none. */
export async function makeStall(owner: Database, over: Parameters<typeof makeRetailer>[1] = {}) {
  const shop = await makeRetailer(owner, { timezone: "UTC", ...over });
  const above = await makeCategory(owner);
  const category = await makeCategory(owner, { parentId: above.id });
  const goods: Good[] = [];
  for (const [index, categoryId] of [category.id, category.id, null].entries()) {
    const { product, variant } = await makeProduct(owner, shop.id, {
      categoryId,
      name: `=Thing ${index} of ${shop.handle}`,
      variant: { stock: index === 0 ? 1_000_002 : 1_000_000 },
    });
    goods.push({ productId: product.id, variantId: variant.id });
  }
  return { shop, above, category, goods };
}

/** Orders of some days, with one that was cancelled and one with a discount; events tell of them. */
export async function sellSome(owner: Database, { shop, goods }: Awaited<ReturnType<typeof makeStall>>) {
  const userId = (await makeUser(owner)).id;
  const [first, second, third] = goods as [Good, Good, Good];
  const sell = async (at: string, lines: PastOrder["lines"], discount = 0) => {
    const id = await placeInPast(owner, {
      retailerId: shop.id,
      userId,
      at: new Date(at),
      lines,
      discount,
      shipping: 490,
    });
    await tellPlaced(owner, [id]);
    return id;
  };
  await sell("2026-05-03T10:00:00Z", [{ ...first, price: 1000, quantity: 1 }]);
  await sell("2026-05-11T10:00:00Z", [{ ...first, price: 1000, quantity: 2 }]);
  await sell(
    "2026-05-11T12:00:00Z",
    [
      { ...first, price: 1000, quantity: 1 },
      { ...second, price: 333, quantity: 1 },
      { ...third, price: 0, quantity: 4 },
    ],
    100,
  );
  await sell("2026-05-14T12:00:00Z", [{ ...third, price: 250, quantity: 3 }]);
  const cancelled = await sell("2026-05-14T13:00:00Z", [{ ...first, price: 9999, quantity: 1 }]);
  await move(owner, cancelled, "cancelled");
}

/** The days of those orders: a week, and the week before it. */
export const week = { from: "2026-05-09", to: "2026-05-15" } as const;
