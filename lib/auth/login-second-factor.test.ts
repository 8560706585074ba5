import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { transaction } from "@/db/client";
import { userRoles } from "@/db/schema";
import { hasDatabase, useTestDatabase } from "@/db/testing/database";
import { beginSecondFactor, confirmSecondFactor } from "@/lib/accounts/second-factor";
import { forgetSends } from "@/lib/accounts/testing/codes";
import { stepOf, totp } from "@/lib/accounts/totp";
import { clock } from "@/lib/platform/clock";
import { stranger } from "@/lib/web/testing/context";
import { login } from "./login";
import { makeLogin, loginPassword as password } from "./testing/login-account";

const wrong = { ok: false, error: { code: "wrong_login", status: 401 } };

describe.skipIf(!hasDatabase)("signing in by password with a second factor", () => {
  const { owner } = useTestDatabase();
  let number = 0;
  let email: string;
  let id: number;
  let secret: Buffer;
  let recovery: string[];
  const codeAt = (steps: number) => totp(secret, stepOf(clock.now()) + steps);
  const attempt = (code?: string) =>
    login.safe(stranger(), { identifier: email, password, ...(code !== undefined && { code }) });

  afterEach(() => vi.restoreAllMocks());
  beforeEach(async () => {
    number += 1;
    email = `factor-${number}@example.com`;
    await forgetSends(owner());
    ({ id } = await makeLogin(owner(), { email }));
    // Whatever takes long, it is the same time step.
    vi.spyOn(clock, "now").mockReturnValue(new Date());
    await owner().insert(userRoles).values({ userId: id, role: "operator" });
    // Set up an hour ago, so that every step of now is unused.
    const before = new Date(clock.now().getTime() - 3_600_000);
    await transaction({ tier: "auth", userId: id }, async (tx) => {
      secret = (await beginSecondFactor(tx, id))!;
      recovery = (await confirmSecondFactor(tx, id, totp(secret, stepOf(before)), before))!;
    });
  });

  const asked = { ok: false, error: { code: "second_factor", status: 401, errors: [] } };
  const refused = { ok: false, error: { code: "second_factor", status: 401, errors: [{ field: "code" }] } };

  it("asks for it when the password is right, and not before", async () => {
    const context = stranger();
    expect(await login.safe(context, { identifier: email, password })).toMatchObject(asked);
    expect(context.cookies).toEqual([]);
    expect((await owner().execute(sql`select * from sessions where user_id = ${id}`)).rows).toEqual([]);
    const code = codeAt(0);
    expect(await login.safe(stranger(), { identifier: email, password: "no, not this", code })).toMatchObject(wrong);
    expect(await attempt(code), "and it was not used up by that").toMatchObject({ ok: true });
  });

  it("takes the code of now and its neighbours, none of them twice or after a later one", async () => {
    for (const code of ["000000", "abcdef", codeAt(-2), codeAt(2), recovery[0]!.slice(1)]) {
      expect(await attempt(code), code).toMatchObject(refused);
    }
    await forgetSends(owner());
    expect(await attempt(` ${codeAt(-1).replace(/^.../, "$& ")} `)).toMatchObject({ ok: true });
    expect(await attempt(codeAt(-1))).toMatchObject(refused);
    expect(await attempt(codeAt(1))).toMatchObject({ ok: true });
    expect(await attempt(codeAt(0))).toMatchObject(refused);
  });

  it("takes a code once, and a recovery code once, however often they are sent at the same time", async () => {
    for (const code of [codeAt(0), recovery[3]!.toUpperCase().replace("-", " ")]) {
      await forgetSends(owner());
      const answers = await Promise.all(Array.from({ length: 10 }, () => attempt(code)));
      expect(
        answers.filter(({ ok }) => ok),
        code,
      ).toHaveLength(1);
      expect(answers.filter((answer) => !answer.ok && answer.error.code !== "second_factor")).toEqual([]);
    }
  });

  it("keeps neither secret nor recovery code in clear", async () => {
    const { rows } = await owner().execute<{ all: string }>(
      sql`select (select json_agg(f)::text from two_factors f) || (select json_agg(r)::text from recovery_codes r) as all`,
    );
    for (const each of [
      secret.toString("hex"),
      secret.toString("base64url"),
      ...recovery,
      ...recovery.map((one) => one.replace("-", "")),
    ]) {
      expect(rows[0]!.all).not.toContain(each);
    }
  });

  it("is asked for with a right to its own account alone", async () => {
    const other = await makeLogin(owner(), { email: `other-${email}` });
    await owner().insert(userRoles).values({ userId: other.id, role: "admin" });
    await owner().execute(
      sql`insert into two_factors (user_id, secret, confirmed_at) select ${other.id}, secret, now() from two_factors where user_id = ${id}`,
    );
    await owner().execute(
      sql`insert into recovery_codes (user_id, hash) select ${other.id}, hash from recovery_codes where user_id = ${id}`,
    );
    for (const code of [codeAt(0), recovery[0]!]) {
      const answer = await login.safe(stranger(), { identifier: `other-${email}`, password, code });
      expect(answer, "copied from another account's row").toMatchObject(refused);
    }
  });

  it("is not asked for as long as it waits to be confirmed, nor of somebody who is no longer staff", async () => {
    await owner().execute(sql`update two_factors set confirmed_at = null where user_id = ${id}`);
    expect(await attempt()).toMatchObject({ ok: true });
    await owner().execute(sql`update two_factors set confirmed_at = now() where user_id = ${id}`);
    await owner().execute(sql`delete from user_roles where user_id = ${id}`);
    expect(await attempt()).toMatchObject({ ok: true });
  });
});
