import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { hasDatabase, useTestDatabase } from "@/db/testing/database";
import { makeProduct, makeRetailer } from "@/db/testing/factories";
import { askForCode, forgetSends } from "@/lib/accounts/testing/codes";
import { readCart } from "@/lib/cart/operations";
import { saveCart } from "@/lib/cart/saved";
import { listOrders } from "@/lib/orders/operations/read";
import { nobody } from "@/lib/web/actor";
import { cookieSet, signedIn, stranger } from "@/lib/web/testing/context";
import { login } from "../login";
import { refresh, signOut, verifyCode } from "../sign-in";
import { bearer } from "../testing/bearer";
import { loginPassword, makeLogin } from "../testing/login-account";
import { readProfile } from "./details";
import { changePassword } from "./password";
import { endOtherSessions, listSessions } from "./sessions";

const current = loginPassword;
const password = "coffee for one, please";

describe.skipIf(!hasDatabase)("changing the password", () => {
  const { owner } = useTestDatabase();
  let number = 0;
  let email: string;
  let id: number;

  beforeEach(async () => {
    number += 1;
    email = `change-${number}@example.com`;
    await forgetSends(owner());
    ({ id } = await makeLogin(owner(), { email, name: "Sara Example" }));
  });

  const enter = (typed = current) => login.call(stranger(), { identifier: email, password: typed });
  const told = async () => {
    const { rows } = await owner().execute(
      sql`select payload from events where name = 'account.passwordChanged' and (payload->>'userId')::int = ${id}`,
    );
    return rows.map(({ payload }) => payload);
  };

  it("takes the current one, ends every other session and leaves this one", async () => {
    const here = await enter();
    const there = await enter();
    expect(await changePassword.call(bearer(here.accessToken), { current, password })).toEqual({
      ended: 1,
      cartChanged: 0,
    });
    expect(await bearer(here.accessToken).actor()).toMatchObject({ userId: id });
    expect(await bearer(there.accessToken).actor()).toEqual(nobody);
    expect(await refresh.safe(stranger(), { refreshToken: there.refreshToken })).toMatchObject({ ok: false });
    expect(await refresh.safe(stranger(), { refreshToken: here.refreshToken })).toMatchObject({ ok: true });
    expect(await login.safe(stranger(), { identifier: email, password: current })).toMatchObject({ ok: false });
    await enter(password);
    expect(await told()).toEqual([{ userId: id, by: "change" }]);
  });

  it("sets the first one without any, once", async () => {
    await owner().execute(sql`delete from credentials where user_id = ${id}`);
    const { accessToken } = await verifyCode.call(stranger(), await askForCode(owner(), email));
    const answers = await Promise.all(
      Array.from({ length: 5 }, (_, index) =>
        changePassword.safe(bearer(accessToken), { password: `${password} ${index}` }),
      ),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    for (const answer of answers) {
      if (!answer.ok) expect(["conflict", "invalid"]).toContain(answer.error.code);
    }
    expect(await told()).toHaveLength(1);
  });

  it("changes it once when it is sent in many ways at once", async () => {
    const { accessToken } = await enter();
    const answers = await Promise.all(
      Array.from({ length: 5 }, (_, index) =>
        changePassword.safe(bearer(accessToken), { current, password: `${password} ${index}` }),
      ),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ["no current one", { current: undefined }, "current"],
    ["a wrong current one", { current: "not this one" }, "current"],
    ["the one it is", { password: current }, "password"],
    ["a short one", { password: "seven77" }, "password"],
    ["a common one", { password: "qwertyuiop" }, "password"],
    ["one's own name", { password: "sara example" }, "password"],
    ["a list", { password: ["coffee for one, please"] }, "password"],
  ])("refuses %s and changes nothing", async (_, over, field) => {
    const { accessToken } = await enter();
    const answer = await changePassword.safe(bearer(accessToken), { current, password, ...over });
    expect(answer).toMatchObject({ ok: false, error: { status: 422, errors: [{ field }] } });
    expect(await told()).toEqual([]);
    await enter();
  });

  it("lets the current one be guessed ten times", async () => {
    const guess = { current: "not this one", password };
    const answers = await Promise.all(Array.from({ length: 12 }, () => changePassword.safe(signedIn({ id }), guess)));
    expect(answers.filter((answer) => !answer.ok && answer.error.code === "rate_limited")).toHaveLength(2);
    expect(await changePassword.safe(signedIn({ id }), { current, password })).toMatchObject({
      error: { status: 429 },
    });
  });

  it("is for nobody who is not signed in", async () => {
    expect(await changePassword.safe(stranger(), { password })).toMatchObject({ error: { code: "unauthenticated" } });
  });

  describe("that staff made", () => {
    beforeEach(() => owner().execute(sql`update credentials set must_change = true where user_id = ${id}`));

    it("is all that its session may do", async () => {
      const { accessToken, refreshToken, mustChangePassword } = await enter();
      expect(mustChangePassword).toBe(true);
      const refused = { ok: false, error: { code: "must_change_password", status: 403 } };
      for (const each of [readProfile, listSessions, endOtherSessions, listOrders]) {
        expect(await each.safe(bearer(accessToken), {}), each.name).toMatchObject(refused);
      }
      const next = await refresh.call(stranger(), { refreshToken });
      expect(next.mustChangePassword).toBe(true);
      expect(await readProfile.safe(bearer(next.accessToken), {})).toMatchObject(refused);
      const actor = await bearer(accessToken).actor();
      expect(actor, "no rule sees anybody").toMatchObject({ userId: null, name: "", roles: [], shops: [] });
    });

    it("leaves the cart of the browser and that of the account apart until then", async () => {
      const shop = await makeRetailer(owner());
      const [mug, tray] = await Promise.all([makeProduct(owner(), shop.id), makeProduct(owner(), shop.id)]);
      await saveCart(owner(), id, [{ variantId: mug.variant.id, quantity: 2 }]);
      const browser = `${tray.variant.id}x1`;
      const context = stranger();
      const { accessToken, cartChanged } = await login.call(context, {
        identifier: email,
        password: current,
        cart: browser,
      });
      expect([cartChanged, cookieSet(context, "cart")]).toEqual([0, undefined]);
      expect((await readCart.call(bearer(accessToken), { cart: browser })).count).toBe(1);
      const changing = bearer(accessToken);
      const changed = await changePassword.call(changing, { current, password, cart: browser });
      expect(changed).toEqual({ ended: 0, cartChanged: 1 });
      expect(cookieSet(changing, "cart")).toBe(`${tray.variant.id}x1.${mug.variant.id}x2`);
    });

    it("can be changed, to another, and then the session may do all", async () => {
      const staff = await enter();
      const { accessToken } = await enter();
      const same = await changePassword.safe(bearer(accessToken), { current, password: current });
      expect(same).toMatchObject({ ok: false, error: { errors: [{ field: "password", code: "same" }] } });
      await changePassword.call(bearer(accessToken), { current, password });
      expect(await readProfile.safe(bearer(accessToken), {})).toMatchObject({ ok: true });
      expect(await bearer(staff.accessToken).actor(), "whoever else knew it is out").toEqual(nobody);
      expect(await enter(password)).toMatchObject({ mustChangePassword: false });
    });

    it("can be signed out of", async () => {
      const { accessToken } = await enter();
      await signOut.call(bearer(accessToken), {});
      expect(await bearer(accessToken).actor()).toEqual(nobody);
    });

    it("is worth nothing once the address was proven by a code, nor are the sessions that it opened", async () => {
      const staff = await enter();
      const { accessToken, mustChangePassword } = await verifyCode.call(stranger(), await askForCode(owner(), email));
      expect(mustChangePassword).toBe(false);
      expect(await readProfile.safe(bearer(accessToken), {})).toMatchObject({ ok: true });
      expect(await bearer(staff.accessToken).actor()).toEqual(nobody);
      expect(await login.safe(stranger(), { identifier: email, password: current })).toMatchObject({ ok: false });
      await changePassword.call(bearer(accessToken), { password });
    });

    it("is kept when a code that is right is used by somebody with a password of their own", async () => {
      await owner().execute(sql`update credentials set must_change = false where user_id = ${id}`);
      const before = await enter();
      await verifyCode.call(stranger(), await askForCode(owner(), email));
      await enter();
      expect(await bearer(before.accessToken).actor()).toMatchObject({ userId: id });
    });
  });
});
