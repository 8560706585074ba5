import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { retailerMembers, userRoles } from "@/db/schema";
import { hasDatabase, useTestDatabase } from "@/db/testing/database";
import { makeRetailer, makeUser } from "@/db/testing/factories";
import { requestCode } from "@/lib/accounts/operations";
import { askForCode, codeIn, forgetSends, otherThan } from "@/lib/accounts/testing/codes";
import { nobody } from "@/lib/web/actor";
import { cookieSet, stranger } from "@/lib/web/testing/context";
import { login } from "./login";
import { forgotPassword, resetPassword } from "./reset";
import { refresh, verifyCode } from "./sign-in";
import { bearer } from "./testing/bearer";
import { loginPassword, makeLogin } from "./testing/login-account";

const old = loginPassword;
const password = "coffee for one, please";

describe.skipIf(!hasDatabase)("a forgotten password", () => {
  const { owner } = useTestDatabase();
  let number = 0;
  let email: string;
  let id: number;
  let passwordHash: string;

  beforeEach(async () => {
    number += 1;
    email = `forgot-${number}@example.com`;
    await forgetSends(owner());
    ({ id, passwordHash } = await makeLogin(owner(), { email, name: "Sara Example" }));
  });

  const ask = async (identifier = email) => {
    await forgetSends(owner());
    const { challenge } = await forgotPassword.call(stranger(), { identifier });
    return { identifier, challenge, code: await codeIn(owner(), identifier), password };
  };
  const state = async () => {
    const { rows } = await owner().execute(sql`
      select (select password_hash from credentials where user_id = ${id}) as hash, session_version as version,
        (select count(*)::int from sessions where user_id = ${id} and revoked_at is null) as sessions,
        (select count(*)::int from events where name = 'account.passwordChanged' and (payload->>'userId')::int = ${id}) as told
      from users where id = ${id}`);
    return rows[0] as { hash: string; version: number; sessions: number; told: number };
  };

  it("is set anew with a code; every session and token is dead with the next request, and nobody is signed in", async () => {
    const here = await login.call(stranger(), { identifier: email, password: old });
    const there = await verifyCode.call(stranger(), await askForCode(owner(), email));
    const context = bearer(here.accessToken);
    expect(await resetPassword.call(context, await ask())).toBeNull();
    expect(cookieSet(context, "charsu.session")).toBeNull();
    expect(cookieSet(context, "charsu.challenge.reset")).toBeNull();
    for (const { accessToken, refreshToken } of [here, there]) {
      expect(await bearer(accessToken).actor()).toEqual(nobody);
      expect(await refresh.safe(stranger(), { refreshToken })).toMatchObject({ ok: false, error: { status: 401 } });
    }
    expect(await state()).toMatchObject({ version: 2, sessions: 0, told: 1 });
    expect(await login.safe(stranger(), { identifier: email, password: old })).toMatchObject({ ok: false });
    expect(await login.call(stranger(), { identifier: email, password })).toMatchObject({ mustChangePassword: false });
  });

  it("leaves whoever else the browser is signed in as alone", async () => {
    const other = await verifyCode.call(stranger(), await askForCode(owner(), `other-${email}`));
    const context = bearer(other.accessToken);
    await resetPassword.call(context, await ask());
    expect(context.cookies.map(({ name }) => name)).toEqual(["charsu.challenge.reset"]);
    expect(await bearer(other.accessToken).actor()).toMatchObject({ userId: other.user.id });
  });

  it("makes a password for whoever had none, and ends one that staff made", async () => {
    const { id: codesOnly } = await makeUser(owner(), { email: `codes-${email}` });
    await resetPassword.call(stranger(), await ask(`codes-${email}`));
    expect((await login.call(stranger(), { identifier: `codes-${email}`, password })).user.id).toBe(codesOnly);
    await owner().execute(sql`update credentials set must_change = true where user_id = ${id}`);
    await resetPassword.call(stranger(), await ask());
    expect((await login.call(stranger(), { identifier: email, password })).mustChangePassword).toBe(false);
  });

  it("sends the same to an address that is unknown, and says there that there is no account, to its owner alone", async () => {
    const answers = new Set<string>();
    await makeUser(owner(), { email: `closed-${email}`, active: false });
    for (const identifier of [email, `unknown-${email}`, `closed-${email}`]) {
      const context = stranger();
      const answer = await forgotPassword.safe(context, { identifier });
      answers.add(JSON.stringify([answer, context.cookies]).replaceAll(/[\w-]{24}/g, "challenge"));
      expect(await codeIn(owner(), identifier)).toMatch(/^\d{6}$/);
    }
    expect(answers.size).toBe(1);
    const unknown = await ask(`unknown-${email}`);
    const guess = { ...unknown, code: otherThan(unknown.code) };
    expect(await resetPassword.safe(stranger(), guess)).toMatchObject({ error: { code: "wrong_code" } });
    expect(await resetPassword.safe(stranger(), unknown)).toMatchObject({ error: { code: "not_found", status: 404 } });
    const closed = await ask(`closed-${email}`);
    expect(await resetPassword.safe(stranger(), closed)).toMatchObject({ error: { code: "wrong_code" } });
  });

  it("sends eight digits to staff", async () => {
    await owner().insert(userRoles).values({ userId: id, role: "supervisor" });
    expect((await ask()).code).toMatch(/^\d{8}$/);
  });

  it("opens to no other code, and changes nothing then", async () => {
    const stale = await ask();
    const asked = await ask();
    const before = await state();
    await forgetSends(owner());
    const { challenge } = await requestCode.call(stranger(), { identifier: email });
    const forSigningIn = { ...asked, challenge, code: await codeIn(owner(), email) };
    const attempts = {
      "a wrong code": { ...asked, code: otherThan(asked.code) },
      "the code before": stale,
      "a code for signing in": forSigningIn,
      "another browser's challenge": { ...asked, challenge: "another-challenge-1234" },
      "another address": { ...asked, identifier: `unknown-${email}` },
      "two addresses": { ...asked, identifier: `${email},eve@example.com` },
      "an @ that is none": { ...asked, identifier: email.replace("@", "\uff20") },
    };
    for (const [reason, input] of Object.entries(attempts)) {
      const answer = await resetPassword.safe(stranger(), input);
      expect(answer, reason).toMatchObject({ ok: false, error: { code: "wrong_code", status: 401 } });
    }
    const signingIn = await verifyCode.safe(stranger(), asked);
    expect(signingIn, "a code for a password signs nobody in").toMatchObject({
      ok: false,
      error: { code: "wrong_code" },
    });
    expect(await state()).toEqual(before);
    await resetPassword.call(stranger(), asked);
    expect(await resetPassword.safe(stranger(), asked), "twice").toMatchObject({ error: { code: "wrong_code" } });
    const late = await ask();
    await owner().execute(sql`update codes.code set expires_at = now() - interval '1 millisecond'`);
    expect(await resetPassword.safe(stranger(), late), "after 300 s").toMatchObject({ error: { code: "wrong_code" } });
  });

  it("is set once by a hundred uses of the right code at once", async () => {
    const asked = await ask();
    const answers = await Promise.all(Array.from({ length: 100 }, () => resetPassword.safe(stranger(), asked)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter((answer) => !answer.ok && answer.error.code !== "wrong_code")).toEqual([]);
    expect(await state()).toMatchObject({ version: 2, told: 1 });
  });

  it.each([
    ["short", "seven77"],
    ["common", "Password1"],
    ["the address", "FORGOT-@example.com"],
  ])("is not set to one that is %s; the code still works after that", async (_, typed) => {
    const asked = await ask();
    const bad = typed.replace("FORGOT-", email.split("@")[0]!.toUpperCase());
    const answer = await resetPassword.safe(stranger(), { ...asked, password: bad });
    expect(answer).toMatchObject({ ok: false, error: { status: 422, errors: [{ field: "password" }] } });
    await resetPassword.call(stranger(), asked);
  });

  it("is not set to what only somebody who knows the account could guess, and the same code sets another", async () => {
    const shop = await makeRetailer(owner(), { name: "Teehaus Sonne" });
    await owner().insert(retailerMembers).values({ userId: id, retailerId: shop.id, role: "owner" });
    const asked = await ask();
    for (const guessable of ["Sara Example", "teehaus-sonne", "SARA example"]) {
      expect(await resetPassword.safe(stranger(), { ...asked, password: guessable })).toMatchObject({
        error: { status: 422, errors: [{ field: "password", code: "own" }] },
      });
    }
    expect(await state()).toMatchObject({ hash: passwordHash, version: 1, told: 0 });
    await resetPassword.call(stranger(), asked);
    expect(await resetPassword.safe(stranger(), asked), "once").toMatchObject({ error: { code: "wrong_code" } });
    expect(await state()).toMatchObject({ version: 2, told: 1 });
  });

  it("tells nobody without the code whether there is an account, or what its name is", async () => {
    const unknown = `unknown-${email}`;
    const closed = `closed-${email}`;
    await makeUser(owner(), { email: closed, name: "Sara Example", active: false });
    const answers = new Set<string>();
    for (const identifier of [email, unknown, closed]) {
      for (const typed of ["Sara Example", password]) {
        const asked = { ...(await ask(identifier)), password: typed };
        const answer = await resetPassword.safe(stranger(), { ...asked, code: otherThan(asked.code) });
        expect(answer).toMatchObject({ error: { code: "wrong_code", status: 401 } });
        answers.add(answer.ok ? "" : JSON.stringify([answer.error.message, answer.error.errors, answer.error.data]));
      }
    }
    expect(answers.size).toBe(1);
  });

  it("compares at most five guesses, however many come at once, whatever password comes with them", async () => {
    const asked = await ask();
    const guesses = Array.from({ length: 100 }, (_, index) => ({
      ...asked,
      code: otherThan(asked.code, index + 1),
      password: index % 2 ? "Sara Example" : password,
    }));
    const answers = await Promise.all(guesses.map((guess) => resetPassword.safe(stranger(), guess)));
    expect(answers.filter((answer) => answer.ok || answer.error.code !== "wrong_code")).toEqual([]);
    expect(await resetPassword.safe(stranger(), asked)).toMatchObject({ error: { code: "wrong_code" } });
    expect(await state()).toMatchObject({ hash: passwordHash, version: 1, told: 0 });
  });

  it.each(["a@x.com,b@y.com", "ada\uff20example.com", "ada@example.com\r\nBcc: eve@example.com", "nobody", 42, null])(
    "is not asked for with %j",
    async (identifier) => {
      const context = stranger();
      const answer = await forgotPassword.safe(context, { identifier });
      expect(answer).toMatchObject({ ok: false, error: { status: 422, errors: [{ field: "identifier" }] } });
      expect(context.cookies).toEqual([]);
    },
  );
});
