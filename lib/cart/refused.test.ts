import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { variants } from "@/db/schema";
import { hasDatabase, useTestDatabase } from "@/db/testing/database";
import { makeProduct, makeRetailer } from "@/db/testing/factories";
import { translator } from "@/lib/platform/messages";
import { stranger } from "@/lib/web/testing/context";
import { addItem } from "./operations";
import { whyRefused } from "./refused";

describe.skipIf(!hasDatabase)("why something was not added", () => {
  const { owner } = useTestDatabase();
  const say = translator("en");
  let shop: { id: number };

  beforeAll(async () => {
    shop = await makeRetailer(owner());
  });

  const mug = async (variant: object) => (await makeProduct(owner(), shop.id, { name: "Mug", variant })).variant.id;

  /** As the form without script: the refusal's code goes into an address, the words are made from it. */
  const refused = async (input: { variantId: number; quantity: number }) => {
    const result = await addItem.safe(stranger(), input);
    if (result.ok) throw new Error("It was added.");
    return { code: result.error.errors[0]?.code ?? result.error.code, message: result.error.message };
  };

  it.each([
    ["more than is left", { stock: 3 }, 4, "Mug was not added. Only 3 left."],
    ["more than one customer may have", { maxQuantity: 2 }, 3, "Mug was not added. At most 2 for each customer."],
    ["less than is sold at once", { minQuantity: 6 }, 1, "Mug was not added. Sold from 6 pieces on."],
    ["sold out", { stock: 0 }, 1, "Mug was not added. Sold out for now."],
  ])("%s: with the numbers that the script says", async (_, variant, quantity, words) => {
    const variantId = await mug(variant);
    const { code, message } = await refused({ variantId, quantity });
    expect(await whyRefused(code, variantId, say)).toBe(words);
    expect(words).toContain(message);
  });

  it("no longer sold, and more than a line can hold", async () => {
    const { code, message } = await refused({ variantId: 2_147_483_647, quantity: 1 });
    expect(await whyRefused(code, 2_147_483_647, say)).toBe(`It was not added. ${message}`);
    const tray = await mug({ stock: 30_000 });
    const big = await addItem.safe(stranger(), { variantId: tray, quantity: 9999, cart: `${tray}x9999` });
    if (big.ok) throw new Error("It was added.");
    expect(await whyRefused(big.error.errors[0]!.code, tray, say)).toBe(`It was not added. ${big.error.message}`);
  });

  it("one thing too many", async () => {
    const variantId = await mug({});
    const cart = Array.from({ length: 100 }, (_, index) => `${index + 1_000_000}x1`).join(".");
    const full = await addItem.safe(stranger(), { variantId, cart });
    if (full.ok) throw new Error("It was added.");
    expect(await whyRefused(full.error.errors[0]!.code, variantId, say)).toBe(
      `It was not added. ${full.error.message}`,
    );
    expect(full.error.message).toContain("100");
  });

  it("says the numbers of now", async () => {
    const variantId = await mug({ stock: 3, maxQuantity: 9 });
    const { code } = await refused({ variantId, quantity: 4 });
    const stock = (left: number) => owner().update(variants).set({ stock: left }).where(eq(variants.id, variantId));
    await stock(1);
    expect(await whyRefused(code, variantId, say)).toContain("Only 1 left.");
    expect(await whyRefused("above_maximum", variantId, say)).toContain("At most 9");
    await stock(0);
    expect(await whyRefused(code, variantId, say)).toContain("Sold out");
  });

  it.each([
    ["<b>words</b>", 1],
    ["too_many", Number.NaN],
    ["too_many", 2 ** 40],
    ["too_many", 1.5],
    ["too_many", -1],
    ["out_of_stock", 999_999_999],
  ])("an address that somebody made up (%s, %s) says no more than that nothing was added", async (code, variantId) => {
    expect(await whyRefused(code, variantId, say)).toBe(say("cart.refused.other"));
  });
});
