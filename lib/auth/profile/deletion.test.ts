import { eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { credentials, events, retailerMembers, retailers, sessions, twoFactors, userRoles, users } from "@/db/schema";
import { hasDatabase, useTestDatabase } from "@/db/testing/database";
import { makeProduct, makeRetailer, makeUser } from "@/db/testing/factories";
import { addAddress } from "@/lib/accounts/addresses/operations";
import { challengeCookies } from "@/lib/accounts/send-code";
import { askForCode, codeIn, forgetSends, otherThan } from "@/lib/accounts/testing/codes";
import { saveCart } from "@/lib/cart/saved";
import { submitOrders as submitOperation } from "@/lib/orders/operations/submit";
import { makeKeeper } from "@/lib/orders/testing/keeper";
import { contact, submitOf, withCart } from "@/lib/orders/testing/submit";
import type { Actor } from "@/lib/web/actor";
import { cookieSet, signedIn, stranger } from "@/lib/web/testing/context";
import { nameCookie } from "../cookies";
import { actorOf } from "../session";
import { verifyCode } from "../sign-in";
import { sessionCookie, signAccessToken } from "../tokens";
import { deleteAccount, requestDeletion } from "./deletion";

const home = { name: "Ada Unique", line1: "Secret Street 1", postcode: "10115", city: "Berlin", country: "DE" };

describe.skipIf(!hasDatabase)("deleting an account", () => {
  const { owner } = useTestDatabase();
  const submitOrders = withCart(submitOperation, owner);
  let person: Awaited<ReturnType<typeof makeUser>>;

  beforeEach(async () => {
    await forgetSends(owner());
    person = await makeUser(owner(), { name: "Ada Unique", emailConfirmedAt: new Date(), locale: "en" });
  });

  const row = async (id = person.id) => (await owner().select().from(users).where(eq(users.id, id)))[0]!;
  const ask = async (who: { id: number; email: string | null } = person) => {
    const { challenge } = await requestDeletion.call(signedIn(who), {});
    return { challenge, code: await codeIn(owner(), who.email!) };
  };
  const leave = async (who = person) => deleteAccount.safe(signedIn(who), await ask(who));
  const open = async () => {
    const [session] = await owner()
      .insert(sessions)
      .values({
        userId: person.id,
        version: 1,
        userAgent: "Ada's Browser",
        expiresAt: new Date("2030-01-01T00:00:00Z"),
      })
      .returning();
    const token = await signAccessToken({ userId: person.id, sid: session!.id, version: 1, name: "Ada Unique" });
    return () => actorOf({ authorization: null, cookie: (name) => (name === sessionCookie() ? token : undefined) });
  };
  const order = async () => {
    const shop = await makeRetailer(owner());
    const { variant } = await makeProduct(owner(), shop.id);
    const { orders } = await submitOrders.call(signedIn(person), submitOf([[variant.id, 1]]));
    return { shop, number: orders[0]!.number, variantId: variant.id };
  };

  it("forgets who it was, wherever that stood, and signs out at once", async () => {
    const who = await open();
    expect((await who()).userId).toBe(person.id);
    const { variantId } = await order();
    await addAddress.call(signedIn(person), home);
    await owner().transaction((tx) => saveCart(tx, person.id, [{ variantId, quantity: 2 }]));
    await owner().insert(credentials).values({ userId: person.id, passwordHash: "$argon2id$x" });
    await owner().insert(twoFactors).values({ userId: person.id, secret: "x" });
    const helper = await makeRetailer(owner());
    await owner().insert(retailerMembers).values({ userId: person.id, retailerId: helper.id, role: "staff" });

    const context = signedIn(person);
    expect(await deleteAccount.call(context, await ask())).toBeNull();
    for (const name of [sessionCookie(), nameCookie, "cart", challengeCookies.deletion]) {
      expect(cookieSet(context, name), name).toBeNull();
    }
    expect((await who()).userId).toBeNull();
    expect(await row()).toEqual({
      ...person,
      name: "",
      nameKey: "",
      email: null,
      emailConfirmedAt: null,
      locale: null,
      active: false,
      deletedAt: expect.any(Date),
      sessionVersion: 2,
    });
    // What keeps its name is: the orders, the log that nobody can change, the goodbye, and what was sent.
    const kept = ["orders", "audit_log", "events", "outbox_message"];
    const { rows } = await owner().execute<{ table: string; text: string }>(sql`
      select tablename as table, query_to_xml(format('select * from %I', tablename), true, false, '')::text as text
      from pg_tables where schemaname = 'public'`);
    const places = rows.filter(
      ({ text }) => /Ada Unique|Secret Street|Ada's Browser|Ada&apos;s/.test(text) || text.includes(person.email!),
    );
    const found = places.map(({ table }) => table);
    expect(found).toContain("audit_log");
    expect(found.filter((table) => !kept.includes(table))).toEqual([]);
    for (const table of [
      "addresses",
      "credentials",
      "sessions",
      "two_factors",
      "saved_cart_lines",
      "retailer_members",
    ]) {
      const { rows } = await owner().execute(sql`select from ${sql.identifier(table)} where user_id = ${person.id}`);
      expect(rows, table).toEqual([]);
    }
  });

  it("leaves what the goodbye needs", async () => {
    await leave();
    const [event] = await owner().select().from(events).where(eq(events.name, "account.deleted")).orderBy(sql`id desc`);
    expect(event?.payload).toEqual({
      userId: person.id,
      name: "Ada Unique",
      channel: "email",
      to: person.email,
      locale: "en",
    });
  });

  it("leaves the orders with their shops, which go on with them", async () => {
    const { shop, number } = await order();
    const keeper = await makeKeeper(owner(), shop.id);
    const before = await keeper.sees(number);
    expect(before).toMatchObject({ contact_name: contact.name, contact_phone: contact.phone, status: "pending" });
    expect(await leave()).toMatchObject({ ok: true });
    expect(await keeper.sees(number)).toEqual(before);
    await keeper.move(number, "confirmed");
    expect(await keeper.sees(number)).toMatchObject({ status: "confirmed" });
  });

  it("frees the address for an account that is new", async () => {
    await order();
    await leave();
    const proof = await askForCode(owner(), person.email!);
    const { user } = await verifyCode.call(stranger(), proof);
    expect(user).toMatchObject({ email: person.email, name: "" });
    expect(user.id).not.toBe(person.id);
    expect(await owner().$count(users, eq(users.email, person.email!))).toBe(1);
  });

  it("goes to the phone of whoever has no other address", async () => {
    const phone = "+4915123456780";
    await owner()
      .update(users)
      .set({ email: null, phone, phoneConfirmedAt: new Date() })
      .where(eq(users.id, person.id));
    const { challenge } = await requestDeletion.call(signedIn(person), {});
    await deleteAccount.call(signedIn(person), { challenge, code: await codeIn(owner(), phone) });
    expect(await row()).toMatchObject({ phone: null, active: false });
  });

  it("wants the right code, of this purpose and person", async () => {
    const other = await makeUser(owner());
    const proof = await ask();
    const signIn = await askForCode(owner(), person.email!);
    await forgetSends(owner());
    const foreign = await ask(other);
    const wrong = { ok: false, error: { code: "wrong_code", status: 401 } };
    for (const given of [{ ...proof, code: otherThan(proof.code) }, signIn, foreign]) {
      expect(await deleteAccount.safe(signedIn(person), given)).toMatchObject(wrong);
    }
    expect(await deleteAccount.safe(signedIn(other), proof)).toMatchObject(wrong);
    expect(await deleteAccount.safe(stranger(), proof)).toMatchObject({ ok: false, error: { status: 401 } });
    expect(await row()).toEqual(person);
    expect(await deleteAccount.safe(signedIn(person), proof)).toMatchObject({ ok: true });
  });

  it("happens once, however often it is sent at once", async () => {
    const proof = await ask();
    const answers = await Promise.all(Array.from({ length: 8 }, () => deleteAccount.safe(signedIn(person), proof)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    for (const each of answers) if (!each.ok) expect(each.error.status).toBe(401);
    expect((await row()).sessionVersion).toBe(2);
  });

  describe("of somebody who is needed", () => {
    const own = (retailerId: number, userId = person.id) =>
      owner().insert(retailerMembers).values({ retailerId, userId, role: "owner" });
    const conflict = (words: string) => ({
      ok: false,
      error: { status: 409, code: "conflict", message: expect.stringContaining(words) },
    });

    it.each(["pending", "active", "paused"] as const)(
      "waits for the only owner of a shop that is %s",
      async (status) => {
        const shop = await makeRetailer(owner(), { name: "Ada's Tea House", status });
        const proof = await ask();
        await own(shop.id);
        expect(await requestDeletion.safe(signedIn(person), {})).toMatchObject(conflict("Ada's Tea House"));
        expect(await deleteAccount.safe(signedIn(person), proof)).toMatchObject(conflict("Ada's Tea House"));
        expect(await row()).toEqual({ ...person, standing: 1 });
        await owner().update(retailers).set({ status: "suspended" }).where(eq(retailers.id, shop.id));
        expect(await deleteAccount.safe(signedIn(person), proof)).toMatchObject({ ok: true });
      },
    );

    it("does not wait where another owner stays; of two who leave at once, one does", async () => {
      const shop = await makeRetailer(owner());
      const partner = await makeUser(owner());
      await own(shop.id);
      await own(shop.id, partner.id);
      const [first, second] = [await ask(), await ask(partner)];
      const answers = await Promise.all([
        deleteAccount.safe(signedIn(person), first),
        deleteAccount.safe(signedIn(partner), second),
      ]);
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
      expect(answers.find(({ ok }) => !ok)).toMatchObject(conflict(shop.name));
      expect(await owner().$count(retailerMembers, eq(retailerMembers.retailerId, shop.id))).toBe(1);
    });

    it("waits for staff until their roles are taken", async () => {
      await owner().insert(userRoles).values({ userId: person.id, role: "admin" });
      const context = signedIn(person);
      const actor: Actor = { ...(await context.actor()), roles: ["admin"] };
      const asStaff = { ...context, actor: async () => actor };
      expect(await requestDeletion.safe(asStaff, {})).toMatchObject(conflict("admin"));
      const proof = { challenge: "a-challenge-of-somebody", code: "123456" };
      expect(await deleteAccount.safe(asStaff, proof)).toMatchObject(conflict("admin"));
      expect(await row()).toEqual({ ...person, standing: 5 });
    });
  });
});
