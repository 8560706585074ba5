import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { pool, transaction } from "@/db/client";
import { hasDatabase, useTestDatabase } from "@/db/testing/database";
import { makeProduct, makeRetailer, makeUser } from "@/db/testing/factories";
import { accountFor } from "@/lib/accounts/account";
import { issueCode } from "@/lib/accounts/codes";
import { challengeCookies } from "@/lib/accounts/send-code";
import { askForCode, forgetSends, otherThan } from "@/lib/accounts/testing/codes";
import { saveCart } from "@/lib/cart/saved";
import { translator } from "@/lib/platform/messages";
import { cookieSet, freshIp, stranger } from "@/lib/web/testing/context";
import { actorOf } from "./session";
import { verifyCode } from "./sign-in";

describe.skipIf(!hasDatabase)("signing in by code", () => {
  const { owner } = useTestDatabase();
  let number = 0;
  let address: string;

  beforeEach(() => {
    number += 1;
    address = `person-${number}@example.com`;
  });

  const wrong = { ok: false, error: { code: "wrong_code", status: 401 } };
  const count = async (table: string) => {
    const { rows } = await owner().execute<{ n: number }>(sql.raw(`select count(*)::int as n from ${table}`));
    return rows[0]!.n;
  };

  it("makes the account and the session at the first time, and finds the account at the second", async () => {
    const context = stranger({ userAgent: "Browser/1" });
    const first = await verifyCode.call(context, await askForCode(owner(), address));
    expect(first).toMatchObject({
      user: { name: "", email: address, phone: null, roles: [] },
      expiresIn: 900,
      cartChanged: 0,
    });
    const second = await verifyCode.call(stranger(), await askForCode(owner(), address.toUpperCase(), address));
    expect(second.user).toEqual(first.user);
    const { rows } = await owner().execute(sql`
      select user_agent, version, revoked_at, expires_at > now() + interval '29 days' as long,
        (select email_confirmed_at is not null from users where id = user_id) as confirmed
      from sessions where user_id = ${first.user.id} order by created_at`);
    expect(rows[0]).toEqual({ user_agent: "Browser/1", version: 1, revoked_at: null, long: true, confirmed: true });
    expect(rows).toHaveLength(2);
  });

  it("sets the session out of the script's reach, the name within it, and clears the challenge", async () => {
    const { id } = await makeUser(owner(), { email: address, name: "Sara" });
    const context = stranger();
    const { accessToken } = await verifyCode.call(context, await askForCode(owner(), address));
    expect(context.cookies).toEqual([
      { name: "cart", value: null, httpOnly: false, maxAge: 31_536_000 },
      { name: "charsu.session", value: accessToken, httpOnly: true, maxAge: 2_592_000 },
      { name: "name", value: "Sara", httpOnly: false, maxAge: 2_592_000 },
      { name: challengeCookies["sign-in"], value: null, httpOnly: true },
    ]);
    const actor = await actorOf({ authorization: null, cookie: (name) => cookieSet(context, name) ?? undefined });
    expect(actor).toMatchObject({ userId: id, name: "Sara", roles: [], shops: [] });
  });

  it("takes a phone number and a code in Persian digits, with spaces", async () => {
    const { challenge, code } = await askForCode(owner(), "+۴۹ ۱۵۱۲ ۳۴۵۶۷۸۹", "+4915123456789");
    const persian = [...code].map((digit) => "۰۱۲۳۴۵۶۷۸۹"[Number(digit)]).join(" ");
    const { user } = await verifyCode.call(stranger(), { identifier: "01512 3456789", challenge, code: persian });
    expect(user).toMatchObject({ email: null, phone: "+4915123456789" });
  });

  it("takes a code once", async () => {
    const asked = await askForCode(owner(), address);
    await verifyCode.call(stranger(), asked);
    expect(await verifyCode.safe(stranger(), asked)).toMatchObject(wrong);
  });

  it("answers alike for every reason, and sets no cookie", async () => {
    const old = await askForCode(owner(), address);
    const asked = await askForCode(owner(), address);
    const closed = `closed-${address}`;
    await makeUser(owner(), { email: closed, active: false });
    const say = translator("en");
    const other = await issueCode(
      { purpose: "reset", to: { channel: "email", address: `reset-${address}` } },
      false,
      say,
    );
    const attempts = {
      "an old code after a new one": old,
      "another browser's challenge": { ...asked, challenge: "another-challenge-1234" },
      "another address": { ...asked, identifier: "somebody@example.com" },
      "a wrong code": { ...asked, code: otherThan(asked.code) },
      "a closed account": await askForCode(owner(), closed),
      "a code for another purpose": { ...other, identifier: `reset-${address}` },
      "an address that is none": { ...asked, identifier: "a@x.com,b@y.com" },
    };
    const answers = new Set<string>();
    for (const [reason, input] of Object.entries(attempts)) {
      const context = stranger();
      const answer = await verifyCode.safe(context, input);
      expect(answer, reason).toMatchObject(wrong);
      expect(context.cookies, reason).toEqual([]);
      answers.add(answer.ok ? "" : JSON.stringify([answer.error.message, answer.error.errors, answer.error.data]));
    }
    expect(answers.size).toBe(1);
    expect(await verifyCode.safe(stranger(), asked), "the right one still works").toMatchObject({ ok: true });
  });

  it("compares at most five guesses, however many come at once", async () => {
    const asked = await askForCode(owner(), address);
    const guesses = Array.from({ length: 100 }, (_, index) => ({ ...asked, code: otherThan(asked.code, index + 1) }));
    const answers = await Promise.all(guesses.map((guess) => verifyCode.safe(stranger(), guess)));
    expect(answers.filter((answer) => answer.ok || answer.error.code !== "wrong_code")).toEqual([]);
    expect(await verifyCode.safe(stranger(), asked)).toMatchObject(wrong);
  });

  it("leaves the fifth guess, and no sixth", async () => {
    for (const [before, ok] of [
      [4, true],
      [5, false],
    ] as const) {
      const asked = await askForCode(owner(), address);
      for (let guess = 1; guess <= before; guess++) {
        await verifyCode.safe(stranger(), { ...asked, code: otherThan(asked.code, guess) });
      }
      expect(await verifyCode.safe(stranger(), asked)).toMatchObject({ ok });
    }
  });

  it("opens one session when the right code is sent a hundred times at once", async () => {
    const asked = await askForCode(owner(), address);
    const before = [await count("users"), await count("sessions")];
    const answers = await Promise.all(Array.from({ length: 100 }, () => verifyCode.safe(stranger(), asked)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter((answer) => !answer.ok && answer.error.code !== "wrong_code")).toEqual([]);
    expect([await count("users"), await count("sessions")]).toEqual(before.map((each) => each + 1));
  });

  it("holds no connection of those who sign in while the code store takes its time", async () => {
    const asked = [await askForCode(owner(), address), await askForCode(owner(), `other-${address}`)];
    const waiting = async () => {
      const { rows } = await owner().execute<{ n: number }>(
        sql`select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      );
      return rows[0]!.n;
    };
    let answers: Promise<{ ok: boolean }[]> | undefined;
    await owner().transaction(async (held) => {
      await held.execute(sql`select from codes.code for update`);
      answers = Promise.all(asked.map((each) => verifyCode.safe(stranger(), each)));
      await expect.poll(waiting).toBe(asked.length);
      const { totalCount, idleCount } = pool("auth");
      expect(totalCount - idleCount).toBe(0);
    });
    expect((await answers)?.map(({ ok }) => ok)).toEqual([true, true]);
  });

  it("checks sixty codes an hour for one network address", async () => {
    await forgetSends(owner());
    const ip = freshIp();
    const guess = { identifier: address, code: "123456", challenge: "a-challenge-of-mine" };
    const answers = await Promise.all(Array.from({ length: 62 }, () => verifyCode.safe(stranger({ ip }), guess)));
    const limited = answers.filter((answer) => !answer.ok && answer.error.code === "rate_limited");
    expect(limited).toHaveLength(2);
  });

  it("does not take a code whose five minutes are over", async () => {
    const asked = await askForCode(owner(), address);
    await owner().execute(sql`update codes.code set expires_at = now() - interval '1 millisecond'`);
    expect(await verifyCode.safe(stranger(), asked)).toMatchObject(wrong);
  });

  it("unites the browser's cart with the account's, and tells how much changed", async () => {
    const { id } = await makeUser(owner(), { email: address });
    const shop = await makeRetailer(owner());
    const mug = (await makeProduct(owner(), shop.id, { variant: { stock: 4 } })).variant.id;
    const tray = (await makeProduct(owner(), shop.id)).variant.id;
    await saveCart(owner(), id, [
      { variantId: mug, quantity: 9 },
      { variantId: tray, quantity: 1 },
    ]);
    const context = stranger();
    const signedIn = await verifyCode.call(context, {
      ...(await askForCode(owner(), address)),
      cart: `${tray}x1.${mug}x2`,
    });
    expect(signedIn.cartChanged).toBe(1);
    expect(cookieSet(context, "cart")).toBe(`${tray}x1.${mug}x4`);
  });

  it.each([
    { code: "12345" },
    { code: "123456789" },
    { code: "12a456" },
    { code: 123456 },
    { challenge: "short" },
    { challenge: "c".repeat(65) },
    { challenge: undefined },
    { identifier: undefined },
  ])("refuses %j as fields", async (over) => {
    const input = { identifier: address, code: "123456", challenge: "a-challenge-of-mine", ...over };
    expect(await verifyCode.safe(stranger(), input)).toMatchObject({ ok: false, error: { status: 422 } });
  });

  it("makes one account when an address is proven in many places at once for the first time", async () => {
    const found = await Promise.all(
      Array.from({ length: 20 }, () =>
        transaction({ tier: "auth", userId: null }, (tx) =>
          accountFor(tx, { channel: "email", address }, { name: "", unconfirmed: null, locale: "en" }),
        ),
      ),
    );
    expect(new Set(found.map(({ account }) => account.id)).size).toBe(1);
    expect(found.filter(({ fresh }) => fresh)).toHaveLength(1);
  });
});
