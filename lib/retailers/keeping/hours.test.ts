import { sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { hasDatabase, useTestDatabase } from "@/db/testing/database";
import { makeMember, makeRetailer, makeStaff } from "@/db/testing/factories";
import { actingAs } from "@/lib/web/testing/context";
import { retailerByHandle } from "../queries";
import { setHours, setSpecialDays } from "./operations/hours";
import { readKeptRetailer } from "./operations/read";
import type { KeptRetailerView } from "./views";

type Shift = KeptRetailerView["hours"][number];
const shift = (weekday: number, opens: string, closes: string): Shift => ({ weekday, opens, closes });
const later = (day: string, days: number) => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

describe.skipIf(!hasDatabase)("the hours of a shop", () => {
  const { owner } = useTestDatabase();
  let shop: Awaited<ReturnType<typeof makeRetailer>>;
  let keeper: Awaited<ReturnType<typeof makeMember>>;
  let operator: Awaited<ReturnType<typeof makeStaff>>;

  beforeAll(async () => {
    operator = await makeStaff(owner(), "operator");
  });
  beforeEach(async () => {
    shop = await makeRetailer(owner());
    keeper = await makeMember(owner(), shop.id);
  });

  const read = () => readKeptRetailer.call(actingAs(keeper), { id: shop.id });
  const week = (hours: object[], base?: Shift[], context = actingAs(keeper)) =>
    setHours.safe(context, { id: shop.id, hours, ...(base && { base }) });
  type Days = KeptRetailerView["specialDays"];
  const days = (given: object[], base?: Days, context = actingAs(keeper)) =>
    setSpecialDays.safe(context, { id: shop.id, days: given, ...(base && { base }) });

  describe("in a week", () => {
    it("may be split, run past midnight and last all day, as typed", async () => {
      const context = actingAs(keeper);
      const hours = [
        shift(1, "9.00", "13:00"),
        shift(1, "13:00", "19:00"),
        shift(6, "۲۲:۰۰", "02:00"),
        shift(0, "02:00", "24:00"),
        shift(3, "00:00", "00:00"),
      ];
      await setHours.call(context, { id: shop.id, hours });
      const kept = [
        shift(0, "02:00", "00:00"),
        shift(1, "09:00", "13:00"),
        shift(1, "13:00", "19:00"),
        shift(3, "00:00", "00:00"),
        shift(6, "22:00", "02:00"),
      ];
      expect((await read()).hours).toEqual(kept);
      expect((await retailerByHandle(shop.handle))?.hours).toEqual(kept);
      expect([...context.expired]).toContain(`retailer:${shop.id}`);
      await week([]);
      expect((await read()).hours).toEqual([]);
    });

    it.each([
      ["within a day", [shift(1, "09:00", "13:00"), shift(1, "12:59", "14:00")], "hours.1.opens"],
      ["one in the other", [shift(1, "10:00", "11:00"), shift(1, "09:00", "18:00")], "hours.1.opens"],
      ["the same twice", [shift(1, "09:00", "13:00"), shift(1, "09:00", "13:00")], "hours.1.opens"],
      ["past midnight", [shift(1, "22:00", "03:00"), shift(2, "02:00", "08:00")], "hours.1.opens"],
      ["past the end of the week", [shift(0, "01:00", "08:00"), shift(6, "22:00", "02:00")], "hours.1.opens"],
      ["all day", [shift(1, "00:00", "00:00"), shift(1, "09:00", "10:00")], "hours.1.opens"],
      ["a time that is none", [shift(1, "25:00", "10:00")], "hours.0.opens"],
      ["half a shift", [shift(1, "09:00", "")], "hours.0.closes"],
      ["a slip of the pen", [shift(1, "09:00", "09:00")], "hours.0.closes"],
      ["a day that is none", [shift(7, "09:00", "10:00")], "hours.0.weekday"],
    ])("are refused beside their field and left as they were: %s", async (_, hours, field) => {
      const before = await read();
      expect(await week(hours)).toMatchObject({ ok: false, error: { status: 422, errors: [{ field }] } });
      expect(await read()).toEqual(before);
    });

    it("tells what they run into", async () => {
      const answer = await week([shift(1, "09:00", "13:00"), shift(1, "12:00", "14:00")]);
      expect(answer).toMatchObject({
        error: { errors: [{ code: "overlap", message: "This runs into 09:00–13:00." }] },
      });
    });

    it("of two who change different days both are kept, and the same day is told", async () => {
      const base = (await read()).hours;
      const monday = base.map((each) => (each.weekday === 1 ? shift(1, "10:00", "12:00") : each));
      const tuesday = base.map((each) => (each.weekday === 2 ? shift(2, "11:00", "12:00") : each));
      expect(await week(monday, base, actingAs(operator))).toMatchObject({ ok: true, data: { meanwhile: [] } });
      expect(await week(tuesday, base)).toMatchObject({
        ok: true,
        data: { meanwhile: [{ field: "1", was: "09:00–18:00", now: "10:00–12:00" }] },
      });
      expect((await read()).hours.slice(0, 2)).toEqual([shift(1, "10:00", "12:00"), shift(2, "11:00", "12:00")]);
      expect(await week([], base)).toMatchObject({
        error: {
          code: "changed",
          data: {
            conflicts: [
              { field: "1", yours: "" },
              { field: "2", yours: "" },
            ],
          },
        },
      });
      expect((await read()).hours).toHaveLength(5);
    });
  });

  describe("on days that differ", () => {
    it("are closed or others, by name, and shown to shoppers", async () => {
      const { today } = await read();
      const given = [
        { day: today, name: "", shifts: [] },
        {
          day: later(today, 3),
          name: "Nowruz",
          shifts: [
            { opens: "10:00", closes: "12:00" },
            { opens: "22:00", closes: "01:00" },
          ],
        },
      ];
      expect(await days(given)).toMatchObject({ ok: true });
      expect((await read()).specialDays).toEqual(given);
      expect((await retailerByHandle(shop.handle))?.specialDays).toEqual(given);
      await days([given[1]!]);
      expect((await read()).specialDays).toEqual([given[1]]);
      await days([]);
      expect((await read()).specialDays).toEqual([]);
    });

    it("leaves what is over alone, and takes no day that is over or far away", async () => {
      const { today } = await read();
      await owner().execute(sql`
        insert into hours_exceptions (retailer_id, day, name) values (${shop.id}, ${later(today, -1)}, 'Over')`);
      expect((await read()).specialDays).toEqual([]);
      await days([]);
      const { rows } = await owner().execute(sql`select name from hours_exceptions where retailer_id = ${shop.id}`);
      expect(rows).toEqual([{ name: "Over" }]);
      for (const day of [later(today, -1), later(today, 800)])
        expect(await days([{ day }])).toMatchObject({ error: { errors: [{ field: "days.0.day" }] } });
      // It was there when the form was opened the evening before.
      const yesterday = [{ day: later(today, -1), name: "Over", shifts: [] }];
      expect(await days(yesterday, yesterday)).toMatchObject({ ok: true });
    });

    it.each([
      ["twice", [{ day: 1 }, { day: 1 }], "days.1.day"],
      ["no date", [{ day: "2026-02-30" }], "days.0.day"],
      [
        "overlapping",
        [
          {
            day: 1,
            shifts: [
              ["09:00", "12:00"],
              ["11:00", "13:00"],
            ],
          },
        ],
        "days.0.shifts.1.opens",
      ],
      [
        "into the next",
        [
          { day: 1, shifts: [["20:00", "03:00"]] },
          { day: 2, shifts: [["02:00", "05:00"]] },
        ],
        "days.1.shifts.0.opens",
      ],
      ["half", [{ day: 1, shifts: [["09:00", ""]] }], "days.0.shifts.0.closes"],
      ["a name of two lines", [{ day: 1, name: "a\nb" }], "days.0.name"],
    ])("are refused beside their field: %s", async (_, given, field) => {
      const { today } = await read();
      const sent = (given as { day: number | string; name?: string; shifts?: string[][] }[]).map((each) => ({
        ...each,
        day: typeof each.day === "number" ? later(today, each.day) : each.day,
        shifts: (each.shifts ?? []).map(([opens, closes]) => ({ opens, closes })),
      }));
      expect(await days(sent)).toMatchObject({ ok: false, error: { status: 422, errors: [{ field }] } });
      expect((await read()).specialDays).toEqual([]);
    });

    it("of two who change different dates both are kept, and the same date is told", async () => {
      const { today } = await read();
      const closed = (add: number, name = "") => ({ day: later(today, add), name, shifts: [] });
      const base = [closed(1), closed(2)];
      await days(base);
      expect(await days([closed(1), closed(2, "Fair"), closed(3, "Theirs")], base, actingAs(operator))).toMatchObject({
        ok: true,
      });
      const mine = await days([closed(2), closed(4, "Mine")], base);
      expect(mine).toMatchObject({ ok: true });
      expect((await read()).specialDays).toEqual([closed(2, "Fair"), closed(3, "Theirs"), closed(4, "Mine")]);
      expect(await days([closed(2, "Market"), closed(3, "Other")], base)).toMatchObject({
        error: {
          code: "changed",
          data: {
            conflicts: expect.arrayContaining([
              expect.objectContaining({ field: later(today, 3) }),
              expect.objectContaining({ field: later(today, 2) }),
            ]),
          },
        },
      });
    });
  });

  it("are kept by owners and operators alone", async () => {
    const helper = actingAs(await makeMember(owner(), shop.id, "staff"));
    const other = actingAs(await makeMember(owner(), (await makeRetailer(owner())).id));
    const supervisor = actingAs(await makeStaff(owner(), "supervisor"));
    for (const [context, status] of [
      [helper, 403],
      [other, 404],
      [supervisor, 403],
    ] as const) {
      expect(await week([], undefined, context)).toMatchObject({ error: { status } });
      expect(await days([], undefined, context)).toMatchObject({ error: { status } });
    }
    expect((await read()).hours).toHaveLength(5);
  });
});
