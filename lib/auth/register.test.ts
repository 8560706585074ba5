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

const shop = {
  name: "Café Zürich & Söhne",
  trade: "Coffee",
  email: " Shop@Example.com ",
  phone: "030 1234567",
  addressLine: "Marktstraße 1",
  postcode: "10115",
  city: "Berlin",
  country: "DE",
  latitude: 52.53,
  longitude: 13.38,
  timezone: "Europe/Berlin",
};
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
  const everything = () =>
    rowsOf(sql`
      select (select count(*) from users) as users, (select count(*) from registrations) as registrations,
        (select count(*) from retailers) as retailers, (select count(*) from retailer_members) as members,
        (select count(*) from credentials) as credentials, (select count(*) from user_roles) as roles,
        (select count(*) from sessions) as sessions, (select count(*) from events) as events,
        (select count(*) from outbox_message) as messages`);
  const account = async (id: number) =>
    (
      await rowsOf<Record<string, unknown>>(sql`
        select name, email, phone, unconfirmed, locale, email_confirmed_at is not null as mail, phone_confirmed_at is not null as sms,
          (select password_hash from credentials where user_id = ${id}) as hash
        from users where id = ${id}`)
    )[0]!;
  const eventsOf = (userId: number) =>
    rowsOf(sql`select name, payload from events where (payload->>'userId')::int = ${userId} order by id`);
  const ask = async (input: Record<string, unknown>, to: string) => {
    await forgetSends(owner());
    const { challenge } = await register.call(stranger(), input as never);
    return { identifier: to, challenge, code: await codeIn(owner(), to) };
  };

  it("waits for the code, and then is the account with name, password and the address that was proven", async () => {
    const before = await everything();
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
    expect(await everything()).toEqual([more(before[0]!, { registrations: 1, messages: 1 })]);
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
    expect(await eventsOf(id)).toEqual([{ name: "account.created", payload: { userId: id } }]);
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
    expect((await eventsOf(id)).map(({ name }) => name)).not.toContain("account.created");
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

  it("takes no right, no state and no id from what is sent along", async () => {
    const more = {
      ...{ id: 1, role: "admin", roles: ["admin"], active: false, sessionVersion: 9, emailConfirmedAt: "2020-01-01" },
      ...{ mustChange: true, status: "active", userId: 1, unconfirmed: "x", deletedAt: "2020-01-01", isAdmin: true },
    };
    const asked = await ask(
      { name: "Ada", email, ...more, shop: { ...shop, ...more, handle: "mine", userId: 1 } },
      email,
    );
    const { user } = await verifyCode.call(stranger(), { ...asked, ...more } as never);
    expect(user.roles).toEqual([]);
    expect(
      await rowsOf(sql`
        select u.active, u.session_version as version, u.unconfirmed, u.deleted_at as deleted, r.status, r.handle,
          (select count(*)::int from user_roles) as roles
        from users u join retailer_members m on m.user_id = u.id join retailers r on r.id = m.retailer_id where u.id = ${user.id}`),
    ).toEqual([
      {
        active: true,
        version: 1,
        unconfirmed: null,
        deleted: null,
        status: "pending",
        handle: "cafe-zurich-sohne",
        roles: 0,
      },
    ]);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ["two addresses", { email: "a@x.com,b@y.com" }, "email"],
    ["an @ that is none", { email: "ada\uff20example.com" }, "email"],
    ["a line break in the address", { email: "ada@example.com\r\nBcc: eve@example.com" }, "email"],
    ["a number as an address", { email: "+4915123456789" }, "email"],
    ["an address as a number", { phone: "ada@example.com" }, "phone"],
    ["a number that is none", { phone: "12345" }, "phone"],
    ["a line break in the name", { name: "Ada\r\nBcc: eve@example.com" }, "name"],
    ["HTML in the name", { name: "<img src=x onerror=alert(1)>" }, "name"],
    ["a name that turns around", { name: "Ada \u202e" }, "name"],
    ["no name", { name: undefined }, "name"],
    ["neither address nor number", { email: undefined }, "email"],
    ["a short password", { password: "seven77" }, "password"],
    ["a common password", { password: "Password1" }, "password"],
    ["one's own name", { password: "ada EXAMPLE" }, "password"],
    ["one's own address", { email: "ada.example@shop.example", password: "ada.example@shop.example" }, "password"],
    ["the shop's name", { password: "cafe zurich 1", shop: { ...shop, name: "Cafe Zurich 1" } }, "password"],
    ["HTML in the shop's name", { shop: { ...shop, name: "<b>Shop</b>" } }, "shop.name"],
    ["a line break in the shop's street", { shop: { ...shop, addressLine: "a\nb" } }, "shop.addressLine"],
    ["a shop's address that is none", { shop: { ...shop, email: "nowhere" } }, "shop.email"],
    ["a shop's number that is none", { shop: { ...shop, phone: "1" } }, "shop.phone"],
    ["a place off the map", { shop: { ...shop, latitude: 90.1 } }, "shop.latitude"],
    ["a place off the map the other way", { shop: { ...shop, longitude: -180.1 } }, "shop.longitude"],
    ["no number for a place", { shop: { ...shop, latitude: Number.NaN } }, "shop.latitude"],
    ["a place in words", { shop: { ...shop, latitude: "52.5" } }, "shop.latitude"],
    ["a time zone that is none", { shop: { ...shop, timezone: "Mars/Olympus" } }, "shop.timezone"],
    ["an offset as time zone", { shop: { ...shop, timezone: "+01:00" } }, "shop.timezone"],
    ["a country in words", { shop: { ...shop, country: "Germany" } }, "shop.country"],
    ["a shop without a city", { shop: { ...shop, city: " " } }, "shop.city"],
    ["a shop that is none", { shop: "Teehaus" }, "shop"],
  ])("refuses %s and changes nothing", async (_, over, field) => {
    const before = await everything();
    const context = stranger();
    const answer = await register.safe(context, { name: "Ada Example", email, ...over });
    expect(answer).toMatchObject({ ok: false, error: { status: 422, errors: [{ field }] } });
    expect(context.cookies).toEqual([]);
    expect(await everything()).toEqual(before);
  });

  describe("with a shop", () => {
    const shopsOf = (userId: number) =>
      rowsOf(sql`
        select r.handle, r.name, r.trade, r.status, r.email, r.phone, r.address_line as line, r.latitude, r.longitude, r.timezone, m.role
        from retailers r join retailer_members m on m.retailer_id = r.id where m.user_id = ${userId} order by r.id`);

    it("makes it pending, with its owner, when the code is right and not before", async () => {
      const named = { ...shop, name: "Teehaus Sonne", timezone: "Asia/Kolkata" };
      const asked = await ask({ name: "Ada", email, shop: named }, email);
      expect(await rowsOf(sql`select * from retailers where name = 'Teehaus Sonne'`)).toEqual([]);
      const { user } = await verifyCode.call(stranger(), asked);
      expect(await shopsOf(user.id)).toEqual([
        {
          ...{ handle: "teehaus-sonne", name: "Teehaus Sonne", trade: "Coffee", status: "pending", role: "owner" },
          ...{
            email: "shop@example.com",
            phone: "+49301234567",
            line: "Marktstraße 1",
            latitude: 52.53,
            longitude: 13.38,
          },
          timezone: new Intl.DateTimeFormat("en", { timeZone: "Asia/Kolkata" }).resolvedOptions().timeZone,
        },
      ]);
      const [created, applied] = await eventsOf(user.id);
      expect([created?.name, applied?.name]).toEqual(["account.created", "retailer.applied"]);
    });

    it("makes it for somebody who is known as well, once", async () => {
      const { id } = await makeUser(owner(), { email, name: "Known" });
      for (const name of ["Second Shop", "second shop", "Third Shop"]) {
        await verifyCode.call(stranger(), await ask({ name: "Ada", email, shop: { ...shop, name } }, email));
      }
      expect((await shopsOf(id)).map(({ name }) => name)).toEqual(["Second Shop", "Third Shop"]);
      expect((await eventsOf(id)).filter(({ name }) => name === "retailer.applied")).toHaveLength(2);
    });

    it("makes none for an account that was closed", async () => {
      await makeUser(owner(), { email, active: false });
      const asked = await ask({ name: "Ada", email, shop: { ...shop, name: "Closed Shop" } }, email);
      expect(await verifyCode.safe(stranger(), asked)).toMatchObject({ ok: false, error: { code: "wrong_code" } });
      expect(await rowsOf(sql`select * from retailers where name = 'Closed Shop'`)).toEqual([]);
    });

    it("gives each of many of one name a handle of its own, also at once", async () => {
      const many = [];
      for (let index = 0; index < 12; index++) {
        const to = `many-${index}-${email}`;
        many.push(
          await ask({ name: "Ada", email: to, shop: { ...shop, name: index % 2 ? "خانهٔ چای" : "Tea & Co" } }, to),
        );
      }
      const answers = await Promise.all(many.map((asked) => verifyCode.safe(stranger(), asked)));
      expect(answers.filter(({ ok }) => !ok)).toEqual([]);
      const rows = await rowsOf<{ handle: string }>(
        sql`select handle from retailers where name in ('خانهٔ چای', 'Tea & Co') order by handle`,
      );
      const numbers = ["", "-2", "-3", "-4", "-5", "-6"];
      const expected = ["shop", "tea-co"].flatMap((base) => numbers.map((each) => base + each));
      expect(rows.map(({ handle }) => handle)).toEqual(expected);
    });
  });
});
