import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { hasDatabase, useTestDatabase } from "@/db/testing/database";
import { makeUser } from "@/db/testing/factories";
import { requestCode } from "@/lib/accounts/operations";
import { verifyPassword } from "@/lib/accounts/passwords";
import { sweepRegistrations } from "@/lib/accounts/registrations";
import { codeIn, forgetSends } from "@/lib/accounts/testing/codes";
import { translator } from "@/lib/platform/messages";
import { stranger } from "@/lib/web/testing/context";
import { register } from "./register";
import { verifyCode } from "./sign-in";
import { askToRegister, eventsOf, everythingKept } from "./testing/registering";

const password = "tea for two, please";

describe.skipIf(!hasDatabase)("registering", () => {
  const { owner } = useTestDatabase();
  let number = 0;
  let email: string;

  beforeEach(async () => {
    number += 1;
    email = `new-${number}@example.com`;
    await forgetSends(owner());
  });

  const rowsOf = async <T extends Record<string, unknown>>(statement: ReturnType<typeof sql>) =>
    (await owner().execute<T>(statement)).rows;
  const account = async (id: number) =>
    (
      await rowsOf<Record<string, unknown>>(sql`
        select name, email, phone, unconfirmed, locale, email_confirmed_at is not null as mail, phone_confirmed_at is not null as sms,
          (select password_hash from credentials where user_id = ${id}) as hash
        from users where id = ${id}`)
    )[0]!;
  const ask = (input: Record<string, unknown>, to: string) => askToRegister(owner(), input, to);

  it("waits for the code, and then is the account with name, password and the address that was proven", async () => {
    const before = await everythingKept(owner());
    const context = stranger();
    const input = { name: " Ada Example ", email: ` ${email.toUpperCase()}`, phone: "+49 1512 3456789", password };
    const answer = await register.safe(context, input);
    expect(answer).toMatchObject({
      ok: true,
      data: { challenge: expect.stringMatching(/^[\w-]{24}$/), expiresIn: 300 },
    });
    expect(context.cookies.map(({ name }) => name)).toEqual(["charsu.challenge"]);
    const more = (row: Record<string, unknown>, by: Record<string, number>) =>
      Object.fromEntries(Object.entries(row).map(([key, n]) => [key, String(Number(n) + (by[key] ?? 0))]));
    expect(await everythingKept(owner())).toEqual(more(before, { registrations: 1, messages: 1 }));
    expect(JSON.stringify(await rowsOf(sql`select * from registrations`))).not.toContain(password);

    const challenge = answer.ok ? answer.data.challenge : "";
    const signedIn = await verifyCode.call(stranger(), {
      identifier: email,
      challenge,
      code: await codeIn(owner(), email),
    });
    const { id } = signedIn.user;
    expect(signedIn).toMatchObject({
      mustChangePassword: false,
      user: { name: "Ada Example", email, phone: null, roles: [] },
    });
    const row = await account(id);
    expect(row).toMatchObject({ unconfirmed: "+4915123456789", mail: true, sms: false, phone: null, locale: "en" });
    expect(await verifyPassword(String(row.hash), password, translator("en"))).toBe(true);
    expect(await eventsOf(owner(), id)).toEqual([{ name: "account.created", payload: { userId: id } }]);
    expect(await rowsOf(sql`select * from registrations`)).toEqual([]);
  });

  it("by phone alone sends an SMS, and needs no password", async () => {
    const to = "+4915123456701";
    const { user } = await verifyCode.call(stranger(), await ask({ name: "Ada", phone: "01512 3456701" }, to));
    expect(await account(user.id)).toMatchObject({ phone: to, email: null, sms: true, hash: null, unconfirmed: null });
  });

  it("leaves an account that is there as it was, and signs it in", async () => {
    const { id } = await makeUser(owner(), { email, name: "Known" });
    const asked = await ask({ name: "Somebody Else", email, phone: "+4915123456702", password }, email);
    const { user } = await verifyCode.call(stranger(), asked);
    expect(user).toMatchObject({ id, name: "Known" });
    expect(await account(id)).toMatchObject({ name: "Known", phone: null, unconfirmed: null, hash: null });
    expect((await eventsOf(owner(), id)).map(({ name }) => name)).not.toContain("account.created");
  });

  it("is worth nothing with the code of another browser's registration", async () => {
    const mine = await ask({ name: "Attacker", email, password }, email);
    const theirs = await ask({ name: "Owner", email }, email);
    expect(await verifyCode.safe(stranger(), { ...theirs, challenge: mine.challenge })).toMatchObject({ ok: false });
    const { user } = await verifyCode.call(stranger(), theirs);
    expect(await account(user.id)).toMatchObject({ name: "Owner", hash: null });
  });

  it("goes along when the browser asks for a new code, and with no other browser or address", async () => {
    const { challenge } = await ask({ name: "Ada", email, password }, email);
    await forgetSends(owner());
    const other = await requestCode.call(stranger(), { identifier: `other-${email}`, challenge });
    await verifyCode.call(stranger(), {
      identifier: `other-${email}`,
      challenge: other.challenge,
      code: await codeIn(owner(), `other-${email}`),
    });
    const again = await requestCode.call(stranger(), { identifier: email, challenge });
    expect(again.challenge).not.toBe(challenge);
    const code = await codeIn(owner(), email);
    const { user } = await verifyCode.call(stranger(), { identifier: email, challenge: again.challenge, code });
    expect(user.name).toBe("Ada");
    expect((await account(user.id)).hash).toMatch(/^\$argon2id/);
  });

  it("is forgotten when nobody comes back", async () => {
    const asked = await ask({ name: "Late", email, password }, email);
    await owner().execute(sql`update registrations set expires_at = now()`);
    const { user } = await verifyCode.call(stranger(), asked);
    expect(await account(user.id)).toMatchObject({ name: "", hash: null });
    const kept = await ask({ name: "In time", email: `other-${email}` }, `other-${email}`);
    await sweepRegistrations();
    expect((await rowsOf(sql`select name from registrations`)).map(({ name }) => name)).toEqual(["In time"]);
    expect((await verifyCode.call(stranger(), kept)).user.name).toBe("In time");
  });

  it("answers alike for an address that is known, one that is not and one that is closed", async () => {
    await makeUser(owner(), { email: `known-${email}` });
    await makeUser(owner(), { email: `closed-${email}`, active: false });
    const answers = new Set<string>();
    for (const who of ["known", "unknown", "closed"]) {
      const context = stranger();
      const answer = await register.safe(context, { name: "Ada", email: `${who}-${email}`, password });
      answers.add(JSON.stringify([answer, context.cookies]).replaceAll(/[\w-]{24}/g, "challenge"));
      expect(await codeIn(owner(), `${who}-${email}`)).toMatch(/^\d{6}$/);
    }
    expect(answers.size).toBe(1);
  });
});
