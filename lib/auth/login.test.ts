import { hash } from "@node-rs/argon2";
import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { transaction } from "@/db/client";
import { credentials } from "@/db/schema";
import { hasDatabase, useTestDatabase } from "@/db/testing/database";
import { makeProduct, makeRetailer, makeUser } from "@/db/testing/factories";
import { hashPassword } from "@/lib/accounts/passwords";
import { askForCode, forgetSends } from "@/lib/accounts/testing/codes";
import { saveCart } from "@/lib/cart/saved";
import { translator } from "@/lib/platform/messages";
import { cookieSet, freshIp, stranger } from "@/lib/web/testing/context";
import { login } from "./login";
import { actorOf } from "./session";
import { refresh, verifyCode } from "./sign-in";
import { loginPassword, makeLogin } from "./testing/login-account";

const say = translator("en");
const password = loginPassword;
const wrong = { ok: false, error: { code: "wrong_login", status: 401 } };

describe.skipIf(!hasDatabase)("signing in by password", () => {
  const { owner } = useTestDatabase();
  let number = 0;
  let email: string;
  let id: number;
  let passwordHash: string;

  beforeEach(async () => {
    number += 1;
    email = `login-${number}@example.com`;
    await forgetSends(owner());
    ({ id, passwordHash } = await makeLogin(owner(), { email, name: "Sara" }));
  });

  const kept = async () => {
    const { rows } = await owner().execute<{ hash: string }>(
      sql`select password_hash as hash from credentials where user_id = ${id}`,
    );
    return rows[0]?.hash;
  };
  const newDevices = async (userId: number) => {
    const { rows } = await owner().execute<{ payload: Record<string, unknown> }>(
      sql`select payload from events where name = 'account.newDevice' and (payload->>'userId')::int = ${userId} order by id`,
    );
    return rows.map(({ payload }) => payload);
  };

  it("opens the same session as a code does, with the carts united", async () => {
    const shop = await makeRetailer(owner());
    const [mug, tray] = await Promise.all([makeProduct(owner(), shop.id), makeProduct(owner(), shop.id)]);
    await saveCart(owner(), id, [{ variantId: mug.variant.id, quantity: 2 }]);
    const context = stranger({ userAgent: "Browser/1", ip: "203.0.113.9" });
    const signedIn = await login.call(context, {
      identifier: ` ${email.toUpperCase()}`,
      password,
      cart: `${tray.variant.id}x1`,
    });
    expect(signedIn).toMatchObject({
      user: { id, email, roles: [] },
      expiresIn: 900,
      cartChanged: 1,
      mustChangePassword: false,
    });
    expect(cookieSet(context, "cart")).toBe(`${tray.variant.id}x1.${mug.variant.id}x2`);
    expect(cookieSet(context, "charsu.session")).toBe(signedIn.accessToken);
    expect(cookieSet(context, "name")).toBe("Sara");
    expect(await actorOf({ authorization: `Bearer ${signedIn.accessToken}`, cookie: () => undefined })).toMatchObject({
      userId: id,
    });
    const { rows } = await owner().execute(sql`select user_agent, network from sessions where user_id = ${id}`);
    expect(rows).toEqual([{ user_agent: "Browser/1", network: "203.0.113.0/24" }]);
    const next = await refresh.call(stranger({ ip: "198.51.100.7" }), { refreshToken: signedIn.refreshToken });
    expect(next.user.id).toBe(id);
    const moved = await owner().execute(sql`select network from sessions where user_id = ${id}`);
    expect(moved.rows, "the place of last use").toEqual([{ network: "198.51.100.0/24" }]);
  });

  it("takes a phone number, and a password however its characters are composed", async () => {
    const phone = "+4915123456789";
    const other = await makeUser(owner(), { phone, email: null });
    const composed = await hashPassword("pässwörter für zwei".normalize("NFKC"), say);
    await owner().insert(credentials).values({ userId: other.id, passwordHash: composed });
    const typed = "pässwörter für zwei".normalize("NFD");
    const { user } = await login.call(stranger(), { identifier: "01512 3456789", password: typed });
    expect(user.id).toBe(other.id);
  });

  it("answers alike for every reason, sets no cookie and opens nothing", async () => {
    const closed = await makeLogin(owner(), { email: `closed-${email}`, active: false });
    const gone = await makeLogin(owner(), { email: `gone-${email}` });
    await owner().execute(sql`update users set email = null, active = false, deleted_at = now() where id = ${gone.id}`);
    await makeUser(owner(), { email: `codes-only-${email}` });
    const secondAddress = `second-${email}`;
    await owner().execute(sql`update users set unconfirmed = ${secondAddress} where id = ${id}`);
    const attempts = {
      "another password": { identifier: email, password: "tea for three, please" },
      "an unknown address": { identifier: `unknown-${email}`, password },
      "a closed account": { identifier: `closed-${email}`, password },
      "a deleted account": { identifier: `gone-${email}`, password },
      "an account without a password": { identifier: `codes-only-${email}`, password },
      "an address that was never confirmed": { identifier: secondAddress, password },
      "two addresses": { identifier: `${email},${email}`, password },
      "an @ that is none": { identifier: email.replace("@", "\uff20"), password },
      "the hash itself": { identifier: email, password: passwordHash },
      "a password with something behind it": { identifier: email, password: `${password} ` },
      "a password with NUL behind it": { identifier: email, password: `${password}\0` },
    };
    const answers = new Set<string>();
    for (const [reason, input] of Object.entries(attempts)) {
      const context = stranger();
      const answer = await login.safe(context, input);
      expect(answer, reason).toMatchObject(wrong);
      expect(context.cookies, reason).toEqual([]);
      answers.add(answer.ok ? "" : JSON.stringify([answer.error.message, answer.error.errors, answer.error.data]));
    }
    expect(answers.size).toBe(1);
    expect((await owner().execute(sql`select * from sessions where user_id in (${id}, ${closed.id})`)).rows).toEqual(
      [],
    );
  });

  it.each([
    { identifier: undefined },
    { identifier: 5 },
    { password: undefined },
    { password: "" },
    { password: ["tea for two, please"] },
    { password: { $ne: "" } },
    { password: "a".repeat(513) },
    { code: "1".repeat(41) },
  ])("refuses %j as fields", async (over) => {
    const answer = await login.safe(stranger(), { identifier: email, password, ...over });
    expect(answer).toMatchObject({ ok: false, error: { status: 422, errors: [{ field: Object.keys(over)[0] }] } });
  });

  it("lets one account be tried ten times in a quarter of an hour, known or not, from wherever", async () => {
    for (const identifier of [email, `unknown-${email}`]) {
      const answers = await Promise.all(
        Array.from({ length: 12 }, (_, index) =>
          login.safe(stranger(), {
            identifier: index % 2 ? identifier : identifier.toUpperCase(),
            password: "no, not this",
          }),
        ),
      );
      const codes = answers.map((answer) => (answer.ok ? "ok" : answer.error.code)).sort();
      expect(codes).toEqual([...Array(2).fill("rate_limited"), ...Array(10).fill("wrong_login")]);
      expect(await login.safe(stranger(), { identifier, password })).toMatchObject({ error: { status: 429 } });
    }
    expect(await verifyCode.safe(stranger(), await askForCode(owner(), email)), "a code still opens").toMatchObject({
      ok: true,
    });
  });

  it("lets one network address try sixty times an hour", async () => {
    const ip = freshIp();
    const answers = await Promise.all(
      Array.from({ length: 62 }, (_, index) =>
        login.safe(stranger({ ip }), { identifier: `spray-${index}-${email}`, password: "no, not this" }),
      ),
    );
    expect(answers.filter((answer) => !answer.ok && answer.error.code === "rate_limited")).toHaveLength(2);
  });

  it("opens ten sessions for ten sign-ins at once", async () => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => login.safe(stranger(), { identifier: email, password })),
    );
    expect(answers.filter(({ ok }) => !ok)).toEqual([]);
    expect(new Set(answers.map((answer) => answer.ok && answer.data.refreshToken)).size).toBe(10);
  });

  it("makes a weak hash anew at the next sign-in that is right, and at no other", async () => {
    const weak = await hash(password, { memoryCost: 8 * 1024, timeCost: 1, parallelism: 1 });
    await owner().execute(
      sql`update credentials set password_hash = ${weak}, must_change = true where user_id = ${id}`,
    );
    await login.safe(stranger(), { identifier: email, password: "no, not this" });
    expect(await kept()).toBe(weak);
    const { mustChangePassword } = await login.call(stranger(), { identifier: email, password });
    expect(mustChangePassword, "what else is known of it stays").toBe(true);
    const strong = await kept();
    expect(strong).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    await login.call(stranger(), { identifier: email, password });
    expect(await kept(), "once").toBe(strong);
  });

  it("does not let in whose password is changed in that moment", async () => {
    const other = await hashPassword("another one, please", say);
    const changing = transaction({ tier: "auth", userId: id }, async (tx) => {
      await tx.execute(sql`update credentials set password_hash = ${other} where user_id = ${id}`);
      const trying = login.safe(stranger(), { identifier: email, password });
      // It waits for what this transaction holds.
      await expect
        .poll(async () => (await owner().execute(sql`select from pg_locks where not granted`)).rows.length, {
          timeout: 5000,
        })
        .toBeGreaterThan(0);
      return { trying };
    });
    expect(await (await changing).trying).toMatchObject(wrong);
  });

  it("tells of a device that the account was not used with, once", async () => {
    const firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
    const newer = firefox.replaceAll("140", "141");
    const iphone =
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1";
    const enter = (userAgent: string) =>
      login.call(stranger({ userAgent, ip: "203.0.113.9" }), { identifier: email, password });
    await enter(firefox);
    await enter(newer);
    await owner().execute(sql`update sessions set revoked_at = now()`);
    await enter(firefox);
    await enter(iphone);
    expect(await newDevices(id)).toEqual([
      { userId: id, sessionId: expect.any(String), userAgent: firefox, network: "203.0.113.0/24" },
      { userId: id, sessionId: expect.any(String), userAgent: iphone, network: "203.0.113.0/24" },
    ]);
  });

  it("tells of no new device to whom it just made the account for", async () => {
    const { user } = await verifyCode.call(stranger({ userAgent: "x" }), await askForCode(owner(), `fresh-${email}`));
    expect(await newDevices(user.id)).toEqual([]);
  });
});
