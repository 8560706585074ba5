import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { hasDatabase, useTestDatabase } from "@/db/testing/database";
import { forgetSends } from "@/lib/accounts/testing/codes";
import { stranger } from "@/lib/web/testing/context";
import { register } from "./register";
import { verifyCode } from "./sign-in";
import { askToRegister, everythingKept, shopApplication as shop } from "./testing/registering";

describe.skipIf(!hasDatabase)("registering", () => {
  const { owner } = useTestDatabase();
  const email = "new@example.com";

  beforeEach(() => forgetSends(owner()));

  it("takes no right, no state and no id from what is sent along", async () => {
    const more = {
      ...{ id: 1, role: "admin", roles: ["admin"], active: false, sessionVersion: 9, emailConfirmedAt: "2020-01-01" },
      ...{ mustChange: true, status: "active", userId: 1, unconfirmed: "x", deletedAt: "2020-01-01", isAdmin: true },
    };
    const asked = await askToRegister(
      owner(),
      { name: "Ada", email, ...more, shop: { ...shop, ...more, handle: "mine", userId: 1 } },
      email,
    );
    const { user } = await verifyCode.call(stranger(), { ...asked, ...more } as never);
    expect(user.roles).toEqual([]);
    expect(
      (
        await owner().execute(sql`
        select u.active, u.session_version as version, u.unconfirmed, u.deleted_at as deleted, r.status, r.handle,
          (select count(*)::int from user_roles) as roles
        from users u join retailer_members m on m.user_id = u.id join retailers r on r.id = m.retailer_id where u.id = ${user.id}`)
      ).rows,
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
    ["a place in words", { shop: { ...shop, latitude: "north" } }, "shop.latitude"],
    ["a time zone that is none", { shop: { ...shop, timezone: "Mars/Olympus" } }, "shop.timezone"],
    ["an offset as time zone", { shop: { ...shop, timezone: "+01:00" } }, "shop.timezone"],
    ["a country in words", { shop: { ...shop, country: "Germany" } }, "shop.country"],
    ["a shop without a city", { shop: { ...shop, city: " " } }, "shop.city"],
    ["a shop that is none", { shop: "Teehaus" }, "shop"],
  ])("refuses %s and changes nothing", async (_, over, field) => {
    const before = await everythingKept(owner());
    const context = stranger();
    const answer = await register.safe(context, { name: "Ada Example", email, ...over });
    expect(answer).toMatchObject({ ok: false, error: { status: 422, errors: [{ field }] } });
    expect(context.cookies).toEqual([]);
    expect(await everythingKept(owner())).toEqual(before);
  });

  it.each<[string, Record<string, unknown>, Record<string, string>]>([
    [
      "a blank name, an address and a number that are none, and a common password",
      { name: " ", email: "ada at home", phone: "12", password: "password1" },
      { name: "too_small", email: "email", phone: "phone", password: "common" },
    ],
    [
      "no name, and neither address nor number",
      { name: undefined, email: undefined },
      { name: "invalid_type", email: "identifier" },
    ],
    [
      "fields that are no text, and a password of the words that are",
      {
        name: 42,
        email: ["x"],
        phone: {},
        password: "Cafe-Zurich 1",
        shop: { ...shop, name: "Cafe Zurich 1", city: "" },
      },
      { name: "invalid_type", email: "invalid_type", phone: "invalid_type", password: "own", "shop.city": "too_small" },
    ],
    [
      "everything of a shop",
      {
        email: "nowhere",
        shop: { ...shop, name: "", email: "x@", phone: "1", postcode: "1011", latitude: 91, timezone: "Mars/Olympus" },
      },
      {
        email: "email",
        "shop.name": "too_small",
        "shop.email": "email",
        "shop.phone": "phone",
        "shop.postcode": "postcode",
        "shop.latitude": "custom",
        "shop.timezone": "custom",
      },
    ],
  ])("tells all at once of %s", async (_, over, told) => {
    const before = await everythingKept(owner());
    const answer = await register.safe(stranger(), { name: "Ada Example", email, ...over });
    const errors = answer.ok ? [] : answer.error.errors;
    expect(Object.fromEntries(errors.map(({ field, code }) => [field, code]))).toEqual(told);
    expect(errors, "one for each field").toHaveLength(Object.keys(told).length);
    expect(await everythingKept(owner())).toEqual(before);
  });
});
