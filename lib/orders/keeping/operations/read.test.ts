import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { transaction } from "@/db/client";
import { orders } from "@/db/schema";
import { hasDatabase, useTestDatabase } from "@/db/testing/database";
import { makeMember, makeRetailer } from "@/db/testing/factories";
import type { Tier } from "@/db/tiers";
import { actingAs } from "@/lib/web/testing/context";
import { orderStatuses } from "../../rules";
import { contact } from "../../testing/submit";
import { makePeople, type People } from "../testing/shop";
import { moveOrder } from "./move";
import { listKeptOrders, readKeptOrder, readPacking } from "./read";
import { revealOrder } from "./reveal";

const numbersOf = ({ items }: { items: { number: string }[] }) => items.map(({ number }) => number);

describe.skipIf(!hasDatabase)("orders as those who keep them see them", () => {
  const { owner } = useTestDatabase();
  let all: People;
  /** Placed in this order: delivered, picked up, picked up; then one of the other shop. */
  let placed: string[];
  let foreign: string;
  const at = (number: string, when: string) =>
    owner().execute(sql`update orders set created_at = ${when} where number = ${number}`);

  beforeAll(async () => {
    all = await makePeople(owner);
    placed = [
      await all.place({ fulfilment: "delivery", note: "Ring twice", pieces: 3 }),
      await all.place({ fulfilment: "pickup" }),
      await all.place({ fulfilment: "pickup" }),
    ];
    foreign = await all.place({ elsewhere: true, fulfilment: "delivery" });
    // The second one is the oldest.
    await at(placed[1]!, "2026-03-01T23:30:00+01:00");
    await at(placed[0]!, "2026-03-02T00:30:00+01:00");
    await at(placed[2]!, "2026-03-03T12:00:00+01:00");
    await at(foreign, "2026-03-02T12:00:00+01:00");
  });

  it("stand on a shop's board by how long they wait, with what is in them", async () => {
    const board = await listKeptOrders.call(all.as("clerk"), {});
    expect(numbersOf(board)).toEqual([placed[1], placed[0], placed[2]]);
    expect(board.items[1]).toMatchObject({
      name: contact.name,
      fulfilment: "delivery",
      note: "Ring twice",
      pieces: 3,
      total: { amount: 3500 },
      moves: ["confirmed", "rejected"],
      retailer: { handle: all.mine.handle },
    });
    expect(board.shops).toEqual([{ handle: all.mine.handle, name: all.mine.name }]);
  });

  it("are counted by status under the same filters", async () => {
    const counts = async (who: Parameters<People["as"]>[0], filter = {}) => {
      const board = await listKeptOrders.call(all.as(who), filter);
      expect(board.counts.map(({ status }) => status)).toEqual(orderStatuses);
      return board.counts.find(({ status }) => status === "pending");
    };
    expect(await counts("retailer")).toEqual({ status: "pending", count: 3, more: false });
    expect(await counts("stranger")).toMatchObject({ count: 1 });
    expect(await counts("supervisor")).toMatchObject({ count: 4 });
    expect(await counts("operator", { fulfilment: "pickup" })).toMatchObject({ count: 2 });
    expect(await counts("operator", { shop: all.other.handle })).toMatchObject({ count: 1 });
  });

  it("are counted no further than to a thousand when they have ended", async () => {
    const shop = await makeRetailer(owner());
    const keeper = await makeMember(owner(), shop.id);
    await owner().execute(sql`
      with s as (insert into submits (user_id, idempotency_key) select ${all.shopper.id}, 'many-' || i from generate_series(1, 1002) i returning id, number)
      insert into orders (submit_id, retailer_id, user_id, number, status, payment_method, fulfilment, contact_name, contact_email, contact_phone, currency, subtotal, shipping, total, weight)
      select id, ${shop.id}, ${all.shopper.id}, number || '-1', 'rejected', 'cash_on_pickup', 'pickup', 'Many', 'many@example.com', '+49 30 111', 'EUR', 0, 0, 0, 0 from s`);
    const { counts } = await listKeptOrders.call(actingAs(keeper), {});
    expect(counts.find(({ status }) => status === "rejected")).toEqual({ status: "rejected", count: 1000, more: true });
    await owner().execute(
      sql`delete from order_status_log where order_id in (select id from orders where retailer_id = ${shop.id})`,
    );
    await owner().execute(sql`delete from orders where retailer_id = ${shop.id}`);
  });

  it.each([
    ["the way", { fulfilment: "pickup" }, [1, 2]],
    ["the first day on the shop's clock", { until: "2026-03-01" }, [1]],
    ["days in between", { since: "2026-03-02", until: "2026-03-02" }, [0]],
    ["days from one on", { since: "2026-03-02" }, [0, 2]],
    ["another shop, whose orders are not theirs", { shop: "other" }, []],
  ])("are narrowed by %s", async (_, filter: Record<string, string>, expected: number[]) => {
    const given = filter.shop ? { shop: all.other.handle } : filter;
    const board = await listKeptOrders.call(all.as("retailer"), given);
    expect(numbersOf(board)).toEqual(expected.map((index) => placed[index]));
  });

  it("refuse a shop that is not there, and a day that is none", async () => {
    for (const [field, value] of [
      ["shop", "nowhere"],
      ["since", "2026-02-31"],
      ["until", "yesterday"],
    ] as const) {
      const answer = await listKeptOrders.safe(all.as("operator"), { [field]: value });
      expect(answer, field).toMatchObject({ error: { status: 422, errors: [{ field }] } });
    }
  });

  it("are paged from a place on, whatever comes and goes meanwhile", async () => {
    const page = (after?: string) =>
      listKeptOrders.call(all.as("supervisor"), { pageSize: 2, ...(after && { after }) });
    const first = await page();
    expect(numbersOf(first)).toEqual([placed[1], placed[0]]);
    const late = await all.place({ fulfilment: "pickup" });
    const second = await page(first.page.next!);
    expect(numbersOf(second)).toEqual([foreign, placed[2]]);
    const third = await page(second.page.next!);
    expect([numbersOf(third), third.page.next]).toEqual([[late], null]);
    for (const after of [
      "nonsense",
      Buffer.from('["x",1]').toString("base64url"),
      Buffer.from("[9e15,1]").toString("base64url"),
    ])
      expect(await listKeptOrders.safe(all.as("supervisor"), { after }), after).toMatchObject({ ok: true });
    await moveOrder.call(all.as("retailer"), { id: late, from: "pending", to: "rejected" });
  });

  it("that have ended stand the newest first", async () => {
    const ended = [await all.place({ fulfilment: "pickup" }), await all.place({ fulfilment: "delivery" })];
    for (const id of ended) await moveOrder.call(all.as("operator"), { id, from: "pending", to: "cancelled" });
    const board = await listKeptOrders.call(all.as("retailer"), { status: "cancelled" });
    expect(numbersOf(board)).toEqual([ended[1], ended[0]]);
  });

  it.each(["operator", "supervisor"] as const)("tell a %s whom they are for, and the contact masked", async (who) => {
    const order = await readKeptOrder.call(all.as(who), { id: placed[0]! });
    expect(order).toMatchObject({
      name: contact.name,
      masked: true,
      contact: { email: "s…@example.com", phone: "+49…67", address: { city: "Berlin", country: "DE" } },
    });
    expect(Object.keys(order.contact.address!)).toEqual(["city", "country"]);
    expect(order.moves).toEqual(who === "operator" ? ["confirmed", "cancelled"] : []);
  });

  it.each(["retailer", "clerk", "admin"] as const)("tell a %s the contact whole", async (who) => {
    const order = await readKeptOrder.call(all.as(who), { id: placed[0]! });
    expect(order).toMatchObject({
      masked: false,
      contact: { email: contact.email, phone: contact.phone, address: { line1: "Marktplatz 1" } },
    });
  });

  it("say who did what: names of the shop to all, of the market to the market", async () => {
    const number = await all.place({ fulfilment: "pickup" });
    await moveOrder.call(all.as("clerk"), { id: number, from: "pending", to: "confirmed" });
    await moveOrder.call(all.as("operator"), { id: number, from: "confirmed", to: "cancelled", note: "They called." });
    const history = async (who: Parameters<People["as"]>[0]) =>
      (await readKeptOrder.call(all.as(who), { id: number })).history.map(({ status, by, name, note }) => [
        status,
        by,
        name,
        note,
      ]);
    const told = [
      ["pending", "shopper", null, ""],
      ["confirmed", "shop", "Test staff", ""],
      ["cancelled", "market", "Test operator", "They called."],
    ];
    expect(await history("supervisor")).toEqual(told);
    expect(await history("retailer")).toEqual([told[0], told[1], ["cancelled", "market", null, "They called."]]);
  });

  it("of another shop are nothing that is there, by operation and by SQL", async () => {
    expect(await readKeptOrder.safe(all.as("retailer"), { id: foreign })).toMatchObject({ error: { status: 404 } });
    expect((await readPacking.call(all.as("retailer"), { ids: [foreign] })).orders).toEqual([]);
    expect(numbersOf(await listKeptOrders.call(all.as("retailer"), { q: foreign }))).toEqual([]);
  });

  it("are nothing for a product manager, a shopper and a stranger", async () => {
    for (const context of [all.as("product_manager"), all.asShopper()]) {
      expect(await listKeptOrders.safe(context, {})).toMatchObject({ error: { status: 403 } });
      expect(await readKeptOrder.safe(context, { id: placed[0]! })).toMatchObject({ error: { status: 403 } });
      expect(await readPacking.safe(context, {})).toMatchObject({ error: { status: 403 } });
    }
  });

  it("are packed without prices, all of a column or those that were chosen", async () => {
    const column = await readPacking.call(all.as("retailer"), { status: "pending", fulfilment: "pickup" });
    expect(column.orders.map(({ number }) => number)).toEqual([placed[1], placed[2]]);
    const { orders: chosen } = await readPacking.call(all.as("retailer"), { ids: [placed[0]!] });
    expect(chosen).toMatchObject([{ number: placed[0], lines: [{ quantity: 3 }], contact: { phone: contact.phone } }]);
    expect(JSON.stringify(chosen)).not.toMatch(/amount|price|€/i);
    const { orders: seen } = await readPacking.call(all.as("operator"), { ids: [placed[0]!] });
    expect(seen).toMatchObject([{ masked: true, contact: { phone: "+49…67" } }]);
  });

  describe("behind the mask", () => {
    it("are shown to an operator who says why, and that is written down", async () => {
      const reason = "The courier stands before a closed door.";
      const shown = await revealOrder.call(all.as("operator"), { id: placed[0]!, reason });
      expect(shown).toMatchObject({ email: contact.email, phone: contact.phone, address: { line1: "Marktplatz 1" } });
      const { rows } = await owner().execute(
        sql`select user_id, relation, after from audit_log where action = 'reveal' order by id desc limit 1`,
      );
      expect(rows).toEqual([{ user_id: all.people.operator.id, relation: "orders", after: { reason } }]);
    });

    it("stay masked without a reason, and for everybody else", async () => {
      const before = await owner().$count(sql`(select from audit_log where action = 'reveal')`);
      expect(await revealOrder.safe(all.as("operator"), { id: placed[0]!, reason: " no " })).toMatchObject({
        error: { status: 422, errors: [{ field: "reason" }] },
      });
      for (const who of ["supervisor", "admin", "retailer", "product_manager"] as const) {
        expect(await revealOrder.safe(all.as(who), { id: placed[0]!, reason: "Just curious" })).toMatchObject({
          error: { status: 403 },
        });
      }
      expect(await revealOrder.safe(all.as("operator"), { id: "99999-9", reason: "Nothing there" })).toMatchObject({
        error: { status: 404 },
      });
      expect(await owner().$count(sql`(select from audit_log where action = 'reveal')`)).toBe(before);
    });
  });

  describe("by plain SQL", () => {
    const by = async (tier: Tier, who: keyof People["people"], statement: string): Promise<unknown> =>
      transaction(
        { tier, userId: all.people[who].id },
        async (tx) => (await tx.execute(sql.raw(statement))).rows,
      ).catch((error: { cause?: { code?: string } }) => error.cause?.code ?? String(error));
    const denied = "42501";

    it.each<[Tier, keyof People["people"]]>([
      ["staff", "operator"],
      ["supervisor", "supervisor"],
    ])("%s reads no contact", async (tier, who) => {
      for (const column of ["contact_email", "contact_phone", "address", "*"])
        expect(await by(tier, who, `select ${column} from orders`), column).toBe(denied);
      expect(await by(tier, who, "select count(*)::int > 3 as all from orders")).toEqual([{ all: true }]);
    });

    it("a product manager sees no order, whose login is the operator's", async () => {
      for (const table of ["orders", "order_lines", "order_status_log", "submits", "order_contacts"])
        expect(await by("staff", "product_manager", `select from ${table}`), table).toEqual([]);
      expect(await by("staff", "product_manager", `update orders set status = 'confirmed' returning id`)).toEqual([]);
      expect(await by("staff", "product_manager", `select reveal_order(id, 'x') from generate_series(1, 9) id`)).toBe(
        denied,
      );
      expect(await by("staff", "product_manager", "select * from find_orders('Sara', 9)")).toEqual([]);
      expect(
        await by(
          "staff",
          "product_manager",
          "select * from order_page('pending', '{pickup}', null, null, null, false, null, null, 9)",
        ),
      ).toEqual([]);
      expect(await by("staff", "product_manager", "select open_account('X', 'x@example.com', null)")).toBe(denied);
    });

    it("a shop sees and moves its own, and cancels nothing", async () => {
      expect(await by("retailer", "retailer", "select distinct retailer_id from orders")).toEqual([
        { retailer_id: all.mine.id },
      ]);
      expect(
        await by(
          "retailer",
          "retailer",
          `update orders set status = 'confirmed' where number = '${foreign}' returning id`,
        ),
      ).toEqual([]);
      expect(
        await by("retailer", "retailer", `update orders set status = 'cancelled' where number = '${placed[0]}'`),
      ).toBe(denied);
      expect(await by("retailer", "retailer", `update orders set total = 0 where number = '${placed[0]}'`)).toBe(
        denied,
      );
      const { rows } = await owner().execute<{ id: number }>(sql`select id from orders where number = ${foreign}`);
      expect(await by("retailer", "retailer", `select * from order_history(${rows[0]!.id})`)).toEqual([]);
    });

    it("the market rejects nothing, and a supervisor moves nothing", async () => {
      const set = (status: string) =>
        `update orders set status = '${status}' where number = '${placed[0]}' returning status`;
      for (const [tier, who] of [
        ["staff", "operator"],
        ["admin", "admin"],
      ] as const)
        expect(await by(tier, who, set("rejected")), who).toBe(denied);
      expect(await by("supervisor", "supervisor", set("confirmed"))).toBe(denied);
      expect(
        await by(
          "admin",
          "admin",
          `insert into submits (user_id, idempotency_key) values (${all.shopper.id}, 'not theirs')`,
        ),
      ).toBe(denied);
      const [row] = await owner().select({ status: orders.status }).from(orders).where(sql`number = ${placed[0]}`);
      expect(row).toEqual({ status: "pending" });
    });
  });
});
