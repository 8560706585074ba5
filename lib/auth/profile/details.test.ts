import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { credentials, retailerMembers, twoFactors, userRoles, users } from "@/db/schema";
import { hasDatabase, useTestDatabase } from "@/db/testing/database";
import { makeRetailer, makeUser } from "@/db/testing/factories";
import { cookieSet, signedIn, stranger } from "@/lib/web/testing/context";
import { nameCookie } from "../cookies";
import { readProfile, updateProfile } from "./details";

describe.skipIf(!hasDatabase)("a profile", () => {
  const { owner } = useTestDatabase();
  let person: Awaited<ReturnType<typeof makeUser>>;

  beforeEach(async () => {
    person = await makeUser(owner());
  });

  it("of a new account holds little", async () => {
    expect(await readProfile.call(signedIn(person), {})).toEqual({
      user: { id: person.id, name: person.name, email: person.email, phone: null, roles: [] },
      locale: null,
      contact: { email: { address: person.email, confirmed: false }, phone: null, unconfirmed: null },
      hasPassword: false,
      hasSecondFactor: false,
      shops: [],
      createdAt: person.createdAt.toISOString(),
    });
  });

  it("tells how the account is protected, its shops wherever they stand, and its roles; never a secret", async () => {
    const [active, pending] = [
      await makeRetailer(owner(), { name: "Bakery" }),
      await makeRetailer(owner(), { name: "Zebra", status: "pending" }),
    ];
    const foreign = await makeRetailer(owner());
    const other = await makeUser(owner());
    await owner()
      .insert(retailerMembers)
      .values([
        { retailerId: pending.id, userId: person.id, role: "owner" },
        { retailerId: active.id, userId: person.id, role: "staff" },
        { retailerId: foreign.id, userId: other.id, role: "owner" },
      ]);
    await owner().insert(userRoles).values({ userId: person.id, role: "operator" });
    await owner().insert(credentials).values({ userId: person.id, passwordHash: "$argon2id$secret" });
    await owner().insert(twoFactors).values({ userId: person.id, secret: "totp-secret", confirmedAt: new Date() });
    await owner()
      .update(users)
      .set({ phone: "+4915123456789", phoneConfirmedAt: new Date(), unconfirmed: "b@example.com" })
      .where(eq(users.id, person.id));
    const profile = await readProfile.call(signedIn(person), {});
    expect(profile).toMatchObject({
      user: { roles: ["operator"], phone: "+4915123456789" },
      contact: { phone: { address: "+4915123456789", confirmed: true }, unconfirmed: "b@example.com" },
      hasPassword: true,
      hasSecondFactor: true,
      shops: [
        { handle: active.handle, name: "Bakery", status: "active", role: "staff" },
        { handle: pending.handle, name: "Zebra", status: "pending", role: "owner" },
      ],
    });
    expect(JSON.stringify(profile)).not.toContain("secret");
  });

  it("has no second factor while one is being set up", async () => {
    await owner().insert(twoFactors).values({ userId: person.id, secret: "totp-secret" });
    expect(await readProfile.call(signedIn(person), {})).toMatchObject({ hasSecondFactor: false });
  });

  it("is for whoever is signed in", async () => {
    expect(await readProfile.safe(stranger(), {})).toMatchObject({ ok: false, error: { status: 401 } });
    expect(await updateProfile.safe(stranger(), { name: "Eve" })).toMatchObject({ ok: false, error: { status: 401 } });
  });

  it("takes another name, and the browser greets by it", async () => {
    const context = signedIn(person);
    expect(await updateProfile.call(context, { name: "  سارا احمدی " })).toEqual({ name: "سارا احمدی", locale: null });
    expect(cookieSet(context, nameCookie)).toBe("سارا احمدی");
    expect(await updateProfile.call(signedIn(person), { locale: "en" })).toEqual({ name: "سارا احمدی", locale: "en" });
    expect(await updateProfile.call(signedIn(person), {})).toEqual({ name: "سارا احمدی", locale: "en" });
  });

  it.each([
    ["no name", { name: " " }, "name"],
    ["a line break in a name", { name: "Ada\r\nBcc: eve@example.com" }, "name"],
    ["HTML in a name", { name: "<script>alert(1)</script>" }, "name"],
    ["a language that nobody speaks here", { name: "Ada", locale: "tlh" }, "locale"],
  ])("refuses %s", async (_, input, field) => {
    const answer = await updateProfile.safe(signedIn(person), input);
    expect(answer).toMatchObject({ ok: false, error: { status: 422, errors: [{ field }] } });
    const [row] = await owner().select().from(users).where(eq(users.id, person.id));
    expect(row).toEqual(person);
  });

  it("does not take what is not its own to change, nor anybody else's name", async () => {
    const other = await makeUser(owner(), { name: "Other" });
    const stolen = { name: "Ada", id: other.id, email: "stolen@example.com", roles: ["admin"], active: false };
    await updateProfile.call(signedIn(person), stolen);
    const rows = await owner().select().from(users);
    expect(rows.find(({ id }) => id === person.id)).toEqual({ ...person, name: "Ada", nameKey: "ada" });
    expect(rows.find(({ id }) => id === other.id)).toEqual(other);
    expect(await owner().select().from(userRoles).where(eq(userRoles.userId, person.id))).toEqual([]);
  });
});
