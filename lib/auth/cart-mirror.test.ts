import { sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { hasDatabase, useTestDatabase } from "@/db/testing/database";
import { makeProduct, makeRetailer } from "@/db/testing/factories";
import { askForCode } from "@/lib/accounts/testing/codes";
import { saveCart } from "@/lib/cart/saved";
import { stranger } from "@/lib/web/testing/context";
import { routeRequest } from "@/lib/web/testing/route";
import { proxy } from "@/proxy";
import { verifyCode } from "./sign-in";
import { sessionCookie } from "./tokens";

describe.skipIf(!hasDatabase)("the cart's cookie on the way to the cart page", () => {
  const { owner } = useTestDatabase();
  let token: string;
  let userId: number;
  let ids: number[];

  beforeAll(async () => {
    const signedIn = await verifyCode.call(stranger(), await askForCode(owner(), "mirror@example.com"));
    token = signedIn.accessToken;
    userId = signedIn.user.id;
    const shop = await makeRetailer(owner());
    ids = [(await makeProduct(owner(), shop.id)).variant.id, (await makeProduct(owner(), shop.id)).variant.id];
  });
  beforeEach(() => saveCart(owner(), userId, [{ variantId: ids[0]!, quantity: 2 }]));

  /** What the browser is told of its cart (undefined: nothing), and what the page behind sees of it. */
  async function visit(path: string, given: { cart?: string; token?: string; form?: Record<string, string> } = {}) {
    const cookies = {
      ...(given.token !== undefined && { [sessionCookie()]: given.token }),
      ...(given.cart !== undefined && { cart: given.cart }),
    };
    const request = routeRequest(path, cookies, given.form);
    const answer = await proxy(request);
    return { browser: answer.cookies.get("cart")?.value, page: request.cookies.get("cart")?.value, answer };
  }
  const kept = () => `${ids[0]}x2`;

  it.each([undefined, "", "77x9", "%"])("is brought up to date from %j, for browser and page", async (cart) => {
    const { browser, page, answer } = await visit("/cart", cart === undefined ? { token } : { cart, token });
    expect(browser).toBe(kept());
    expect(page).toBe(kept());
    expect(answer.headers.get("set-cookie")).toMatch(/Path=\/; .*Max-Age=31536000; .*SameSite=lax/i);
    expect(answer.headers.get("set-cookie")).not.toMatch(/httponly/i);
  });

  it("is removed when the account's cart is empty", async () => {
    await saveCart(owner(), userId, []);
    const { browser, page, answer } = await visit("/cart?united=1", { cart: kept(), token });
    expect(browser).toBe("");
    expect(page).toBeUndefined();
    expect(answer.headers.get("set-cookie")).toContain("Max-Age=0");
  });

  it("is left alone where there is nothing to tell", async () => {
    expect((await visit("/cart", { cart: kept(), token })).browser, "it is up to date").toBeUndefined();
    expect((await visit("/checkout", { cart: "77x9", token })).browser, "another page").toBeUndefined();
    const form = { variantId: "1" };
    expect((await visit("/cart", { cart: "77x9", token, form })).browser, "a form says it itself").toBeUndefined();
  });

  it("is the only truth of somebody who is not signed in, or is no longer", async () => {
    expect(await visit("/cart", { cart: "77x9" })).toMatchObject({ browser: undefined, page: "77x9" });
    await owner().execute(sql`update sessions set revoked_at = now()`);
    expect(await visit("/cart", { cart: "77x9", token })).toMatchObject({ browser: undefined, page: "77x9" });
  });
});
