import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { userRoles } from "@/db/schema";
import { hasDatabase, useTestDatabase } from "@/db/testing/database";
import { makeUser } from "@/db/testing/factories";
import { freshIp, stranger } from "@/lib/web/testing/context";
import { requestCode } from "./operations";
import { challengeCookies } from "./send-code";
import { codeIn, forgetSends } from "./testing/codes";

describe.skipIf(!hasDatabase)("asking for a code", () => {
  const { owner } = useTestDatabase();

  beforeEach(() => forgetSends(owner()));

  const messages = async () => {
    const { rows } = await owner().execute<{ recipient: string }>(
      sql`select recipient from outbox_message order by id`,
    );
    return rows.map(({ recipient }) => recipient);
  };

  it("sends six digits by mail and binds them to the browser", async () => {
    const context = stranger();
    const answer = await requestCode.call(context, { identifier: " Sara@Example.com " });
    expect(answer).toEqual({ challenge: expect.stringMatching(/^[\w-]{24}$/), expiresIn: 300 });
    expect(context.cookies).toEqual([
      { name: challengeCookies["sign-in"], value: answer.challenge, httpOnly: true, maxAge: 300 },
    ]);
    const { rows } = await owner().execute(sql`select channel, recipient, subject, html from outbox_message`);
    const code = await codeIn(owner(), "sara@example.com");
    expect(rows).toEqual([
      {
        channel: "email",
        recipient: "sara@example.com",
        subject: "Your code for Charsu",
        html: expect.stringContaining(code),
      },
    ]);
    expect(code).toMatch(/^\d{6}$/);
  });

  it("keeps neither code nor address in clear, but in the message", async () => {
    await requestCode.call(stranger(), { identifier: "clear@example.com" });
    const code = await codeIn(owner(), "clear@example.com");
    const { rows } = await owner().execute<{ everything: string }>(sql`
      select (select json_agg(c)::text from codes.code c) || (select json_agg(h)::text from codes.hit h)
        || coalesce((select json_agg(e)::text from events e), '') || coalesce((select json_agg(a)::text from audit_log a), '') as everything`);
    expect(rows[0]!.everything).not.toContain("clear@example.com");
    expect(rows[0]!.everything).not.toMatch(new RegExp(`(?<!\\d)${code}(?!\\d)`));
  });

  it("sends an SMS to a number, however its digits are written", async () => {
    await requestCode.call(stranger(), { identifier: "+۹۸ ۹۱۲ ۳۴۵ ۶۷۸۹" });
    expect(await codeIn(owner(), "+989123456789")).toMatch(/^\d{6}$/);
  });

  it("answers a number outside the allow-list alike and sends nothing", async () => {
    const before = await messages();
    const answer = await requestCode.safe(stranger(), { identifier: "+1 202 555 0123" });
    const paid = await requestCode.safe(stranger(), { identifier: "+49 900 1123456" });
    for (const each of [answer, paid]) expect(each).toMatchObject({ ok: true, data: { expiresIn: 300 } });
    expect(await messages()).toEqual(before);
  });

  it("sends eight digits to staff, and tells nobody", async () => {
    const staff = await makeUser(owner(), { email: "Admin@example.com" });
    await owner().insert(userRoles).values({ userId: staff.id, role: "admin" });
    const answer = await requestCode.call(stranger(), { identifier: "admin@EXAMPLE.com" });
    expect(Object.keys(answer)).toEqual(["challenge", "expiresIn"]);
    expect(await codeIn(owner(), "admin@example.com")).toMatch(/^\d{8}$/);
  });

  it("answers for a known and an unknown address alike, and makes no account", async () => {
    await makeUser(owner(), { email: "known@example.com" });
    const { rows: before } = await owner().execute(sql`select count(*) from users`);
    const shapes = [];
    for (const identifier of ["known@example.com", "unknown@example.com"]) {
      const context = stranger();
      const answer = await requestCode.safe(context, { identifier });
      shapes.push(JSON.stringify([answer, context.cookies]).replaceAll(/[\w-]{24}/g, "challenge"));
    }
    expect(shapes[0]).toBe(shapes[1]);
    expect((await owner().execute(sql`select count(*) from users`)).rows).toEqual(before);
  });

  it.each([
    "a@x.com,b@y.com",
    "sara\uff20example.com",
    "sara@example.com\r\nBcc: eve@example.com",
    "<script>alert(1)</script>@example.com",
    "sara@example.com\u0000",
    "no such thing",
    "ab",
    "a".repeat(300),
    42,
    null,
    [["sara@example.com"]],
    { $ne: "" },
  ])("refuses %j and sends nothing", async (identifier) => {
    const before = await messages();
    const context = stranger();
    const answer = await requestCode.safe(context, { identifier });
    expect(answer).toMatchObject({ ok: false, error: { status: 422, errors: [{ field: "identifier" }] } });
    expect(context.cookies).toEqual([]);
    expect(await messages()).toEqual(before);
  });

  it("waits a minute between two to one address, however it is written; others are not held up", async () => {
    await requestCode.call(stranger(), { identifier: "twice@example.com" });
    const again = await requestCode.safe(stranger(), { identifier: "TWICE@example.com" });
    expect(again).toMatchObject({ ok: false, error: { code: "rate_limited", status: 429 } });
    const wait = again.ok ? 0 : again.error.retryAfter;
    expect(wait).toBeGreaterThan(50);
    expect(wait).toBeLessThanOrEqual(60);
    expect(await requestCode.safe(stranger(), { identifier: "other@example.com" })).toMatchObject({ ok: true });
  });

  it("sends one when asked fifty times at once", async () => {
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => requestCode.safe(stranger(), { identifier: "rush@example.com" })),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter((each) => !each.ok && each.error.code !== "rate_limited")).toEqual([]);
    expect((await messages()).filter((each) => each === "rush@example.com")).toHaveLength(1);
  });

  it("sends to many at once without waiting for itself", async () => {
    const many = Array.from({ length: 60 }, (_, index) => `crowd-${index}@example.com`);
    const answers = await Promise.all(many.map((identifier) => requestCode.safe(stranger(), { identifier })));
    expect(answers.filter(({ ok }) => !ok)).toEqual([]);
  });

  it("sends thirty an hour for one network address", async () => {
    const ip = freshIp();
    const answers = [];
    for (let index = 0; index < 31; index++) {
      answers.push(await requestCode.safe(stranger({ ip }), { identifier: `net-${index}@example.com` }));
    }
    expect(answers.slice(0, 30).every(({ ok }) => ok)).toBe(true);
    expect(answers[30]).toMatchObject({ ok: false, error: { code: "rate_limited" } });
  });
});
