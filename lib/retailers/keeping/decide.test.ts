import { sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { transaction } from "@/db/client";
import { events } from "@/db/schema";
import { hasDatabase, useTestDatabase } from "@/db/testing/database";
import { makeMember, makeRetailer, makeStaff } from "@/db/testing/factories";
import { plansOf } from "@/db/testing/statements";
import type { Tier } from "@/db/tiers";
import type { StaffRole } from "@/lib/web/actor";
import { actingAs } from "@/lib/web/testing/context";
import { retailerByHandle } from "../queries";
import { decideRetailer } from "./operations/decide";
import { listKeptRetailers } from "./operations/read";
import { countPending, selectKept } from "./queries";
import { type Decision, decisions, decisionsFor, type RetailerStatus, retailerStatuses, stepOf } from "./rules/status";

describe.skipIf(!hasDatabase)("what is decided about a shop", () => {
  const { owner, url } = useTestDatabase();
  const people = {} as Record<StaffRole, Awaited<ReturnType<typeof makeStaff>>>;
  const as = (role: StaffRole) => actingAs(people[role]);
  let shop: Awaited<ReturnType<typeof makeRetailer>>;
  let keeper: Awaited<ReturnType<typeof makeMember>>;

  const make = async (status: RetailerStatus) => {
    shop = await makeRetailer(owner(), { status });
    keeper = await makeMember(owner(), shop.id);
  };
  beforeAll(async () => {
    for (const role of ["product_manager", "operator", "supervisor", "admin"] as const)
      people[role] = await makeStaff(owner(), role);
  });
  beforeEach(() => make("pending"));

  const decide = (decision: Decision, from: RetailerStatus, context = as("operator"), reason = "Because it is so") =>
    decideRetailer.safe(context, { id: shop.id, decision, from, reason });
  const statusOf = async () => {
    const { rows } = await owner().execute(
      sql`select status, status_note as note from retailers where id = ${shop.id}`,
    );
    return rows[0] as { status: string; note: string };
  };
  const told = async () => {
    const { rows } = await owner().execute(sql`
      select payload from events where name = 'retailer.decided' and payload ->> 'retailerId' = ${String(shop.id)} order by id`);
    return rows.map((row) => (row as { payload: object }).payload);
  };

  it("lets it into the market, tells every owner, and makes its pages anew", async () => {
    const second = await makeMember(owner(), shop.id);
    await makeMember(owner(), shop.id, "staff");
    expect(await retailerByHandle(shop.handle)).toBeNull();
    const context = as("operator");
    await decideRetailer.call(context, { id: shop.id, decision: "approve", from: "pending" });
    expect(await retailerByHandle(shop.handle)).toMatchObject({ status: "active" });
    expect([...context.expired].sort()).toEqual(["catalog", `retailer:${shop.id}`]);
    const event = (userId: number) => ({ retailerId: shop.id, userId, decision: "approve" });
    expect(await told()).toEqual(expect.arrayContaining([event(keeper.id), event(second.id)]));
    expect(await told()).toHaveLength(2);
  });

  it("refuses and closes with a reason, and takes it back", async () => {
    for (const [decision, from] of [
      ["refuse", "pending"],
      ["suspend", "pending"],
    ] as const)
      for (const reason of ["", "  no "])
        expect(await decide(decision, from, as("admin"), reason)).toMatchObject({
          error: { status: 422, errors: [{ field: "reason" }] },
        });
    expect(await decide("refuse", "pending")).toMatchObject({ ok: true });
    expect(await statusOf()).toEqual({ status: "refused", note: "Because it is so" });
    expect(await decide("apply", "refused", actingAs(keeper))).toMatchObject({ ok: true });
    // Whoever decides again knows why it was refused.
    expect(await statusOf()).toEqual({ status: "pending", note: "Because it is so" });
    const applied = await owner().select().from(events).where(sql`name = 'retailer.applied'`);
    expect(applied.map(({ payload }) => payload)).toContainEqual({ retailerId: shop.id, userId: keeper.id });
    await decide("approve", "pending");
    await decide("suspend", "active", as("admin"));
    expect(await statusOf()).toEqual({ status: "suspended", note: "Because it is so" });
    expect(await retailerByHandle(shop.handle)).toBeNull();
    await decide("reopen", "suspended");
    expect(await statusOf()).toEqual({ status: "active", note: "" });
    expect((await told()).map((each) => (each as { decision: string }).decision)).toEqual([
      "refuse",
      "approve",
      "suspend",
      "reopen",
    ]);
  });

  it("is paused by its owner, who is told nothing, and goes on", async () => {
    await make("active");
    expect(await decide("pause", "active", actingAs(keeper))).toMatchObject({ ok: true });
    expect(await retailerByHandle(shop.handle)).toMatchObject({ status: "paused" });
    expect(await decide("resume", "paused", actingAs(keeper))).toMatchObject({ ok: true });
    expect(await statusOf()).toMatchObject({ status: "active" });
    expect(await told()).toEqual([]);
  });

  const every = retailerStatuses.flatMap((from) => decisions.map((decision) => ({ from, decision })));
  it.each(every)(
    "$decision a shop that is $from: as the table says, for owners and for staff",
    async ({ from, decision }) => {
      const { by, to, from: starts } = stepOf(decision);
      for (const side of ["owner", "staff"] as const) {
        await make(from);
        const answer = await decide(decision, from, side === "owner" ? actingAs(keeper) : as("operator"));
        const fits = by === side && starts.includes(from);
        expect(answer.ok).toBe(fits);
        if (!answer.ok) expect(answer.error.status).toBe(by === side ? 409 : 403);
        expect(decisionsFor(from, side).includes(decision)).toBe(fits);
        expect((await statusOf()).status).toBe(fits ? to : from);
      }
    },
  );

  it("is told to whoever comes second", async () => {
    const answers = await Promise.all([decide("approve", "pending"), decide("refuse", "pending", as("admin"))]);
    const refused = answers.find(({ ok }) => !ok);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(refused).toMatchObject({ error: { status: 409, message: expect.stringMatching(/“(Open|Refused)”/) } });
  });

  it("is not done to another status than the one that was seen", async () => {
    await make("active");
    await decide("pause", "active", actingAs(keeper));
    expect(await decide("suspend", "active")).toMatchObject({ error: { status: 409, data: { status: "paused" } } });
    expect(await decide("suspend", "paused")).toMatchObject({ ok: true });
  });

  it("is nobody else's", async () => {
    const helper = await makeMember(owner(), shop.id, "staff");
    const stranger = await makeMember(owner(), (await makeRetailer(owner())).id);
    for (const [context, status] of [
      [actingAs(helper), 403],
      [actingAs(stranger), 404],
      [as("supervisor"), 403],
      [as("product_manager"), 403],
    ] as const)
      for (const decision of ["approve", "pause"] as const)
        expect(await decide(decision, "pending", context)).toMatchObject({ error: { status } });
    expect(await decide("approve", "pending", actingAs(keeper))).toMatchObject({ error: { status: 403 } });
    expect((await statusOf()).status).toBe("pending");
  });

  it("holds by plain SQL, too", async () => {
    const by = async (tier: Tier, userId: number, statement: string): Promise<number | string> => {
      try {
        return (await transaction({ tier, userId }, (tx) => tx.execute(sql.raw(statement)))).rowCount ?? 0;
      } catch (error) {
        return (error as { cause?: { code?: string } }).cause?.code ?? String(error);
      }
    };
    const set = (status: string) => `update retailers set status = '${status}' where id = ${shop.id}`;
    const helper = await makeMember(owner(), shop.id, "staff");
    expect(await by("retailer", keeper.id, set("active"))).toBe("42501");
    expect(await by("retailer", keeper.id, `update retailers set status_note = '' where id = ${shop.id}`)).toBe(
      "42501",
    );
    expect(await by("retailer", helper.id, `update retailers set name = 'x' where id = ${shop.id}`)).toBe(0);
    expect(await by("staff", people.product_manager.id, set("active"))).toBe(0);
    expect(await by("supervisor", people.supervisor.id, set("active"))).toBe("42501");
    expect(
      await by(
        "retailer",
        helper.id,
        `insert into hours_exceptions (retailer_id, day) values (${shop.id}, '2030-01-01')`,
      ),
    ).toBe("42501");
    expect(await by("staff", people.operator.id, set("refused"))).toBe(1);
    expect(await by("retailer", keeper.id, set("active"))).toBe("42501");
    expect(await by("retailer", keeper.id, set("pending"))).toBe(1);
  });

  describe("in the list of all", () => {
    beforeAll(async () => {
      await owner().execute(sql`delete from retailers`);
      const rows = [
        ["Zaatar", "active", "Berlin", "Spices"],
        ["apothecary", "refused", "Bern", "Herbs"],
        ["Öl & Essig", "pending", "Berlin", "Oil"],
        ["Brot", "pending", "Wien", "Bread"],
        ["50% off_", "suspended", "Köln", "Spices"],
      ] as const;
      for (const [name, status, city, trade] of rows) await makeRetailer(owner(), { name, status, city, trade });
    });
    // The shop of the test itself is one more.
    beforeEach(() => owner().execute(sql`delete from retailers where id = ${shop.id}`));

    const names = async (input: object = {}) =>
      (await listKeptRetailers.call(as("supervisor"), input)).items.map(({ name }) => name);

    it("stand those that wait first, with their number", async () => {
      expect((await names()).slice(0, 2).sort()).toEqual(["Brot", "Öl & Essig"]);
      expect((await names()).slice(2)).toEqual(["50% off_", "apothecary", "Zaatar"]);
      expect((await listKeptRetailers.call(as("product_manager"), {})).page.pending).toBe(2);
    });

    it("is narrowed by status, name, city and trade", async () => {
      expect(await names({ status: "refused" })).toEqual(["apothecary"]);
      expect(await names({ q: "ZA" })).toEqual(["Zaatar"]);
      expect(await names({ q: "öl" })).toEqual(["Öl & Essig"]);
      expect(await names({ q: "%" })).toEqual(["50% off_"]);
      expect((await names({ city: "ber" })).sort()).toEqual(["Zaatar", "apothecary", "Öl & Essig"].sort());
      expect(await names({ city: "ber", status: "active" })).toEqual(["Zaatar"]);
      expect(await names({ trade: "spic" })).toEqual(["50% off_", "Zaatar"]);
      expect(await names({ city: "lin" })).toEqual([]);
    });

    it.each([{}, { status: "pending" }])("pages without losing or repeating any: %j", async (filter) => {
      const seen: string[] = [];
      let after: string | null = null;
      do {
        const page: Awaited<ReturnType<typeof listKeptRetailers.call>> = await listKeptRetailers.call(as("admin"), {
          ...(filter as object),
          pageSize: 1,
          ...(after && { after }),
        });
        seen.push(...page.items.map(({ name }) => name));
        after = page.page.next;
      } while (after);
      expect(seen).toEqual(await names(filter));
    });

    it("is read by the market's staff alone", async () => {
      const member = await makeMember(owner(), (await makeRetailer(owner())).id);
      expect(await listKeptRetailers.safe(actingAs(member), {})).toMatchObject({ error: { status: 403 } });
    });

    it.each([
      [{}, "retailers_listed"],
      [{ status: "pending" as const }, "retailers_by_status"],
    ])("reads no more than a page: %j", async (filter, index) => {
      const after = Buffer.from(JSON.stringify(["1m", 7])).toString("base64url");
      const plans = await plansOf(url(), async (tx) => {
        await selectKept(tx, filter, { after, limit: 51 });
        await countPending(tx, 100);
      });
      expect(plans[0]).toContain(index);
      expect(plans.join("\n")).not.toMatch(/Seq Scan|Sort/);
    });
  });
});
