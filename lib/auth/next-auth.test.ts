import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { GET, POST } from "@/app/api/auth/[...nextauth]/route";
import { hasDatabase, useTestDatabase } from "@/db/testing/database";
import { makeProduct, makeRetailer, makeUser } from "@/db/testing/factories";
import { challengeCookies } from "@/lib/accounts/send-code";
import { askForCode, otherThan } from "@/lib/accounts/testing/codes";
import { saveCart } from "@/lib/cart/saved";
import { env } from "@/lib/platform/env";
import { callRoute, routeRequest } from "@/lib/web/testing/route";
import { actorOf } from "./session";
import { sessionCookie } from "./tokens";

describe.skipIf(!hasDatabase)("next-auth's own doors", () => {
  const { owner } = useTestDatabase();
  let number = 0;
  let address: string;
  beforeEach(() => {
    number += 1;
    address = `door-${number}@example.com`;
  });

  /** The token that next-auth wants back with a form, and the cookies that go with it. */
  async function csrf(cookies: Record<string, string> = {}) {
    const { answer, cookies: set } = await callRoute(GET, routeRequest("/api/auth/csrf", cookies), {
      nextauth: ["csrf"],
    });
    const { csrfToken } = (await answer.json()) as { csrfToken: string };
    const sent = Object.fromEntries(Object.entries(set).map(([name, value]) => [name, decodeURIComponent(value)]));
    return { csrfToken, cookies: { ...cookies, ...sent } };
  }
  async function post(action: string[], cookies: Record<string, string>, form: Record<string, string>) {
    const given = await csrf(cookies);
    const body = { ...form, csrfToken: given.csrfToken, json: "true" };
    return callRoute(POST, routeRequest(`/api/auth/${action.join("/")}`, given.cookies, body), { nextauth: action });
  }
  const whoIs = (token: string | undefined) => actorOf({ authorization: null, cookie: () => token });

  it("sign in as every other door does: the carts united, the name to greet, the challenge gone", async () => {
    const { id } = await makeUser(owner(), { email: address, name: "Sara" });
    const shop = await makeRetailer(owner());
    const [mug, tray] = await Promise.all([makeProduct(owner(), shop.id), makeProduct(owner(), shop.id)]);
    await saveCart(owner(), id, [{ variantId: mug.variant.id, quantity: 2 }]);
    const { challenge, ...asked } = await askForCode(owner(), address);
    const browser = { [challengeCookies["sign-in"]]: challenge, cart: `${tray.variant.id}x1` };
    const { answer, cookies } = await post(["callback", "code"], browser, asked);
    expect(answer.status).toBe(200);
    expect(await whoIs(cookies[sessionCookie()])).toMatchObject({ userId: id });
    expect(cookies).toMatchObject({
      cart: `${tray.variant.id}x1.${mug.variant.id}x2`,
      name: "Sara",
      [challengeCookies["sign-in"]]: "",
    });
    const sessions = answer.headers.getSetCookie().filter((line) => line.startsWith(`${sessionCookie()}=`));
    expect(sessions, "one session, out of the script's reach").toHaveLength(1);
    expect(sessions[0]).toMatch(/HttpOnly/i);
    const { rows } = await owner().execute(sql`select id from sessions where user_id = ${id}`);
    expect(rows).toHaveLength(1);
  });

  it("leave everything as it is when the code is wrong", async () => {
    const { challenge, code, identifier } = await askForCode(owner(), address);
    const browser = { [challengeCookies["sign-in"]]: challenge, cart: "1x1" };
    const { answer, cookies } = await post(["callback", "code"], browser, { identifier, code: otherThan(code) });
    expect(answer.status).toBe(401);
    for (const name of ["cart", "name", challengeCookies["sign-in"], sessionCookie()])
      expect(cookies, name).not.toHaveProperty(name);
  });

  it.each(["//evil.example", "/\\evil.example", "https://evil.example", "javascript:alert(1)"])(
    "lead nobody to %s",
    async (callbackUrl) => {
      const { challenge, ...asked } = await askForCode(owner(), address);
      const browser = { [challengeCookies["sign-in"]]: challenge };
      const signedIn = await post(["callback", "code"], browser, { ...asked, callbackUrl });
      expect(signedIn.answer.status).toBe(200);
      const session = { [sessionCookie()]: signedIn.cookies[sessionCookie()]! };
      const signedOut = await post(["signout"], session, { callbackUrl });
      for (const { answer } of [signedIn, signedOut]) {
        const { url } = (await answer.json()) as { url: string };
        expect(new URL(url).origin).toBe(env.CHARSU_ORIGIN);
      }
    },
  );

  it("sign out as every other door does: the session ended, the name and the cart gone", async () => {
    const { challenge, ...asked } = await askForCode(owner(), address);
    const signedIn = await post(["callback", "code"], { [challengeCookies["sign-in"]]: challenge }, asked);
    const token = signedIn.cookies[sessionCookie()]!;
    const { cookies } = await post(["signout"], { [sessionCookie()]: token, name: "door", cart: "1x1" }, {});
    expect(cookies).toMatchObject({ [sessionCookie()]: "", name: "", cart: "" });
    expect(await whoIs(token)).toMatchObject({ userId: null });
  });
});
