import { sql } from "drizzle-orm";
import { NextRequest } from "next/server";
import { beforeAll, describe, expect, it } from "vitest";
import { hasDatabase, useTestDatabase } from "@/db/testing/database";
import { askForCode } from "@/lib/accounts/testing/codes";
import { stranger } from "@/lib/web/testing/context";
import { gate } from "./gate";
import { verifyCode } from "./sign-in";
import { sessionCookie } from "./tokens";

describe.skipIf(!hasDatabase)("the gate of the sign-in pages", () => {
  const { owner } = useTestDatabase();
  let token: string;
  beforeAll(async () => {
    ({ accessToken: token } = await verifyCode.call(stranger(), await askForCode(owner(), "gate@example.com")));
  });

  const origin = "http://localhost:3000";
  const visit = (path: string, given: { token?: string; method?: string } = {}) =>
    gate(
      new NextRequest(new URL(path, origin), {
        method: given.method ?? "GET",
        headers: given.token ? { cookie: `${sessionCookie()}=${given.token}` } : {},
      }),
    );
  const ledTo = async (path: string) => {
    const answer = await visit(path, { token });
    expect(answer?.status, path).toBe(303);
    return answer?.headers.get("location");
  };

  it.each([
    ["/sign-in", "/profile/orders"],
    ["/sign-in/code", "/profile/orders"],
    ["/sign-in?next=%2Fcheckout%3Fshop%3Da", "/checkout?shop=a"],
    ["/sign-in/code?next=/cart", "/cart"],
    ["/sign-in?next=//evil.example", "/profile/orders"],
    ["/sign-in?next=/%5Cevil.example", "/profile/orders"],
    ["/sign-in?next=https://evil.example", "/profile/orders"],
    ["/sign-in?next=", "/profile/orders"],
    ["/orders", "/profile/orders"],
    ["/orders/1001-1?placed=1", "/profile/orders/1001-1?placed=1"],
    ["/profile", "/profile/orders"],
    ["/sign-up", "/profile/orders"],
    ["/sign-up?next=/checkout", "/checkout"],
    ["/sign-in/password", "/profile/orders"],
    ["/sign-in/new-password?next=/cart", "/cart"],
  ])("leads somebody who is signed in from %s to %s", async (path, target) => {
    expect(await ledTo(path)).toBe(`${origin}${target}`);
  });

  it("knows whose address and whose order a page of the profile is about", async () => {
    const { rows } = await owner().execute<{ id: number }>(sql`
      insert into addresses (user_id, name, line1, city, postcode, country)
      select u.id, 'Ada', 'Lange Gasse 1', 'Berlin', '10115', 'DE' from users u where u.email = 'gate@example.com'
      returning id`);
    const mine = rows[0]!.id;
    for (const path of [
      "/profile/addresses",
      "/profile/addresses/new",
      `/profile/addresses/${mine}`,
      "/profile/data",
    ]) {
      expect(await visit(path, { token }), path).toBeNull();
    }
    for (const path of [
      `/profile/addresses/${mine + 1}`,
      "/profile/addresses/a",
      "/profile/orders/9-1/edit",
      "/profile/orders/new",
    ]) {
      expect((await visit(path, { token }))?.status, path).toBe(404);
    }
  });

  it("lets everybody else see the form, and what is sent from it pass", async () => {
    expect(await visit("/sign-in")).toBeNull();
    expect(await visit("/sign-in/code?next=/cart")).toBeNull();
    expect(await visit("/sign-in", { token: "not.a.token" })).toBeNull();
    expect(await visit("/sign-in/code", { token, method: "POST" })).toBeNull();
    expect(await visit("/sign-infull", { token })).toBeNull();
    for (const path of ["/sign-up", "/sign-up/code", "/sign-up/shop", "/sign-in/password", "/reset", "/reset/code"]) {
      expect(await visit(path), path).toBeNull();
    }
    // With another shop somebody applies who is signed in, and confirms it by a code.
    for (const path of ["/sign-up/shop", "/sign-up/code", "/sign-up/shop/status"]) {
      expect(await visit(path, { token }), path).toBeNull();
    }
  });

  it("asks who it is before it says where an application stands, or asks for another password", async () => {
    const asked = async (path: string) => (await visit(path))?.headers.get("location");
    expect(await asked("/sign-up/shop/status")).toBe(`${origin}/sign-in?next=%2Fsign-up%2Fshop%2Fstatus`);
    expect(await asked("/sign-in/new-password?next=/cart")).toBe(`${origin}/sign-in?next=%2Fcart`);
  });

  it("leads whoever must change a generated password to that, from wherever, and nowhere else", async () => {
    const mustChange = (on: boolean) =>
      owner().execute(sql`
      insert into credentials (user_id, password_hash, must_change)
      select id, 'x', ${on} from users where email = 'gate@example.com'
      on conflict (user_id) do update set must_change = excluded.must_change`);
    await mustChange(true);
    const change = `${origin}/sign-in/new-password?next=`;
    expect(await ledTo("/profile/orders?page=2")).toBe(`${change}%2Fprofile%2Forders%3Fpage%3D2`);
    expect(await ledTo("/checkout")).toBe(`${change}%2Fcheckout`);
    expect(await ledTo("/sign-up/shop/status")).toBe(`${change}%2Fsign-up%2Fshop%2Fstatus`);
    for (const path of ["/sign-in", "/sign-in/code", "/sign-in/password", "/sign-up"]) {
      expect(await ledTo(`${path}?next=/cart`), path).toBe(`${change}%2Fcart`);
    }
    expect(await visit("/sign-in/new-password?next=/cart", { token })).toBeNull();
    expect((await visit("/checkout", { token, method: "POST" }))?.status).toBe(303);
    await mustChange(false);
    expect(await ledTo("/sign-in/new-password?next=/cart")).toBe(`${origin}/cart`);
  });

  it("leads nobody in a circle: whose session ended is asked, and asked back to where they were", async () => {
    await owner().execute(sql`update sessions set revoked_at = now()`);
    expect(await visit("/sign-in?next=/orders", { token })).toBeNull();
    const sent = await visit("/profile/orders?page=2", { token });
    expect(sent?.headers.get("location")).toBe(`${origin}/sign-in?next=%2Fprofile%2Forders%3Fpage%3D2`);
  });
});
