import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { userRoles } from "@/db/schema";
import { hasDatabase, useTestDatabase } from "@/db/testing/database";
import { forgetSends } from "@/lib/accounts/testing/codes";
import { stepOf, totp } from "@/lib/accounts/totp";
import { clock } from "@/lib/platform/clock";
import { seal } from "@/lib/platform/seal";
import { nobody, type StaffRole, staffRoles } from "@/lib/web/actor";
import { plainContext } from "@/lib/web/context";
import { freshIp, signedIn, stranger } from "@/lib/web/testing/context";
import { login } from "../login";
import { loginPassword, makeLogin } from "../testing/login-account";
import { confirmTwoFactor, disableTwoFactor, readTwoFactor, startTwoFactor } from "./two-factor";

const password = loginPassword;

/** Source: RFC 4648, 6. */
function fromBase32(text: string): Buffer {
  const bits = [...text]
    .map((letter) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter).toString(2).padStart(5, "0"))
    .join("");
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}

describe.skipIf(!hasDatabase)("the second factor", () => {
  const { owner } = useTestDatabase();
  let number = 0;
  let email: string;
  let id: number;

  beforeEach(async () => {
    number += 1;
    // Whatever takes long, it is the same time step.
    vi.spyOn(clock, "now").mockReturnValue(new Date());
    email = `factor-${number}@example.com`;
    await forgetSends(owner());
    ({ id } = await makeLogin(owner(), { email, name: "Sam Staff" }));
    await owner().insert(userRoles).values({ userId: id, role: "operator" });
  });
  afterEach(() => vi.restoreAllMocks());

  const me = (role: StaffRole = "operator") =>
    plainContext({ ...nobody, userId: id, name: "Sam Staff", roles: [role] }, { ip: freshIp() });
  const codeOf = (secret: Buffer, steps = 0) => totp(secret, stepOf(clock.now()) + steps);
  const enter = (code?: string) =>
    login.safe(stranger(), { identifier: email, password, ...(code !== undefined && { code }) });
  async function setUp() {
    const started = await startTwoFactor.call(me(), {});
    const secret = fromBase32(started.secret);
    const { recoveryCodes } = await confirmTwoFactor.call(me(), { code: codeOf(secret, -1) });
    return { ...started, key: secret, recoveryCodes };
  }
  const off = { on: false, recoveryCodes: 0 };

  it("is set up by a QR code and a code of the app, and then asked for", async () => {
    const { secret, uri, qr } = await startTwoFactor.call(me(), {});
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(uri).toBe(`otpauth://totp/Charsu:Sam%20Staff?secret=${secret}&issuer=Charsu&digits=6&period=30`);
    expect(qr).toMatch(/^<svg[^>]*>.*<\/svg>$/s);
    expect(qr).not.toMatch(/<script|on\w+=|href/i);
    expect(await readTwoFactor.call(me(), {})).toEqual(off);
    expect(await enter(), "as long as it is not confirmed nothing asks for it").toMatchObject({ ok: true });

    const key = fromBase32(secret);
    const { recoveryCodes } = await confirmTwoFactor.call(me(), { code: codeOf(key, -1) });
    expect(new Set(recoveryCodes).size).toBe(10);
    for (const each of recoveryCodes) expect(each).toMatch(/^[a-z2-9]{5}-[a-z2-9]{5}$/);
    expect(await readTwoFactor.call(me(), {})).toEqual({ on: true, recoveryCodes: 10 });
    expect(await enter()).toMatchObject({ error: { code: "second_factor" } });
    expect(await enter(codeOf(key, -1)), "the code that confirmed it was used").toMatchObject({
      error: { code: "second_factor" },
    });
    expect(await enter(codeOf(key))).toMatchObject({ ok: true });
    expect(await enter(recoveryCodes[0])).toMatchObject({ ok: true });
    expect(await readTwoFactor.call(me(), {})).toEqual({ on: true, recoveryCodes: 9 });
  });

  it("is not confirmed by a wrong code, nor by one of a secret that another took the place of", async () => {
    const first = fromBase32((await startTwoFactor.call(me(), {})).secret);
    const second = fromBase32((await startTwoFactor.call(me(), {})).secret);
    for (const code of [codeOf(first), codeOf(second, 3), "000000", "abcde-fghjk"]) {
      const answer = await confirmTwoFactor.safe(me(), { code });
      expect(answer, code).toMatchObject({ ok: false, error: { status: 422, errors: [{ field: "code" }] } });
    }
    expect(await readTwoFactor.call(me(), {})).toEqual(off);
    await confirmTwoFactor.call(me(), { code: codeOf(second) });
  });

  it("is confirmed once, and gives its recovery codes once, however often it is confirmed at the same time", async () => {
    const key = fromBase32((await startTwoFactor.call(me(), {})).secret);
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => confirmTwoFactor.safe(me(), { code: codeOf(key) })),
    );
    const given = answers.flatMap((answer) => (answer.ok ? [answer.data.recoveryCodes] : []));
    expect(given).toHaveLength(1);
    expect(await readTwoFactor.call(me(), {})).toEqual({ on: true, recoveryCodes: 10 });
    expect(await enter(given[0]![9])).toMatchObject({ ok: true });
  });

  it("is not begun anew while it is on", async () => {
    const { key } = await setUp();
    expect(await startTwoFactor.safe(me(), {})).toMatchObject({ ok: false, error: { code: "conflict" } });
    expect(await enter(codeOf(key))).toMatchObject({ ok: true });
  });

  it.each<[string, (made: { key: Buffer; recoveryCodes: string[] }) => object]>([
    ["the password", () => ({ password })],
    ["a code of the app", ({ key }) => ({ code: codeOf(key) })],
    ["a recovery code", ({ recoveryCodes }) => ({ code: recoveryCodes[5] })],
  ])("is turned off with %s", async (_, proof) => {
    const made = await setUp();
    await disableTwoFactor.call(me(), proof(made));
    expect(await readTwoFactor.call(me(), {})).toEqual(off);
    expect(await enter()).toMatchObject({ ok: true });
    const { rows } = await owner().execute(sql`select * from recovery_codes where user_id = ${id}`);
    expect(rows).toEqual([]);
    expect(await disableTwoFactor.safe(me(), { password })).toMatchObject({ error: { status: 404 } });
  });

  it.each<[string, object, string]>([
    ["nothing", {}, "code"],
    ["a wrong password", { password: "not this one" }, "password"],
    ["a wrong code", { code: "000000" }, "code"],
    ["a wrong password and a code", { password: "not this one", code: "000000" }, "password"],
  ])("stays on with %s", async (_, proof, field) => {
    await setUp();
    const answer = await disableTwoFactor.safe(me(), proof);
    expect(answer).toMatchObject({ ok: false, error: { status: 422, errors: [{ field }] } });
    expect((await readTwoFactor.call(me(), {})).on).toBe(true);
  });

  it("is tried ten times in a quarter of an hour, from wherever", async () => {
    await setUp();
    await forgetSends(owner());
    for (const operation of [confirmTwoFactor, disableTwoFactor]) {
      await forgetSends(owner());
      const answers = await Promise.all(Array.from({ length: 12 }, () => operation.safe(me(), { code: "000000" })));
      expect(
        answers.filter((answer) => !answer.ok && answer.error.code === "rate_limited"),
        operation.name,
      ).toHaveLength(2);
    }
  });

  it("sealed with another key opens to its recovery codes alone", async () => {
    const { key, recoveryCodes } = await setUp();
    const { rows } = await owner().execute<{ secret: string }>(
      sql`select secret from two_factors where user_id = ${id}`,
    );
    expect(Buffer.from(rows[0]!.secret, "base64url").includes(key)).toBe(false);
    const other = seal("another", String(id), key);
    await owner().execute(sql`update two_factors set secret = ${other} where user_id = ${id}`);
    expect(await enter(codeOf(key))).toMatchObject({ error: { code: "second_factor" } });
    expect(await enter(recoveryCodes[0])).toMatchObject({ ok: true });
  });

  it.each(staffRoles)("is for staff: %s", async (role) => {
    expect(await readTwoFactor.safe(me(role), {})).toMatchObject({ ok: true });
  });

  it.each([readTwoFactor, startTwoFactor, confirmTwoFactor, disableTwoFactor])(
    "is not for others: $name",
    async (operation) => {
      expect(await operation.safe(signedIn({ id }), { code: "123456" })).toMatchObject({
        error: { code: "forbidden" },
      });
      expect(await operation.safe(stranger(), { code: "123456" })).toMatchObject({
        error: { code: "unauthenticated" },
      });
    },
  );
});
