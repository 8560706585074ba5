import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { hasDatabase, useTestDatabase } from "@/db/testing/database";
import { makeUser } from "@/db/testing/factories";
import { forgetSends } from "@/lib/accounts/testing/codes";
import { nobody, type StaffRole } from "@/lib/web/actor";
import { plainContext } from "@/lib/web/context";
import { freshIp, signedIn, stranger } from "@/lib/web/testing/context";
import { createAccount } from "./create-account";
import { login } from "./login";
import { changePassword } from "./profile/password";
import { bearer } from "./testing/bearer";

describe.skipIf(!hasDatabase)("an account that staff make", () => {
  const { owner } = useTestDatabase();
  let number = 0;
  let email: string;
  let staff: { id: number };

  beforeEach(async () => {
    number += 1;
    email = `made-${number}@example.com`;
    await forgetSends(owner());
    staff = await makeUser(owner());
  });

  const as = (...roles: StaffRole[]) => plainContext({ ...nobody, userId: staff.id, roles }, { ip: freshIp() });
  const input = () => ({ name: "Grace Example", email: ` ${email.toUpperCase()}`, phone: "01512 3456789" });
  const count = async () => {
    const { rows } = await owner().execute(
      sql`select (select count(*) from users) as users, (select count(*) from user_roles) as roles, (select count(*) from credentials) as credentials`,
    );
    return rows[0];
  };

  it("has the roles that were given, and a password that is shown once and must be changed", async () => {
    const { user, password } = await createAccount.call(as("admin"), {
      ...input(),
      roles: ["operator", "operator", "supervisor"],
    });
    expect(user).toEqual({
      ...{ id: expect.any(Number), name: "Grace Example", email, phone: "+4915123456789" },
      roles: ["operator", "supervisor"],
    });
    expect(password).toMatch(/^([a-z2-9]{5}-){3}[a-z2-9]{5}$/);
    const signedIn = await login.call(stranger(), { identifier: email, password });
    expect(signedIn).toMatchObject({
      mustChangePassword: true,
      user: { id: user.id, roles: expect.arrayContaining(["operator", "supervisor"]) },
    });
    await changePassword.call(bearer(signedIn.accessToken), { current: password, password: "coffee for one, please" });
    expect(await bearer(signedIn.accessToken).actor()).toMatchObject({
      userId: user.id,
      roles: expect.arrayContaining(["operator"]),
    });
    const { rows: kept } = await owner().execute<{ all: string }>(sql`
      select coalesce((select json_agg(a)::text from audit_log a), '') || coalesce((select json_agg(e)::text from events e), '') as all`);
    expect(kept[0]!.all).not.toContain(password);
    const { rows } = await owner().execute(sql`
      select distinct relation, login ~ '_admin$' as admin, login ~ '_auth$' as auth, user_id as who from audit_log
      where action = 'insert' and (after->>'user_id' = ${String(user.id)} or (relation = 'users' and after->>'id' = ${String(user.id)})) order by relation`);
    expect(rows, "each part by the login that may, in the name of who did it").toEqual([
      { relation: "credentials", admin: false, auth: true, who: staff.id },
      { relation: "user_roles", admin: true, auth: false, who: staff.id },
      { relation: "users", admin: true, auth: false, who: staff.id },
    ]);
  });

  it("without roles is a shopper's, reached at what was given but not confirmed there", async () => {
    const { user } = await createAccount.call(as("admin"), { name: "Grace", phone: `0151234560${10 + number}` });
    expect(user).toMatchObject({ email: null, roles: [] });
    const { rows } = await owner().execute(
      sql`select phone_confirmed_at, active, (select payload from events where name = 'account.created' and (payload->>'userId')::int = users.id) as told from users where id = ${user.id}`,
    );
    expect(rows).toEqual([{ phone_confirmed_at: null, active: true, told: { userId: user.id } }]);
  });

  it("is not made twice for one address, and then nothing is made", async () => {
    await createAccount.call(as("admin"), { name: "Grace", email });
    const before = await count();
    const answer = await createAccount.safe(as("admin"), {
      name: "Grace",
      email: email.toUpperCase(),
      roles: ["admin"],
    });
    expect(answer).toMatchObject({ ok: false, error: { code: "conflict" } });
    expect(await count()).toEqual(before);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ["neither address nor number", { email: undefined, phone: undefined }, "email"],
    ["two addresses", { email: "a@x.com,b@y.com" }, "email"],
    ["a number that is none", { phone: "123" }, "phone"],
    ["HTML in the name", { name: "<b>Grace</b>" }, "name"],
    ["a role that is none", { roles: ["owner"] }, "roles.0"],
    ["roles in words", { roles: "admin" }, "roles"],
  ])("is not made with %s", async (_, over, field) => {
    const before = await count();
    const answer = await createAccount.safe(as("admin"), { ...input(), ...over });
    expect(answer).toMatchObject({ ok: false, error: { status: 422, errors: [{ field }] } });
    expect(await count()).toEqual(before);
  });

  it("is made by admins alone", async () => {
    const before = await count();
    for (const role of ["product_manager", "operator", "supervisor"] as const) {
      expect(await createAccount.safe(as(role), input()), role).toMatchObject({ error: { code: "forbidden" } });
    }
    expect(await createAccount.safe(signedIn(staff), input())).toMatchObject({ error: { code: "forbidden" } });
    expect(await createAccount.safe(stranger(), input())).toMatchObject({ error: { code: "unauthenticated" } });
    expect(await count()).toEqual(before);
  });
});
