import { eq, sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { events, retailers } from "@/db/schema";
import { hasDatabase, useTestDatabase } from "@/db/testing/database";
import { makeMember, makeRetailer, makeStaff, makeUser } from "@/db/testing/factories";
import { somebodyWaits } from "@/db/testing/waiting";
import type { StaffRole } from "@/lib/web/actor";
import { actingAs, signedIn } from "@/lib/web/testing/context";
import { editRetailer } from "./operations/edit";
import { readKeptRetailer } from "./operations/read";

type Member = Awaited<ReturnType<typeof makeMember>>;

describe.skipIf(!hasDatabase)("the settings of a shop", () => {
  const { owner } = useTestDatabase();
  const people = {} as Record<StaffRole, Awaited<ReturnType<typeof makeStaff>>>;
  const as = (role: StaffRole) => actingAs(people[role]);
  let shop: Awaited<ReturnType<typeof makeRetailer>>;
  let keeper: Member;
  let helper: Member;
  let stranger: Member;

  beforeAll(async () => {
    for (const role of ["product_manager", "operator", "supervisor", "admin"] as const)
      people[role] = await makeStaff(owner(), role);
  });

  beforeEach(async () => {
    const place = { addressLine: "Marktstraße 1", postcode: "10115", city: "Berlin", trade: "Tea" };
    shop = await makeRetailer(owner(), { ...place, latitude: 52.5, longitude: 13.4 });
    keeper = await makeMember(owner(), shop.id);
    helper = await makeMember(owner(), shop.id, "staff");
    stranger = await makeMember(owner(), (await makeRetailer(owner())).id);
  });

  const read = () => readKeptRetailer.call(actingAs(keeper), { id: shop.id });
  const edit = (input: object, context = actingAs(keeper)) => editRetailer.safe(context, { id: shop.id, ...input });

  it("are saved, cleaned, and told to whoever shows them", async () => {
    const context = actingAs(keeper);
    const saved = await editRetailer.call(context, {
      id: shop.id,
      name: "Teehaus",
      description: 'Tea.\n\nAnd <b>cups</b><script>alert(1)</script><a href="javascript:x">!</a>',
      deliveryFee: 700,
      freeAbove: null,
      deliveryRadius: 2500,
      latitude: "52°31′1.3″N",
      longitude: "13,38886",
      postcode: "۱۰۱۱۷",
      phone: null,
    });
    expect(saved.meanwhile).toEqual([]);
    expect(saved.retailer).toMatchObject({
      name: "Teehaus",
      deliveryFee: 700,
      deliveryRadius: 2500,
      latitude: 52.517028,
      longitude: 13.38886,
      postcode: "10117",
      city: "Berlin",
    });
    expect(saved.retailer.description).toContain("<b>cups</b>");
    expect(saved.retailer.description).not.toMatch(/script|href/);
    expect([...context.expired].sort()).toEqual(["catalog", `retailer:${shop.id}`]);
    const told = await owner().select().from(events).where(eq(events.name, "retailer.changed"));
    expect(told.map(({ payload }) => payload)).toContainEqual({ retailerId: shop.id });
  });

  it.each([
    [{ name: "<b>" }, "name"],
    [{ tagline: "a\nb" }, "tagline"],
    [{ trade: " " }, "trade"],
    [{ hue: 360 }, "hue"],
    [{ email: "x@" }, "email"],
    [{ phone: "12" }, "phone"],
    [{ postcode: "1011" }, "postcode"],
    [{ country: "DE", postcode: "" }, "postcode"],
    [{ country: "GB" }, "postcode"],
    [{ country: "ZZ" }, "country"],
    [{ latitude: 91 }, "latitude"],
    [{ latitude: "52 E" }, "latitude"],
    [{ longitude: "" }, "longitude"],
    [{ timezone: "Mars/Olympus" }, "timezone"],
    [{ delivers: false, picksUp: false }, "picksUp"],
    [{ deliveryRadius: 0 }, "deliveryRadius"],
    [{ deliveryRadius: 1.5 }, "deliveryRadius"],
    [{ minimumOrder: -1 }, "minimumOrder"],
    [{ deliveryFee: "five" }, "deliveryFee"],
    [{ freeAbove: 1.5 }, "freeAbove"],
    [{ lowStock: 10_001 }, "lowStock"],
  ])("are refused at their field: %j", async (input, field) => {
    const before = await read();
    expect(await edit(input)).toMatchObject({ ok: false, error: { status: 422, errors: [{ field }] } });
    expect(await read()).toEqual(before);
  });

  it("hand over one way at least, whichever half of it is changed", async () => {
    await edit({ picksUp: false });
    expect(await edit({ delivers: false })).toMatchObject({ error: { status: 422, errors: [{ field: "picksUp" }] } });
    expect(await read()).toMatchObject({ delivers: true, picksUp: false });
  });

  it("tell the second of two what the first changed, and lose nothing", async () => {
    const { name, deliveryFee, tagline } = await read();
    const base = { name, deliveryFee, tagline };
    await edit({ deliveryFee: 600, base }, as("operator"));
    const other = await edit({ name: "Anew", deliveryFee, base });
    expect(other).toMatchObject({
      ok: true,
      data: {
        retailer: { name: "Anew", deliveryFee: 600 },
        meanwhile: [{ field: "deliveryFee", was: 500, now: 600 }],
      },
    });
    const clash = await edit({ name: "Another", tagline: "Hi", base }, as("admin"));
    expect(clash).toMatchObject({
      ok: false,
      error: {
        status: 409,
        code: "changed",
        data: { conflicts: [{ field: "name", was: name, now: "Anew", yours: "Another" }] },
      },
    });
    expect(await read()).toMatchObject({ name: "Anew", tagline: "" });
    const decided = await edit({ name: "Another", base: { ...base, name: "Anew" } }, as("admin"));
    expect(decided).toMatchObject({ ok: true, data: { retailer: { name: "Another" } } });
  });

  it("written at once by two: the second waits, and is told", async () => {
    const base = { deliveryFee: 500 };
    let second: ReturnType<typeof edit> | undefined;
    await owner().transaction(async (first) => {
      await first.update(retailers).set({ deliveryFee: 600 }).where(eq(retailers.id, shop.id));
      second = edit({ deliveryFee: 700, base });
      await somebodyWaits(owner());
    });
    expect(await second).toMatchObject({ ok: false, error: { code: "changed" } });
    expect(await read()).toMatchObject({ deliveryFee: 600 });
  });

  it("are read by those who work there and by staff, and are nothing to anybody else", async () => {
    for (const context of [
      actingAs(keeper),
      actingAs(helper),
      ...(["admin", "operator", "supervisor", "product_manager"] as const).map(as),
    ])
      expect(await readKeptRetailer.call(context, { id: shop.id })).toMatchObject({ handle: shop.handle, lowStock: 5 });
    expect(await readKeptRetailer.safe(actingAs(stranger), { id: shop.id })).toMatchObject({ error: { status: 404 } });
    expect(await readKeptRetailer.safe(as("admin"), { id: 999_999 })).toMatchObject({ error: { status: 404 } });
    const shopper = signedIn(await makeUser(owner()));
    expect(await readKeptRetailer.safe(shopper, { id: shop.id })).toMatchObject({ error: { status: 403 } });
  });

  it("are changed by owners and by those who keep all shops, and by nobody else", async () => {
    for (const [index, context] of [actingAs(keeper), as("operator"), as("admin")].entries())
      expect(await edit({ lowStock: index + 1 }, context)).toMatchObject({ ok: true });
    for (const context of [actingAs(helper), as("supervisor"), as("product_manager")])
      expect(await edit({ lowStock: 9 }, context)).toMatchObject({ error: { status: 403 } });
    expect(await edit({ lowStock: 9 }, actingAs(stranger))).toMatchObject({ error: { status: 404 } });
    // Owner of one shop, staff of another.
    const both = actingAs({ ...stranger, shops: [...stranger.shops, shop.id] });
    expect(await edit({ lowStock: 9 }, both)).toMatchObject({ error: { status: 403 } });
    expect(await read()).toMatchObject({ lowStock: 3 });
  });

  it("keep what the market decides from whoever sends it along", async () => {
    await edit({ status: "suspended", statusNote: "x", handle: "mine", name: "Fine" });
    const [row] = await owner().select().from(retailers).where(eq(retailers.id, shop.id));
    expect(row).toMatchObject({ status: "active", statusNote: "", handle: shop.handle, name: "Fine" });
  });

  it("stand in the audit with who changed them", async () => {
    await edit({ deliveryFee: 900 });
    const { rows } = await owner().execute(sql`
      select user_id, before ->> 'delivery_fee' as was, after ->> 'delivery_fee' as now from audit_log
      where relation = 'retailers' and action = 'update' and record = ${String(shop.id)}`);
    expect(rows).toEqual([{ user_id: keeper.id, was: "500", now: "900" }]);
  });
});
