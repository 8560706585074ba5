import { eq, sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { transaction } from "@/db/client";
import { events, retailers, users } from "@/db/schema";
import { hasDatabase, useTestDatabase } from "@/db/testing/database";
import { makeRetailer, makeUser } from "@/db/testing/factories";
import { env, setEnv } from "@/lib/platform/env";
import { relay } from "@/lib/relay";
import { drain } from "@/lib/relay/testing/queue";
import { deliver } from "./deliver";
import { record } from "./testing/record";

describe.skipIf(!hasDatabase)("what happened is told", () => {
  const { owner } = useTestDatabase();
  let count = 0;
  const freshPhone = () => `+4915123${String(++count).padStart(6, "0")}`;

  beforeEach(async () => {
    await owner().execute(sql`delete from codes.hit`);
    await owner().execute(sql`delete from outbox_message`);
  });
  afterEach(() => setEnv({ SMS_DAILY_CAP: undefined, CHARSU_PSEUDO_LOCALES: undefined }));

  type Kept = { channel: string; recipient: string; subject: string | null; text: string; idempotency_key: string };
  const kept = async () => {
    const { rows } = await owner().execute<Kept>(
      sql`select channel, recipient, subject, text, idempotency_key from outbox_message order by id`,
    );
    return rows;
  };
  const recipients = async () => (await kept()).map(({ channel, recipient }) => `${channel} ${recipient}`).sort();
  const lastEvent = async () => {
    const [row] = await owner().select().from(events).orderBy(sql`id desc`).limit(1);
    return row!;
  };
  const shopper = async (over: Partial<typeof users.$inferInsert> = {}) => {
    const user = await makeUser(owner(), { name: "Sara", ...over });
    return { ...user, email: user.email! };
  };

  it("welcomes a new account, once, however often it is told", async () => {
    const user = await shopper();
    await record("account.created", { userId: user.id });
    expect(await kept(), "before its turn in the queue").toEqual([]);
    await drain();
    const { id } = await lastEvent();
    const welcome = {
      channel: "email",
      recipient: user.email,
      subject: "Welcome to Charsu",
      idempotency_key: `event:${id}:person`,
    };
    expect(await kept()).toEqual([expect.objectContaining(welcome)]);
    expect((await kept())[0]!.text).toContain(`Hello Sara,`);
    await relay(id);
    await drain();
    await deliver({ event: id, part: "person" }, 1);
    expect(await kept()).toHaveLength(1);
  });

  it("tells once when everything happens at once", async () => {
    const user = await shopper();
    await record("account.created", { userId: user.id });
    const { id } = await lastEvent();
    await Promise.all(Array.from({ length: 10 }, () => relay(id)));
    const jobs = sql`select count(*)::int as count from graphile_worker._private_jobs where key = ${`event:${id}:person`}`;
    expect((await owner().execute(jobs)).rows).toEqual([{ count: 1 }]);
    await Promise.all([
      ...Array.from({ length: 10 }, () => deliver({ event: id, part: "person" }, 1)),
      ...Array.from({ length: 3 }, () => drain()),
    ]);
    expect(await recipients()).toEqual([`email ${user.email}`]);
  });

  it("tells nothing of what was taken back", async () => {
    const user = await shopper();
    const changedMind = () => {
      throw new Error("changed my mind");
    };
    await expect(record("account.created", { userId: user.id }, changedMind)).rejects.toThrow();
    await drain();
    expect(await kept()).toEqual([]);
  });

  it("tells of a new device which, where and when", async () => {
    const user = await shopper();
    const userAgent = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0";
    await record("account.newDevice", {
      userId: user.id,
      sessionId: "9f8d2c1e-0000-4000-8000-000000000000",
      userAgent,
      network: "203.0.113.0/24",
    });
    await drain();
    const [mail] = await kept();
    expect(mail).toMatchObject({ recipient: user.email, subject: "A new device signed in to your account" });
    expect(mail!.text).toContain("Device: Firefox on Windows\nNetwork: 203.0.113.0/24\nWhen: ");
    expect(mail!.text).toContain(`${env.CHARSU_ORIGIN}/profile/sessions`);
  });

  it.each([
    ["change", "somebody who is signed in"],
    ["reset", "every device was signed out"],
  ] as const)("tells of a password by %s", async (by, words) => {
    const user = await shopper();
    await record("account.passwordChanged", { userId: user.id, by });
    await drain();
    const [mail] = await kept();
    expect(mail).toMatchObject({ recipient: user.email, subject: "Your password was changed" });
    expect(mail!.text.toLowerCase()).toContain(words);
  });

  it("tells a changed address to the new and to the old one, which learns the new one masked", async () => {
    const user = await shopper({ email: "new@example.org" });
    await record("account.contactChanged", {
      userId: user.id,
      channel: "email",
      was: "old@example.com",
      now: "new@example.org",
    });
    await drain();
    expect(await recipients()).toEqual(["email new@example.org", "email old@example.com"]);
    const old = (await kept()).find(({ recipient }) => recipient === "old@example.com")!;
    expect(old.subject).toBe("Your e-mail address at Charsu was changed");
    expect(old.text).toContain("n…@example.org");
    expect(old.text).not.toContain("new@example.org");
    await owner().update(users).set({ email: "elsewhere@example.org" }).where(eq(users.id, user.id));
  });

  it("tells a changed number to both numbers by SMS", async () => {
    const [was, now] = [freshPhone(), freshPhone()];
    const user = await shopper({ phone: now });
    await record("account.contactChanged", { userId: user.id, channel: "sms", was, now });
    await drain();
    expect(await recipients()).toEqual([`sms ${was}`, `sms ${now}`].sort());
  });

  it("tells a first number to it and to the address that the account had", async () => {
    const now = freshPhone();
    const user = await shopper({ phone: now });
    await record("account.contactChanged", { userId: user.id, channel: "sms", was: null, now });
    await drain();
    expect(await recipients()).toEqual([`email ${user.email}`, `sms ${now}`]);
  });

  it("tells an address that was taken out of the account", async () => {
    const user = await shopper({ phone: freshPhone() });
    await record("account.contactRemoved", { userId: user.id, channel: "email", was: "out@example.com" });
    await drain();
    const [mail] = await kept();
    expect(mail).toMatchObject({ recipient: "out@example.com" });
    expect(mail!.subject).toBe("This e-mail address was taken out of your account");
    expect(mail!.text).not.toContain("New address");
    expect(await kept()).toHaveLength(1);
  });

  it("tells the old address even of an account that is gone meanwhile, and the new one nothing", async () => {
    const user = await shopper({ email: "thief@example.org" });
    await record("account.contactChanged", {
      userId: user.id,
      channel: "email",
      was: "owner@example.com",
      now: "thief@example.org",
    });
    await owner().update(users).set({ active: false, email: null, name: "" }).where(eq(users.id, user.id));
    await drain();
    expect(await recipients()).toEqual(["email owner@example.com"]);
  });

  it.each([
    ["closed", { active: false }],
    ["gone", { active: false, email: null, phone: null }],
  ])("tells nothing to an account that is %s", async (_, over) => {
    const user = await makeUser(owner(), over);
    await record("account.created", { userId: user.id });
    await record("account.passwordChanged", { userId: user.id, by: "reset" });
    await record("account.newDevice", { userId: user.id, sessionId: "", userAgent: "", network: "" });
    await record("account.created", { userId: 2_000_000 });
    await drain();
    expect(await kept()).toEqual([]);
  });

  it("does not tell an address that the account has no more", async () => {
    const user = await shopper({ email: "third@example.org" });
    const moved = { userId: user.id, channel: "email" as const, was: "first@example.org", now: "second@example.org" };
    await record("account.contactChanged", moved);
    await drain();
    expect(await recipients()).toEqual(["email first@example.org"]);
  });

  it("says goodbye, and then forgets to whom", async () => {
    await record("account.deleted", {
      userId: 3_000_000,
      name: "Sara",
      channel: "email",
      to: "gone@example.com",
      locale: null,
    });
    await drain();
    expect(await kept()).toMatchObject([{ recipient: "gone@example.com", subject: "Your account was deleted" }]);
    const event = await lastEvent();
    expect(event.payload).toEqual({ userId: 3_000_000, channel: "email", locale: null });
    await relay(event.id);
    await drain();
    expect(await kept()).toHaveLength(1);
  });

  it("may change no other event, and of a goodbye nothing but what it carries", async () => {
    const user = await shopper();
    await record("account.created", { userId: user.id });
    const asWorker = (statement: string) =>
      transaction({ tier: "worker", userId: null }, (tx) => tx.execute(sql.raw(statement)));
    expect((await asWorker("update events set payload = '{}' where name <> 'account.deleted'")).rowCount).toBe(0);
    await expect(asWorker("update events set name = 'account.deleted'")).rejects.toMatchObject({
      cause: { code: "42501" },
    });
    await drain();
  });

  it("tells an applicant where the shop stands, as long as it stands there", async () => {
    const user = await shopper();
    const shop = await makeRetailer(owner(), { status: "pending", name: "Gewürze <b>" });
    await record("retailer.applied", { retailerId: shop.id, userId: user.id });
    await drain();
    const [mail] = await kept();
    expect(mail).toMatchObject({ recipient: user.email, subject: "Your shop is waiting for approval" });
    expect(mail!.text).toContain("Shop: Gewürze <b>\nWhere it stands: Waiting for approval");
    await record("retailer.applied", { retailerId: shop.id, userId: user.id });
    await owner().update(retailers).set({ status: "active" }).where(eq(retailers.id, shop.id));
    await drain();
    expect(await kept()).toHaveLength(1);
  });

  it.each([
    ["approve", "active", "Your shop is open"],
    ["approve", "paused", "Your shop is open"],
    ["refuse", "refused", "Your shop was not approved"],
    ["suspend", "suspended", "Your shop was closed"],
    ["reopen", "active", "Your shop is open again"],
  ] as const)("tells an owner of a shop that staff %sd, while it is %s", async (decision, status, subject) => {
    const user = await shopper();
    const shop = await makeRetailer(owner(), { status, name: "Gewürze", statusNote: "Wrong\u2028street <b>" });
    await record("retailer.decided", { retailerId: shop.id, userId: user.id, decision });
    await drain();
    const [mail] = await kept();
    expect(mail).toMatchObject({ recipient: user.email, subject });
    expect(mail!.text).toContain("Shop: Gewürze");
    const told = decision === "refuse" || decision === "suspend";
    expect(/The reason: Wrong street <b>/.test(mail!.text)).toBe(told);
    await record("retailer.decided", { retailerId: shop.id, userId: user.id, decision });
    await owner().update(retailers).set({ status: "pending" }).where(eq(retailers.id, shop.id));
    await drain();
    expect(await kept()).toHaveLength(1);
  });

  it("writes to a phone where there is no address, within the day's count", async () => {
    const phones = [freshPhone(), freshPhone()];
    setEnv({ SMS_DAILY_CAP: "1" });
    for (const phone of phones) {
      await record("account.created", { userId: (await makeUser(owner(), { email: null, phone })).id });
    }
    await drain();
    expect(await kept()).toMatchObject([{ channel: "sms", subject: null }]);
    expect(phones).toContain((await kept())[0]!.recipient);
  });

  it("writes to no number outside of the countries", async () => {
    const user = await makeUser(owner(), { email: null, phone: "+12025550123" });
    await record("account.created", { userId: user.id });
    await drain();
    expect(await kept()).toEqual([]);
  });

  it("speaks a person's language where it is spoken here, the market's otherwise", async () => {
    setEnv({ CHARSU_PSEUDO_LOCALES: "1" });
    for (const locale of ["en-XA", "tlh", "not a locale", null]) {
      await record("account.created", { userId: (await shopper({ locale })).id });
    }
    await drain();
    const subjects = (await kept()).map(({ subject }) => subject);
    expect(subjects.filter((subject) => subject === "Welcome to Charsu")).toHaveLength(3);
    expect(subjects.filter((subject) => subject?.startsWith("[Ŵ"))).toHaveLength(1);
  });
});
