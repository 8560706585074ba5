import { describe, expect, it } from "vitest";
import { openingHours } from "@/db/schema";
import { hasDatabase, useTestDatabase } from "@/db/testing/database";
import { makeProduct, makeRetailer } from "@/db/testing/factories";
import { translator } from "@/lib/platform/messages";
import { cartViewOf, priceCart } from "./read";

describe.skipIf(!hasDatabase)("when a basket's shop is open", () => {
  const { owner } = useTestDatabase();
  const view = { locale: "en", say: translator("en") };

  /** Of a shop in Berlin that is open on weekdays from 9 to 18, and in these shifts. */
  const note = async (now: string, ...shifts: [weekday: number, opens: string, closes: string][]) => {
    const shop = await makeRetailer(owner());
    for (const [weekday, opens, closes] of shifts) {
      await owner().insert(openingHours).values({ retailerId: shop.id, weekday, opens, closes });
    }
    const { variant } = await makeProduct(owner(), shop.id);
    const priced = await priceCart(owner(), [{ variantId: variant.id, quantity: 1 }]);
    return cartViewOf(priced, { ...view, now: new Date(now) }).baskets[0]!.openNote;
  };
  const monday = "2026-01-05T09:00:00Z";

  it("is said with the time, and with the day where the time alone would be another", async () => {
    expect(await note(monday)).toBe("Open until 18:00");
    expect(await note(monday, [1, "18:00", "21:00"])).toBe("Open until 21:00");
    expect(await note(monday, [1, "18:00", "00:00"], [2, "00:00", "09:00"])).toBe("Open until Tuesday at 18:00");
    expect(await note("2026-01-05T07:00:00Z")).toBe("Opens today at 09:00");
    expect(await note("2026-01-10T09:00:00Z")).toBe("Opens Monday at 09:00");
  });

  it("is said of a shop that never closes", async () => {
    const always = [0, 1, 2, 3, 4, 5, 6].map((day): [number, string, string] => [day, "00:00", "00:00"]);
    expect(await note(monday, ...always)).toBe("Open at all hours");
  });
});
