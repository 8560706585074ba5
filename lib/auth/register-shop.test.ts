import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { hasDatabase, useTestDatabase } from "@/db/testing/database";
import { makeUser } from "@/db/testing/factories";
import { stranger } from "@/lib/web/testing/context";
import { verifyCode } from "./sign-in";
import { askToRegister, eventsOf, shopApplication as shop } from "./testing/registering";

describe.skipIf(!hasDatabase)("registering with a shop", () => {
  const { owner } = useTestDatabase();
  let number = 0;
  let email: string;

  beforeEach(() => {
    number += 1;
    email = `new-${number}@example.com`;
  });

  const rowsOf = async <T extends Record<string, unknown>>(statement: ReturnType<typeof sql>) =>
    (await owner().execute<T>(statement)).rows;
  const ask = (input: Record<string, unknown>, to: string) => askToRegister(owner(), input, to);
  const shopsOf = (userId: number) =>
    rowsOf(sql`
      select r.handle, r.name, r.trade, r.status, r.email, r.phone, r.address_line as line, r.latitude, r.longitude, r.timezone, m.role
      from retailers r join retailer_members m on m.retailer_id = r.id where m.user_id = ${userId} order by r.id`);

  it("makes it pending, with its owner, when the code is right and not before", async () => {
    const named = { ...shop, name: "Teehaus Sonne", timezone: "Asia/Kolkata" };
    const asked = await ask({ name: "Ada", email, shop: named }, email);
    expect(await rowsOf(sql`select * from retailers where name = 'Teehaus Sonne'`)).toEqual([]);
    const { user } = await verifyCode.call(stranger(), asked);
    expect(await shopsOf(user.id)).toEqual([
      {
        ...{ handle: "teehaus-sonne", name: "Teehaus Sonne", trade: "Coffee", status: "pending", role: "owner" },
        ...{
          email: "shop@example.com",
          phone: "+49301234567",
          line: "Marktstraße 1",
          latitude: 52.53,
          longitude: 13.38,
        },
        timezone: new Intl.DateTimeFormat("en", { timeZone: "Asia/Kolkata" }).resolvedOptions().timeZone,
      },
    ]);
    const [created, applied] = await eventsOf(owner(), user.id);
    expect([created?.name, applied?.name]).toEqual(["account.created", "retailer.applied"]);
  });

  it("makes it for somebody who is known as well, once", async () => {
    const { id } = await makeUser(owner(), { email, name: "Known" });
    for (const name of ["Second Shop", "second shop", "Third Shop"]) {
      await verifyCode.call(stranger(), await ask({ name: "Ada", email, shop: { ...shop, name } }, email));
    }
    expect((await shopsOf(id)).map(({ name }) => name)).toEqual(["Second Shop", "Third Shop"]);
    expect((await eventsOf(owner(), id)).filter(({ name }) => name === "retailer.applied")).toHaveLength(2);
  });

  it("makes none for an account that was closed", async () => {
    await makeUser(owner(), { email, active: false });
    const asked = await ask({ name: "Ada", email, shop: { ...shop, name: "Closed Shop" } }, email);
    expect(await verifyCode.safe(stranger(), asked)).toMatchObject({ ok: false, error: { code: "wrong_code" } });
    expect(await rowsOf(sql`select * from retailers where name = 'Closed Shop'`)).toEqual([]);
  });

  it("gives each of many of one name a handle of its own, also at once", async () => {
    const many = [];
    for (let index = 0; index < 12; index++) {
      const to = `many-${index}-${email}`;
      many.push(
        await ask({ name: "Ada", email: to, shop: { ...shop, name: index % 2 ? "خانهٔ چای" : "Tea & Co" } }, to),
      );
    }
    const answers = await Promise.all(many.map((asked) => verifyCode.safe(stranger(), asked)));
    expect(answers.filter(({ ok }) => !ok)).toEqual([]);
    const rows = await rowsOf<{ handle: string }>(
      sql`select handle from retailers where name in ('خانهٔ چای', 'Tea & Co') order by handle`,
    );
    const numbers = ["", "-2", "-3", "-4", "-5", "-6"];
    const expected = ["shop", "tea-co"].flatMap((base) => numbers.map((each) => base + each));
    expect(rows.map(({ handle }) => handle)).toEqual(expected);
  });

  it.each([
    ["as its country writes it", { country: "NL", postcode: "3024ec" }, "3024 EC"],
    ["none where there are none", { country: "AE", postcode: "00000" }, ""],
    ["none where nobody asks for one", { country: "IE", postcode: undefined }, ""],
  ])("keeps of its postcode %s", async (_, place, kept) => {
    const named = { ...shop, ...place, name: `Place ${number}` };
    const { user } = await verifyCode.call(stranger(), await ask({ name: "Ada", email, shop: named }, email));
    const rows = await rowsOf(sql`
      select r.postcode from retailers r join retailer_members m on m.retailer_id = r.id where m.user_id = ${user.id}`);
    expect(rows).toEqual([{ postcode: kept }]);
  });
});
