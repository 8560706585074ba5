import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { transaction } from "@/db/client";
import { hasDatabase, useTestDatabase } from "@/db/testing/database";
import { makeStaff } from "@/db/testing/factories";
import {
  endPersonSession,
  endPersonSessions,
  setPersonActive,
  setPersonRoles,
} from "@/lib/accounts/people/operations/write";
import { addBrand } from "@/lib/catalog/brands/operations";
import { listBrands } from "@/lib/catalog/operations";
import { nobody, type StaffRole } from "@/lib/web/actor";
import { actingAs, stranger } from "@/lib/web/testing/context";
import { login } from "../login";
import { refresh } from "../sign-in";
import { bearer } from "../testing/bearer";
import { loginPassword, makeLogin } from "../testing/login-account";
import { readAccessToken } from "../tokens";

describe.skipIf(!hasDatabase)("what an admin changes about somebody", () => {
  const { owner } = useTestDatabase();
  let boss: Awaited<ReturnType<typeof makeStaff>>;
  let person: Awaited<ReturnType<typeof makeLogin>>;
  let tokens: { accessToken: string; refreshToken: string };
  const asBoss = () => actingAs(boss);
  const signIn = () => login.call(stranger(), { identifier: person.email!, password: loginPassword });
  const who = () => bearer(tokens.accessToken).actor();
  const give = (id: number, ...roles: StaffRole[]) => setPersonRoles.call(asBoss(), { id, roles });

  beforeEach(async () => {
    await owner().execute(sql`delete from codes.hit`);
    boss = await makeStaff(owner(), "admin");
    person = await makeLogin(owner());
    tokens = await signIn();
  });

  it("bites on the next request: an account that is closed is nobody's, by any token, until it is opened", async () => {
    expect(await who()).toMatchObject({ userId: person.id });
    expect(await setPersonActive.call(asBoss(), { id: person.id, active: false })).toEqual({ ended: 1 });
    expect(await who()).toEqual(nobody);
    expect(await refresh.safe(stranger(), { refreshToken: tokens.refreshToken })).toMatchObject({
      error: { status: 401 },
    });
    await expect(signIn()).rejects.toMatchObject({ status: 401 });
    await setPersonActive.call(asBoss(), { id: person.id, active: true });
    expect(await who(), "what was ended stays ended").toEqual(nobody);
    tokens = await signIn();
    expect(await who()).toMatchObject({ userId: person.id });
  });

  it("gives a role to the session that is there, and takes it with the session", async () => {
    expect(await give(person.id, "product_manager", "operator")).toEqual({ ended: 0 });
    expect(await who()).toMatchObject({ roles: expect.arrayContaining(["product_manager", "operator"]) });
    expect(await addBrand.safe(bearer(tokens.accessToken), { name: "Before" })).toMatchObject({ ok: true });
    expect(await give(person.id, "operator")).toEqual({ ended: 1 });
    expect(await addBrand.safe(bearer(tokens.accessToken), { name: "After" })).toMatchObject({
      error: { status: 401 },
    });
    expect(await refresh.safe(stranger(), { refreshToken: tokens.refreshToken })).toMatchObject({
      error: { status: 401 },
    });
    tokens = await signIn();
    expect(await who()).toMatchObject({ roles: ["operator"] });
    expect(await addBrand.safe(bearer(tokens.accessToken), { name: "After" })).toMatchObject({
      error: { status: 403 },
    });
    expect((await listBrands.call(stranger(), {})).items.map(({ name }) => name)).not.toContain("After");
    const { rows } = await owner().execute(sql`select standing from users where id = ${person.id}`);
    expect(rows).toEqual([{ standing: 3 }]);
  });

  it("ends one session or all of them", async () => {
    const other = await signIn();
    const { sid } = (await readAccessToken(tokens.accessToken))!;
    expect(await endPersonSession.safe(asBoss(), { id: boss.id, session: sid })).toMatchObject({
      error: { status: 404 },
    });
    await endPersonSession.call(asBoss(), { id: person.id, session: sid });
    expect(await who()).toEqual(nobody);
    expect(await bearer(other.accessToken).actor()).toMatchObject({ userId: person.id });
    expect(await endPersonSessions.call(asBoss(), { id: person.id })).toEqual({ ended: 1 });
    expect(await bearer(other.accessToken).actor()).toEqual(nobody);
    expect(await endPersonSessions.safe(asBoss(), { id: 999_999 })).toMatchObject({ error: { status: 404 } });
  });

  it("is refused for an account that its owner deleted, and gives no role to a closed one", async () => {
    await owner().execute(
      sql`update users set active = false, deleted_at = now(), email = null, phone = null where id = ${person.id}`,
    );
    const answer = await setPersonActive.safe(asBoss(), { id: person.id, active: true });
    expect(answer).toMatchObject({ error: { status: 409 } });
    expect(await setPersonRoles.safe(asBoss(), { id: person.id, roles: ["admin"] })).toMatchObject({
      error: { status: 409 },
    });
  });

  describe("the last admin", () => {
    let other: Awaited<ReturnType<typeof makeStaff>>;
    const admins = async () => {
      const { rows } = await owner().execute<{ id: number }>(sql`
        select u.id from user_roles r join users u on u.id = r.user_id where r.role = 'admin' and u.active`);
      return rows.map(({ id }) => id);
    };
    beforeEach(async () => {
      await owner().execute(sql`delete from user_roles where role = 'admin' and user_id <> ${boss.id}`);
      other = await makeStaff(owner(), "admin");
    });

    it("stays: neither the role nor the account goes, and that is told", async () => {
      await give(other.id);
      for (const answer of [
        await setPersonRoles.safe(asBoss(), { id: boss.id, roles: ["operator"] }),
        await setPersonActive.safe(asBoss(), { id: boss.id, active: false }),
      ]) {
        expect(answer).toMatchObject({
          error: { status: 409, message: "Somebody must stay admin. Make another person admin first." },
        });
      }
      expect(await admins()).toEqual([boss.id]);
    });

    it.each([
      ["both give the role back", setPersonRoles, setPersonRoles],
      ["both close their account", setPersonActive, setPersonActive],
      ["one gives the role back, the other closes the account", setPersonRoles, setPersonActive],
    ])("is one of two who step down at once: %s", async (_, one, two) => {
      const step = (each: typeof one, who: typeof boss) =>
        each.safe(actingAs(who), { id: who.id, roles: [], active: false });
      const answers = await Promise.all([step(one, boss), step(two as typeof one, other)]);
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
      expect(answers.find(({ ok }) => !ok)).toMatchObject({ error: { status: 409 } });
      expect(await admins()).toHaveLength(1);
    });

    it("waits for the other at the commit, however long both have known", async () => {
      const steps = [boss, other].map((each) => ({ ...each, gone: Promise.withResolvers<void>() }));
      const both = steps.map(({ id, gone }) =>
        transaction({ tier: "admin", userId: id }, async (tx) => {
          await tx.execute(sql`delete from user_roles where user_id = ${id}`);
          gone.resolve();
          await Promise.all(steps.map((step) => step.gone.promise));
        }),
      );
      const ends = await Promise.allSettled(both);
      expect(ends.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
      expect(await admins()).toHaveLength(1);
    });
  });
});
