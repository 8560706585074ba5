import { sql } from "drizzle-orm";
import { SignJWT } from "jose";
import { beforeEach, describe, expect, it } from "vitest";
import { pool } from "@/db/client";
import { retailerMembers, userRoles } from "@/db/schema";
import { hasDatabase, useTestDatabase } from "@/db/testing/database";
import { makeRetailer, makeUser } from "@/db/testing/factories";
import { askForCode } from "@/lib/accounts/testing/codes";
import { env } from "@/lib/platform/env";
import { nobody } from "@/lib/web/actor";
import { plainContext } from "@/lib/web/context";
import { cookieSet, stranger } from "@/lib/web/testing/context";
import { actorOf, renewal } from "./session";
import { refresh, signOut, verifyCode } from "./sign-in";
import { readAccessToken, sessionLife, signAccessToken } from "./tokens";

describe.skipIf(!hasDatabase)("a session", () => {
  const { owner } = useTestDatabase();
  let number = 0;
  let user: { id: number };
  let tokens: { accessToken: string; refreshToken: string };

  beforeEach(async () => {
    number += 1;
    user = await makeUser(owner(), { email: `session-${number}@example.com`, name: "Sara" });
    tokens = await verifyCode.call(stranger(), await askForCode(owner(), `session-${number}@example.com`));
  });

  const byCookie = (token: string) => actorOf({ authorization: null, cookie: () => token });
  const byBearer = (authorization: string) => actorOf({ authorization, cookie: () => tokens.accessToken });
  const parts = () => tokens.accessToken.split(".") as [string, string, string];
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const claims = async () => (await readAccessToken(tokens.accessToken))!;
  const signed = async (age: number, secret = env.AUTH_SECRET) => {
    const { sid, version, name } = await claims();
    const issued = Math.floor(Date.now() / 1000) - age;
    return new SignJWT({ sid, ver: version, name })
      .setProtectedHeader({ alg: "HS256" })
      .setSubject(String(user.id))
      .setIssuedAt(issued)
      .setExpirationTime(issued + 900)
      .sign(new TextEncoder().encode(secret));
  };

  it("is known by cookie and by Bearer token, with roles and shops", async () => {
    const shop = await makeRetailer(owner());
    await owner().insert(userRoles).values({ userId: user.id, role: "operator" });
    await owner().insert(retailerMembers).values({ userId: user.id, retailerId: shop.id, role: "owner" });
    const actor = { userId: user.id, name: "Sara", roles: ["operator"], shops: [shop.id] };
    expect(await byCookie(tokens.accessToken)).toMatchObject(actor);
    expect(await byBearer(`Bearer ${tokens.accessToken}`)).toMatchObject(actor);
  });

  it("lives fifteen minutes in its token", async () => {
    const { left } = await claims();
    expect(left).toBeGreaterThan(890);
    expect(left).toBeLessThanOrEqual(900);
    expect(await byCookie(await signed(899))).toMatchObject({ userId: user.id });
    expect(await byCookie(await signed(901))).toEqual(nobody);
  });

  it.each([
    ["revoked", () => sql`update sessions set revoked_at = now() where user_id = ${user.id}`],
    ["run out", () => sql`update sessions set expires_at = now() where user_id = ${user.id}`],
    ["of an older version", () => sql`update users set session_version = session_version + 1 where id = ${user.id}`],
    ["of a closed account", () => sql`update users set active = false where id = ${user.id}`],
    ["deleted", () => sql`delete from sessions where user_id = ${user.id}`],
  ])("that is %s is nobody's with the next request, and is not renewed or refreshed", async (_, change) => {
    const nearlyOver = await signed(700);
    await owner().execute(change());
    expect(await byCookie(tokens.accessToken)).toEqual(nobody);
    expect(await renewal(nearlyOver, sessionLife, "203.0.113.0/24")).toBeNull();
    const answer = await refresh.safe(stranger(), { refreshToken: tokens.refreshToken });
    expect(answer).toMatchObject({ ok: false, error: { status: 401 } });
  });

  it("is not made by a forged token", async () => {
    const [head, body, signature] = parts();
    const payload = JSON.parse(Buffer.from(body, "base64url").toString());
    const other = await makeUser(owner());
    const forged = {
      "alg none": `${encode({ alg: "none" })}.${body}.`,
      "alg none, signed": `${encode({ alg: "none" })}.${body}.${signature}`,
      "another algorithm": `${encode({ alg: "HS512" })}.${body}.${signature}`,
      "another user": `${head}.${encode({ ...payload, sub: String(other.id) })}.${signature}`,
      "an edited role": `${head}.${encode({ ...payload, roles: ["admin"], role: "admin" })}.${signature}`,
      "a longer life": `${head}.${encode({ ...payload, exp: payload.exp + 9999 })}.${signature}`,
      "no signature": `${head}.${body}.`,
      "another secret": await signed(0, "another secret of more than 32 characters"),
      nonsense: "not.a.token",
      empty: "",
      "one part": head,
    };
    for (const [how, token] of Object.entries(forged)) {
      expect(await byCookie(token), how).toEqual(nobody);
      expect(await byBearer(`Bearer ${token}`), how).toEqual(nobody);
      expect(await renewal(token, sessionLife, ""), how).toBeNull();
    }
    const stolen = await signAccessToken({ ...(await claims()), userId: other.id });
    expect(await byCookie(stolen), "a session of somebody else, even signed by us").toEqual(nobody);
  });

  it("has the rights of its account, whatever its token says of them", async () => {
    const { sid, version, name } = await claims();
    const token = await new SignJWT({ sid, ver: version, name, role: "admin", roles: ["admin"], shops: [1] })
      .setProtectedHeader({ alg: "HS256" })
      .setSubject(String(user.id))
      .setIssuedAt()
      .setExpirationTime("900s")
      .sign(new TextEncoder().encode(env.AUTH_SECRET));
    expect(await byCookie(token)).toMatchObject({ userId: user.id, roles: [], shops: [] });
  });

  it("loses a right with the next request, and is dead once a demotion raised its version", async () => {
    await owner().insert(userRoles).values({ userId: user.id, role: "admin" });
    expect(await byCookie(tokens.accessToken)).toMatchObject({ roles: ["admin"] });
    await owner().execute(sql`delete from user_roles where user_id = ${user.id}`);
    expect(await byCookie(tokens.accessToken)).toMatchObject({ userId: user.id, roles: [] });
    await owner().execute(sql`update users set session_version = session_version + 1 where id = ${user.id}`);
    expect(await byCookie(tokens.accessToken)).toEqual(nobody);
    expect(await refresh.safe(stranger(), { refreshToken: tokens.refreshToken })).toMatchObject({ ok: false });
  });

  it.each([
    "",
    "Bearer",
    "Bearer ",
    "bearer x.y.z",
    "Basic c2FyYTpzYXJh",
    "Bearer a.b.c d",
    "Bearer a.b.c, Bearer d.e.f",
    "Token x",
  ])("is not taken from the cookie when the header says %j", async (header) => {
    expect(await byBearer(header)).toEqual(nobody);
  });

  it("is renewed in its last five minutes and after, and then slides", async () => {
    expect(await renewal(await signed(500), sessionLife, "203.0.113.0/24")).toBeUndefined();
    await owner().execute(sql`update sessions set expires_at = now() + interval '1 day' where user_id = ${user.id}`);
    await owner().execute(sql`update users set name = 'Renamed' where id = ${user.id}`);
    for (const age of [601, 901, 86_400]) {
      expect(await renewal(await signed(age), sessionLife, "203.0.113.0/24")).toMatchObject({
        userId: user.id,
        name: "Renamed",
      });
    }
    const { rows } = await owner().execute(
      sql`select expires_at > now() + interval '29 days' as slid from sessions where user_id = ${user.id}`,
    );
    expect(rows).toEqual([{ slid: true }]);
  });

  it("gives the next tokens once; a second use ends the whole family", async () => {
    const next = await refresh.call(stranger(), { refreshToken: tokens.refreshToken });
    expect(next.refreshToken).not.toBe(tokens.refreshToken);
    expect(await byCookie(next.accessToken)).toMatchObject({ userId: user.id });
    const reused = await refresh.safe(stranger(), { refreshToken: tokens.refreshToken });
    expect(reused).toMatchObject({ ok: false, error: { code: "unauthenticated" } });
    expect(await byCookie(next.accessToken)).toEqual(nobody);
    expect(await refresh.safe(stranger(), { refreshToken: next.refreshToken })).toMatchObject({ ok: false });
  });

  it("never gives two pairs for one refresh token, however many ask at once", async () => {
    const answers = await Promise.all(
      Array.from({ length: 30 }, () => refresh.safe(stranger(), { refreshToken: tokens.refreshToken })),
    );
    const given = answers.flatMap((answer) => (answer.ok ? [answer.data] : []));
    expect(given).toHaveLength(1);
    expect(answers.filter((answer) => !answer.ok && answer.error.code !== "unauthenticated")).toEqual([]);
    expect(await byCookie(given[0]!.accessToken)).toEqual(nobody);
  });

  it("is known and renewed while every connection of those who sign in is taken", async () => {
    const nearlyOver = await signed(700);
    const { max } = pool("auth").options;
    const held = await Promise.all(Array.from({ length: max }, () => pool("auth").connect()));
    try {
      expect(await byCookie(tokens.accessToken)).toMatchObject({ userId: user.id });
      expect(await renewal(nearlyOver, sessionLife, "203.0.113.0/24")).toMatchObject({ userId: user.id });
    } finally {
      for (const client of held) client.release();
    }
  });

  it("keeps refresh tokens as hashes alone", async () => {
    const { rows } = await owner().execute(sql`select hash from refresh_tokens where hash = ${tokens.refreshToken}`);
    expect(rows).toEqual([]);
    expect(await refresh.safe(stranger(), { refreshToken: "x".repeat(43) })).toMatchObject({ ok: false });
  });

  it("ends by signing out, and leaves the others of the account alone", async () => {
    const elsewhere = await verifyCode.call(stranger(), await askForCode(owner(), `session-${number}@example.com`));
    const context = plainContext(await byCookie(tokens.accessToken));
    await signOut.call(context, {});
    expect(cookieSet(context, "charsu.session")).toBeNull();
    expect(cookieSet(context, "name")).toBeNull();
    expect(cookieSet(context, "cart"), "it stays with the account, and does not wait for who comes next").toBeNull();
    expect(await byCookie(tokens.accessToken)).toEqual(nobody);
    expect(await refresh.safe(stranger(), { refreshToken: tokens.refreshToken })).toMatchObject({ ok: false });
    expect(await byCookie(elsewhere.accessToken)).toMatchObject({ userId: user.id });
    expect(await signOut.safe(stranger(), {}), "signing out twice").toMatchObject({ ok: true });
  });
});
