import { beforeAll, describe, expect, it } from "vitest";
import { hasDatabase, useTestDatabase } from "@/db/testing/database";
import { makeMember, makeRetailer, makeStaff, makeUser } from "@/db/testing/factories";
import { readPerson } from "@/lib/accounts/people/operations/read";
import type { StaffRole } from "@/lib/web/actor";
import { actingAs, signedIn } from "@/lib/web/testing/context";
import { listMembers, removeMember, setMember } from "./operations";

describe.skipIf(!hasDatabase)("who works for a shop", () => {
  const { owner } = useTestDatabase();
  const people = {} as Record<StaffRole, Awaited<ReturnType<typeof makeStaff>>>;
  const as = (role: StaffRole) => actingAs(people[role]);
  let shop: Awaited<ReturnType<typeof makeRetailer>>;
  let elsewhere: Awaited<ReturnType<typeof makeRetailer>>;
  let keeper: Awaited<ReturnType<typeof makeMember>>;
  let helper: Awaited<ReturnType<typeof makeMember>>;

  beforeAll(async () => {
    for (const role of ["product_manager", "operator", "supervisor", "admin"] as const)
      people[role] = await makeStaff(owner(), role);
    shop = await makeRetailer(owner());
    elsewhere = await makeRetailer(owner());
    keeper = await makeMember(owner(), shop.id);
    helper = await makeMember(owner(), shop.id, "staff");
  });

  const roleOf = async (id: number) =>
    (await readPerson.call(as("admin"), { id })).shops.map(({ handle, role }) => [handle, role]);

  it("is told to staff and to its owner, and each helper of themselves", async () => {
    const both = [
      { id: keeper.id, name: keeper.name, role: "owner" },
      { id: helper.id, name: helper.name, role: "staff" },
    ];
    for (const context of [as("admin"), as("operator"), as("supervisor"), actingAs(keeper)])
      expect(await listMembers.call(context, { retailer: shop.handle })).toEqual(both);
    expect(await listMembers.call(actingAs(helper), { retailer: shop.handle })).toEqual([both[1]]);
    for (const context of [actingAs(keeper), actingAs(helper)])
      expect(await listMembers.safe(context, { retailer: elsewhere.handle })).toMatchObject({ error: { status: 404 } });
    expect(await listMembers.safe(as("admin"), { retailer: "nowhere" })).toMatchObject({ error: { status: 404 } });
    for (const context of [as("product_manager"), signedIn(await makeUser(owner()))])
      expect(await listMembers.safe(context, { retailer: shop.handle })).toMatchObject({ error: { status: 403 } });
  });

  it.each(["admin", "operator"] as const)("is said by %ss, and said again for another part", async (role) => {
    const { id } = await makeUser(owner());
    await setMember.call(as(role), { id, retailer: shop.handle, role: "staff" });
    await setMember.call(as(role), { id, retailer: elsewhere.handle, role: "owner" });
    await setMember.call(as(role), { id, retailer: shop.handle, role: "owner" });
    expect((await roleOf(id)).sort()).toEqual(
      [
        [elsewhere.handle, "owner"],
        [shop.handle, "owner"],
      ].sort(),
    );
    await removeMember.call(as(role), { id, retailer: shop.handle });
    expect(await roleOf(id)).toEqual([[elsewhere.handle, "owner"]]);
    const again = await removeMember.safe(as(role), { id, retailer: shop.handle });
    expect(again).toMatchObject({ error: { status: 404 } });
    for (const wanted of [
      { id: 999_999, retailer: shop.handle },
      { id, retailer: "nowhere" },
    ])
      expect(await setMember.safe(as(role), { ...wanted, role: "staff" })).toMatchObject({ error: { status: 404 } });
  });

  it("is not said by anybody else", async () => {
    const { id } = await makeUser(owner());
    const wanted = { id, retailer: shop.handle, role: "owner" };
    for (const context of [as("supervisor"), as("product_manager"), actingAs(keeper), actingAs(helper)])
      expect(await setMember.safe(context, wanted)).toMatchObject({ error: { status: 403 } });
    expect(await roleOf(id)).toEqual([]);
  });

  it("lets an owner let staff go, of their own shop alone, and no owner", async () => {
    const second = await makeMember(owner(), shop.id);
    const foreign = await makeMember(owner(), elsewhere.id, "staff");
    const leaving = await makeMember(owner(), shop.id, "staff");
    const go = (id: number, retailer: string) => removeMember.safe(actingAs(keeper), { id, retailer });
    expect(await go(leaving.id, shop.handle)).toMatchObject({ ok: true });
    expect(await go(second.id, shop.handle)).toMatchObject({ error: { status: 404 } });
    expect(await go(foreign.id, elsewhere.handle)).toMatchObject({ error: { status: 404 } });
    expect(await removeMember.safe(actingAs(helper), { id: second.id, retailer: shop.handle })).toMatchObject({
      error: { status: 403 },
    });
    expect(await roleOf(leaving.id)).toEqual([]);
    expect(await roleOf(second.id)).toEqual([[shop.handle, "owner"]]);
    expect(await roleOf(foreign.id)).toEqual([[elsewhere.handle, "staff"]]);
  });
});
