import { eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { events, userRoles, users } from "@/db/schema";
import { hasDatabase, useTestDatabase } from "@/db/testing/database";
import { makeUser } from "@/db/testing/factories";
import { challengeCookies } from "@/lib/accounts/send-code";
import { codeIn, forgetSends, otherThan } from "@/lib/accounts/testing/codes";
import { cookieSet, signedIn, stranger } from "@/lib/web/testing/context";
import { changeContact, removeContact, requestContact } from "./contact";

let counter = 0;
const freshEmail = () => {
  counter += 1;
  return `new-${counter}@example.com`;
};

describe.skipIf(!hasDatabase)("changing how one is reached", () => {
  const { owner } = useTestDatabase();
  let person: Awaited<ReturnType<typeof makeUser>>;

  beforeEach(async () => {
    await forgetSends(owner());
    person = await makeUser(owner(), { emailConfirmedAt: new Date() });
  });

  const row = async ({ id } = person) => (await owner().select().from(users).where(eq(users.id, id)))[0]!;
  const eventsOf = async () =>
    (await owner().select().from(events).where(eq(events.userId, person.id)).orderBy(events.id)).map(
      ({ name, payload }) => ({ name, payload }),
    );
  /** Asks for a code to a new address, and reads it from the outbox. */
  const ask = async (to: { email: string } | { phone: string }, who: { id: number } = person) => {
    const { challenge } = await requestContact.call(signedIn(who), to);
    return { challenge, code: await codeIn(owner(), Object.values(to)[0]!) };
  };
  const wrongCode = { ok: false, error: { code: "wrong_code", status: 401 } };

  it("sends a code to the new address, and changes nothing until it is typed", async () => {
    const email = freshEmail();
    const context = signedIn(person);
    const answer = await requestContact.call(context, { email: ` ${email.toUpperCase()} ` });
    expect(answer).toEqual({ challenge: expect.any(String), expiresIn: 300 });
    expect(cookieSet(context, challengeCookies.contact)).toBe(answer.challenge);
    expect(await row()).toEqual({ ...person, unconfirmed: email });
    expect(await eventsOf()).toEqual([]);

    const changing = signedIn(person);
    const contact = await changeContact.call(changing, {
      challenge: answer.challenge,
      code: await codeIn(owner(), email),
    });
    expect(contact).toEqual({ email: { address: email, confirmed: true }, phone: null, unconfirmed: null });
    expect(cookieSet(changing, challengeCookies.contact)).toBeNull();
    expect(await row()).toMatchObject({ email, unconfirmed: null, name: person.name });
    expect(await eventsOf()).toEqual([
      {
        name: "account.contactChanged",
        payload: { userId: person.id, channel: "email", was: person.email, now: email },
      },
    ]);
  });

  it("keeps the other one", async () => {
    const proof = await ask({ phone: "+4915123456701" });
    expect(await changeContact.call(signedIn(person), proof)).toEqual({
      email: { address: person.email, confirmed: true },
      phone: { address: "+4915123456701", confirmed: true },
      unconfirmed: null,
    });
    expect(await eventsOf()).toMatchObject([{ payload: { channel: "sms", was: null, now: "+4915123456701" } }]);
  });

  it("confirms what is there already without telling anybody", async () => {
    await owner().update(users).set({ emailConfirmedAt: null }).where(eq(users.id, person.id));
    const proof = await ask({ email: person.email! });
    expect(await changeContact.call(signedIn(person), proof)).toMatchObject({ email: { confirmed: true } });
    expect(await eventsOf()).toEqual([]);
    const again = await requestContact.safe(signedIn(person), { email: person.email! });
    expect(again).toMatchObject({ ok: false, error: { status: 422, errors: [{ field: "email", code: "same" }] } });
  });

  it("answers alike for an address that is somebody else's, whose it stays", async () => {
    const other = await makeUser(owner(), { email: "taken@example.com" });
    const shapes = [];
    for (const email of ["taken@example.com", freshEmail()]) {
      const context = signedIn(person);
      const answer = await requestContact.safe(context, { email });
      shapes.push(JSON.stringify([answer, context.cookies]).replaceAll(/[\w-]{24}/g, "challenge"));
    }
    expect(shapes[0]).toBe(shapes[1]);
    await forgetSends(owner());
    const proof = await ask({ email: "taken@example.com" });
    const refused = await changeContact.safe(signedIn(person), proof);
    expect(refused).toMatchObject({ ok: false, error: { status: 409, code: "conflict" } });
    expect(await row(other)).toEqual(other);
    expect(await row()).toEqual(person);
    expect(await eventsOf()).toEqual([]);
  });

  it("gives an address that two want at once to one of them", async () => {
    const rivals = await Promise.all(Array.from({ length: 6 }, () => makeUser(owner())));
    const email = freshEmail();
    const proofs: { challenge: string; code: string }[] = [];
    for (const rival of rivals) {
      proofs.push(await ask({ email }, rival));
      await forgetSends(owner());
    }
    const answers = await Promise.all(
      rivals.map((rival, index) => changeContact.safe(signedIn(rival), proofs[index]!)),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    for (const each of answers) if (!each.ok) expect(each.error.code).toBe("conflict");
    expect(await owner().$count(users, eq(users.email, email))).toBe(1);
  });

  it("takes a code once, from whoever asked, for the address that was asked for last", async () => {
    const other = await makeUser(owner());
    const proof = await ask({ email: freshEmail() });
    const refused = async (who: { id: number }, given: typeof proof) =>
      expect(await changeContact.safe(signedIn(who), given)).toMatchObject(wrongCode);
    await refused(other, proof);
    await refused(person, { ...proof, code: otherThan(proof.code) });
    await refused(person, { ...proof, challenge: "a-challenge-of-somebody-else" });
    const later = await ask({ email: freshEmail() });
    await refused(person, proof);
    await changeContact.call(signedIn(person), later);
    await refused(person, later);
    expect(await changeContact.safe(stranger(), later)).toMatchObject({ ok: false, error: { status: 401 } });
  });

  it("compares five of a hundred guesses at once", async () => {
    const proof = await ask({ email: freshEmail() });
    const guesses = await Promise.all(
      Array.from({ length: 100 }, (_, index) =>
        changeContact.safe(signedIn(person), { ...proof, code: otherThan(proof.code, index + 1) }),
      ),
    );
    expect(guesses.filter((each) => !each.ok && each.error.code === "wrong_code")).toHaveLength(100);
    expect(await changeContact.safe(signedIn(person), proof)).toMatchObject(wrongCode);
    expect(await row()).toMatchObject({ email: person.email });
  });

  it("sends staff eight digits", async () => {
    await owner().insert(userRoles).values({ userId: person.id, role: "operator" });
    const email = freshEmail();
    const context = signedIn(person);
    const actor = { ...(await context.actor()), roles: ["operator" as const] };
    await requestContact.call({ ...context, actor: async () => actor }, { email });
    expect(await codeIn(owner(), email)).toMatch(/^\d{8}$/);
  });

  it.each([
    [{}, "email"],
    [{ email: "a@example.com", phone: "+4915123456789" }, "email"],
    [{ email: "a@x.com,b@y.com" }, "email"],
    [{ email: "sara\uff20example.com" }, "email"],
    [{ email: "sara@example.com\r\nBcc: eve@example.com" }, "email"],
    [{ email: "+4915123456789" }, "email"],
    [{ phone: "a@example.com" }, "phone"],
    [{ phone: "12" }, "phone"],
  ])("refuses %j", async (input, field) => {
    const answer = await requestContact.safe(signedIn(person), input);
    expect(answer).toMatchObject({ ok: false, error: { status: 422, errors: [{ field }] } });
    expect(await row()).toEqual(person);
  });

  it("takes one out while the other is confirmed, and tells whom it was", async () => {
    const remove = (channel: "email" | "phone") => removeContact.safe(signedIn(person), { channel });
    expect(await remove("phone")).toMatchObject({ ok: false, error: { status: 404 } });
    expect(await remove("email")).toMatchObject({ ok: false, error: { status: 409 } });
    await owner().update(users).set({ phone: "+4915123456702" }).where(eq(users.id, person.id));
    expect(await remove("email")).toMatchObject({ ok: false, error: { status: 409 } });
    await owner().update(users).set({ phoneConfirmedAt: new Date() }).where(eq(users.id, person.id));
    expect(await remove("email")).toMatchObject({ ok: true, data: { email: null, phone: { confirmed: true } } });
    expect(await remove("phone")).toMatchObject({ ok: false, error: { status: 409 } });
    expect(await eventsOf()).toEqual([
      { name: "account.contactRemoved", payload: { userId: person.id, channel: "email", was: person.email } },
    ]);
    expect(await row()).toMatchObject({ email: null, emailConfirmedAt: null, phone: "+4915123456702" });
  });

  it("leaves one when both are taken out at once", async () => {
    const phone = { phone: "+4915123456703", phoneConfirmedAt: new Date() };
    await owner().update(users).set(phone).where(eq(users.id, person.id));
    const channels = ["email", "phone"] as const;
    const answers = await Promise.all(channels.map((channel) => removeContact.safe(signedIn(person), { channel })));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ error: { code: "conflict" } });
    const left = await row();
    expect([left.email, left.phone].filter(Boolean)).toHaveLength(1);
  });

  it("writes no code down anywhere but in the message", async () => {
    const proof = await ask({ email: freshEmail() });
    await changeContact.call(signedIn(person), proof);
    const { rows } = await owner().execute<{ everything: string }>(sql`
      select (select json_agg(e)::text from events e) || (select json_agg(a)::text from audit_log a) || coalesce((select json_agg(c)::text from codes.code c), '') as everything`);
    expect(rows[0]!.everything).not.toMatch(new RegExp(`(?<!\\d)${proof.code}(?!\\d)`));
  });
});
