import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { localDate, openState, type Shift, type SpecialDay, takesOrders } from "./rules";

const shift = (weekday: number, opens: string, closes: string): Shift => ({ weekday, opens, closes });
/** Monday 5 January 2026 and the days after it. */
const at = (day: number, time: string, zone = "Z") =>
  new Date(`2026-01-${String(4 + day).padStart(2, "0")}T${time}:00${zone}`);
const state = (shifts: Shift[], now: Date, timezone = "UTC") => openState(shifts, timezone, now);

describe("whether a shop is open", () => {
  const split = [1, 2, 3, 4, 5].flatMap((day) => [shift(day, "09:00", "13:00"), shift(day, "15:00", "19:00")]);

  it.each([
    ["before the first shift", 1, "08:59", { open: false, opens: "09:00", weekday: null }],
    ["at the first minute", 1, "09:00", { open: true, until: "13:00", weekday: null }],
    ["in the last minute", 1, "12:59", { open: true, until: "13:00", weekday: null }],
    ["when it closes for lunch", 1, "13:00", { open: false, opens: "15:00", weekday: null }],
    ["after lunch", 1, "15:00", { open: true, until: "19:00", weekday: null }],
    ["in the evening", 1, "19:00", { open: false, opens: "09:00", weekday: 2 }],
    ["before the weekend", 5, "20:00", { open: false, opens: "09:00", weekday: 1 }],
    ["on a closed day", 6, "10:00", { open: false, opens: "09:00", weekday: 1 }],
  ] as const)("%s", (_, day, time, expected) => {
    expect(state(split, at(day, time))).toEqual(expected);
  });

  it.each([
    ["in the evening", 5, "23:00", { open: true, until: "02:00", weekday: null }],
    ["after midnight, on a day without hours", 6, "01:59", { open: true, until: "02:00", weekday: null }],
    ["when it closes", 6, "02:00", { open: false, opens: "22:00", weekday: 5 }],
    ["earlier on its own day", 5, "02:00", { open: false, opens: "22:00", weekday: null }],
  ] as const)("past midnight: %s", (_, day, time, expected) => {
    expect(state([shift(5, "22:00", "02:00")], at(day, time))).toEqual(expected);
  });

  it("past midnight over the end of the week", () => {
    const night = [shift(6, "20:00", "04:00")];
    expect(state(night, at(7, "03:59"))).toEqual({ open: true, until: "04:00", weekday: null });
    expect(state(night, at(7, "04:00"))).toEqual({ open: false, opens: "20:00", weekday: 6 });
  });

  it("all day and night, until midnight, and never", () => {
    const always = [0, 1, 2, 3, 4, 5, 6].map((day) => shift(day, "00:00", "00:00"));
    expect(state(always, at(3, "12:00"))).toEqual({ open: true, until: null, weekday: null });
    expect(state([shift(1, "18:00", "00:00")], at(1, "23:59"))).toEqual({ open: true, until: "00:00", weekday: null });
    expect(state([shift(1, "18:00", "24:00")], at(2, "00:00")).open).toBe(false);
    expect(state([], at(1, "12:00"))).toEqual({ open: false, opens: null, weekday: null });
  });

  it.each([
    [
      "at noon",
      [
        [1, "09:00", "13:00"],
        [1, "13:00", "18:00"],
      ],
      1,
      "12:00",
      "18:00",
      null,
    ],
    [
      "in whatever order",
      [
        [1, "13:00", "18:00"],
        [1, "09:00", "13:00"],
      ],
      1,
      "12:59",
      "18:00",
      null,
    ],
    [
      "overlapping",
      [
        [1, "09:00", "14:00"],
        [1, "13:00", "18:00"],
      ],
      1,
      "10:00",
      "18:00",
      null,
    ],
    [
      "one within the other",
      [
        [1, "09:00", "18:00"],
        [1, "10:00", "12:00"],
      ],
      1,
      "11:00",
      "18:00",
      null,
    ],
    [
      "over midnight",
      [
        [1, "18:00", "00:00"],
        [2, "00:00", "03:00"],
      ],
      1,
      "23:00",
      "03:00",
      null,
    ],
    [
      "over the end of the week",
      [
        [6, "20:00", "00:00"],
        [0, "00:00", "05:00"],
      ],
      6,
      "22:00",
      "05:00",
      null,
    ],
    [
      "for more than a day",
      [
        [1, "09:00", "00:00"],
        [2, "00:00", "18:00"],
      ],
      1,
      "17:00",
      "18:00",
      2,
    ],
    [
      "for less than a day by then",
      [
        [1, "09:00", "00:00"],
        [2, "00:00", "18:00"],
      ],
      1,
      "18:01",
      "18:00",
      null,
    ],
    [
      "for a day to the minute",
      [
        [1, "09:00", "00:00"],
        [2, "00:00", "18:00"],
      ],
      1,
      "18:00",
      "18:00",
      2,
    ],
  ] as const)("shifts that touch are one: %s", (_, shifts, day, time, until, weekday) => {
    const given = shifts.map(([weekday, opens, closes]) => shift(weekday, opens, closes));
    expect(state(given, at(day, time))).toEqual({ open: true, until, weekday });
  });

  it("open one day a week names that day from the moment it closes", () => {
    expect(state([shift(1, "09:00", "12:00")], at(1, "12:00"))).toEqual({ open: false, opens: "09:00", weekday: 1 });
  });

  it("keeps the seconds of a time column to itself", () => {
    expect(state([shift(1, "09:00:00", "18:00:00")], at(1, "10:00"))).toEqual({
      open: true,
      until: "18:00",
      weekday: null,
    });
  });
});

describe("local time", () => {
  const office = [1, 2, 3, 4, 5].map((day) => shift(day, "09:00", "18:00"));

  it.each([
    ["Europe/Berlin in winter", "Europe/Berlin", "2026-01-05T08:00:00Z", true],
    ["Europe/Berlin in winter, an hour before", "Europe/Berlin", "2026-01-05T07:59:00Z", false],
    ["Europe/Berlin in summer", "Europe/Berlin", "2026-07-06T07:00:00Z", true],
    ["the Monday after the clocks went forward", "Europe/Berlin", "2026-03-30T07:00:00Z", true],
    ["the Friday before", "Europe/Berlin", "2026-03-27T07:59:00Z", false],
    ["the Monday after they went back", "Europe/Berlin", "2026-10-26T07:59:00Z", false],
    ["New York, where the week changes later", "America/New_York", "2026-03-09T13:00:00Z", true],
    ["Tehran, half an hour off", "Asia/Tehran", "2026-01-05T05:30:00Z", true],
    ["Kathmandu, three quarters off", "Asia/Kathmandu", "2026-01-05T03:14:00Z", false],
    ["Auckland, where it is Monday already", "Pacific/Auckland", "2026-01-04T20:00:00Z", true],
    ["Honolulu, where it is Friday still", "Pacific/Honolulu", "2026-01-10T03:59:00Z", true],
  ])("%s", (_, zone, now, open) => {
    expect(openState(office, zone, new Date(now)).open).toBe(open);
  });

  it("has its own midnight, not that of the server", () => {
    const now = new Date("2026-01-05T23:30:00Z");
    expect(openState([shift(2, "00:00", "02:00")], "Europe/Berlin", now)).toEqual({
      open: true,
      until: "02:00",
      weekday: null,
    });
    expect(openState([shift(2, "09:00", "10:00")], "Europe/Berlin", now)).toEqual({
      open: false,
      opens: "09:00",
      weekday: null,
    });
  });
});

describe("against counting minutes", () => {
  const week = 7 * 1440;
  const minute = fc.nat(1439);
  const text = (value: number) =>
    `${String(Math.floor(value / 60)).padStart(2, "0")}:${String(value % 60).padStart(2, "0")}`;
  const anyShift = fc.tuple(fc.nat(6), minute, minute);
  // Whole hours touch each other often.
  const hour = fc.nat(23).map((each) => each * 60);
  const shifts = fc.oneof(
    fc.array(anyShift, { maxLength: 10 }),
    fc.array(fc.tuple(fc.nat(6), hour, hour), { maxLength: 24 }),
  );

  it("is open exactly in the minutes of its shifts, and opens and closes when it says", () => {
    fc.assert(
      fc.property(shifts, fc.nat(week - 1), (given, now) => {
        const opening = new Set<number>();
        for (const [weekday, opens, closes] of given) {
          const length = closes > opens ? closes - opens : closes + 1440 - opens;
          for (let passed = 0; passed < length; passed++) opening.add((weekday * 1440 + opens + passed) % week);
        }
        const list = given.map(([weekday, opens, closes]) => shift(weekday, text(opens), text(closes)));
        // Sunday 4 January 2026 is minute 0.
        const found = openState(list, "UTC", new Date(Date.UTC(2026, 0, 4) + now * 60_000));
        expect(found.open).toBe(opening.has(now));
        let wait = 0;
        if (found.open) {
          while (wait < week && opening.has((now + wait) % week)) wait += 1;
          const closes = (now + wait) % week;
          if (wait === week) expect(found.until).toBeNull();
          else {
            const weekday = wait < 1440 ? null : Math.floor(closes / 1440);
            expect(found).toEqual({ open: true, until: text(closes % 1440), weekday });
          }
          return;
        }
        while (wait < week && !opening.has((now + wait) % week)) wait += 1;
        if (wait === week) expect(found.opens).toBeNull();
        else {
          const next = (now + wait) % week;
          const today = Math.floor((now + wait) / 1440) === Math.floor(now / 1440);
          expect(found).toEqual({
            open: false,
            opens: text(next % 1440),
            weekday: today ? null : Math.floor(next / 1440),
          });
        }
      }),
      { numRuns: 1500 },
    );
  });
});

describe("days that differ", () => {
  const split = [1, 2, 3, 4, 5].flatMap((day) => [shift(day, "09:00", "13:00"), shift(day, "15:00", "19:00")]);
  const closed = (date: number): SpecialDay => ({
    day: `2026-01-${String(date).padStart(2, "0")}`,
    name: "",
    shifts: [],
  });
  const special = (date: number, ...shifts: [string, string][]): SpecialDay => ({
    ...closed(date),
    shifts: shifts.map(([opens, closes]) => ({ opens, closes })),
  });
  const on = (given: Shift[], day: number, time: string, ...days: SpecialDay[]) =>
    openState(given, "UTC", at(day, time), days);

  it("closes for a day and names the next one", () => {
    expect(on(split, 1, "10:00", closed(5))).toEqual({ open: false, opens: "09:00", weekday: 2 });
    expect(on(split, 1, "10:00", closed(6))).toEqual({ open: true, until: "13:00", weekday: null });
    expect(on(split, 5, "20:00", closed(12))).toEqual({ open: false, opens: "09:00", weekday: 2 });
  });

  it("opens in other shifts, and in no other", () => {
    const eve = special(5, ["08:00", "11:00"], ["12:00", "12:30"]);
    expect(on(split, 1, "08:30", eve)).toEqual({ open: true, until: "11:00", weekday: null });
    expect(on(split, 1, "11:30", eve)).toEqual({ open: false, opens: "12:00", weekday: null });
    expect(on(split, 1, "16:00", eve)).toEqual({ open: false, opens: "09:00", weekday: 2 });
    expect(on(split, 6, "10:00", special(10, ["10:00", "12:00"]))).toMatchObject({ open: true, until: "12:00" });
    expect(on([], 1, "10:00", special(7, ["10:00", "12:00"]))).toEqual({ open: false, opens: "10:00", weekday: 3 });
  });

  it("names the date when a weekday would mean an earlier one", () => {
    const holidays = Array.from({ length: 10 }, (_, index) => closed(6 + index));
    expect(on(split, 1, "20:00", ...holidays)).toEqual({
      open: false,
      opens: "09:00",
      weekday: 5,
      day: "2026-01-16",
    });
    expect(on([shift(1, "09:00", "12:00")], 1, "12:00", closed(12))).toMatchObject({ weekday: 1, day: "2026-01-19" });
    expect(on([shift(1, "09:00", "12:00")], 1, "12:00")).toEqual({ open: false, opens: "09:00", weekday: 1 });
    expect(on([], 1, "12:00", closed(12))).toEqual({ open: false, opens: null, weekday: null });
  });

  it("lets a shift that began the evening before end when it would have", () => {
    const night = [shift(1, "22:00", "02:00"), shift(2, "22:00", "02:00")];
    expect(on(night, 2, "01:00", closed(6))).toEqual({ open: true, until: "02:00", weekday: null });
    expect(on(night, 2, "02:00", closed(6))).toEqual({ open: false, opens: "22:00", weekday: 1 });
    expect(on(night, 3, "01:00", closed(6))).toMatchObject({ open: false });
    const eve = special(5, ["20:00", "04:00"]);
    expect(on([], 2, "03:59", eve)).toEqual({ open: true, until: "04:00", weekday: null });
    expect(on(night, 2, "03:00", eve)).toEqual({ open: true, until: "04:00", weekday: null });
  });

  it("interrupts what never closes", () => {
    const always = [0, 1, 2, 3, 4, 5, 6].map((day) => shift(day, "00:00", "00:00"));
    expect(on(always, 1, "12:00", closed(7))).toEqual({ open: true, until: "00:00", weekday: 3 });
    expect(on(always, 3, "12:00", closed(7))).toEqual({ open: false, opens: "00:00", weekday: 4 });
    expect(on(always, 1, "12:00", closed(20))).toEqual({ open: true, until: null, weekday: null });
  });

  it("are dates of the shop's own clock", () => {
    const now = new Date("2026-01-05T23:30:00Z");
    const daily = [1, 2].map((day) => shift(day, "00:00", "23:59"));
    expect(openState(daily, "Europe/Berlin", now, [closed(6)]).open).toBe(false);
    expect(openState(daily, "Europe/London", now, [closed(6)]).open).toBe(true);
    expect(localDate(now, "Europe/Berlin")).toBe("2026-01-06");
    expect(localDate(now, "Pacific/Honolulu")).toBe("2026-01-05");
  });

  it("is open exactly in the minutes of its shifts, whatever the days", () => {
    const time = fc.nat(23).map((hour) => `${String(hour).padStart(2, "0")}:00`);
    const hours = fc.record({ opens: time, closes: time });
    const weeks = fc.array(fc.record({ weekday: fc.nat(6), opens: time, closes: time }), { maxLength: 8 });
    const days = fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 28 }), fc.array(hours, { maxLength: 3 })), {
      maxLength: 8,
      selector: ([day]) => day,
    });
    const hourOf = (text: string) => Number(text.slice(0, 2));
    fc.assert(
      fc.property(weeks, days, fc.integer({ min: 24, max: 24 * 14 }), (week, dated, now) => {
        const opening = new Set<number>();
        for (let day = 0; day < 60; day += 1) {
          // 1 January 2026 was a Thursday.
          const own = dated.find(([each]) => each === day + 1)?.[1];
          const shifts = own ?? week.filter(({ weekday }) => weekday === (day + 4) % 7);
          for (const { opens, closes } of shifts) {
            const length = (hourOf(closes) - hourOf(opens) + 24) % 24 || 24;
            for (let passed = 0; passed < length; passed += 1) opening.add(day * 24 + hourOf(opens) + passed);
          }
        }
        const given = dated.map(([date, shifts]) => ({ ...closed(date), shifts }));
        const found = openState(week, "UTC", new Date(Date.UTC(2026, 0, 1, now)), given);
        expect(found.open).toBe(opening.has(now));
        let wait = 0;
        while (wait < 24 * 40 && opening.has(now + wait) === found.open) wait += 1;
        const text = `${String((now + wait) % 24).padStart(2, "0")}:00`;
        if (found.open) expect(found.until).toBe(wait >= 24 * 7 ? null : text);
        else expect(found.opens).toBe(wait >= 24 * 40 ? null : text);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("the days on which clocks change", () => {
  const stateAt = (given: Shift[], zone: string, now: string) => openState(given, zone, new Date(now));
  const night = [shift(6, "22:00", "02:30"), shift(0, "09:00", "17:00")];

  it("an hour that is left out ends what would have ended in it", () => {
    // Berlin, 29 March 2026: after 01:59 comes 03:00.
    expect(stateAt(night, "Europe/Berlin", "2026-03-29T00:59:00Z")).toMatchObject({ open: true, until: "02:30" });
    expect(stateAt(night, "Europe/Berlin", "2026-03-29T01:00:00Z")).toMatchObject({ open: false, opens: "09:00" });
    expect(stateAt(night, "Europe/Berlin", "2026-03-29T07:00:00Z")).toMatchObject({ open: true, until: "17:00" });
    const early = [shift(0, "02:15", "05:00")];
    expect(stateAt(early, "Europe/Berlin", "2026-03-29T00:59:00Z").open).toBe(false);
    expect(stateAt(early, "Europe/Berlin", "2026-03-29T01:00:00Z").open).toBe(true);
  });

  it("what closed in an hour that is there twice stays closed", () => {
    // Berlin, 25 October 2026: after 02:59 comes 02:00 again.
    expect(stateAt(night, "Europe/Berlin", "2026-10-25T00:29:00Z")).toMatchObject({ open: true, until: "02:30" });
    for (const time of ["00:30", "00:59", "01:00", "01:15", "01:29", "01:45", "02:00"])
      expect(stateAt(night, "Europe/Berlin", `2026-10-25T${time}:00Z`), time).toMatchObject({ open: false });
    expect(stateAt(night, "Europe/Berlin", "2026-10-25T08:00:00Z").open).toBe(true);
  });

  it("what opened in it stays open, and what runs through it does not stop", () => {
    const early = [shift(0, "02:15", "05:00")];
    const through = [shift(6, "22:00", "06:00")];
    for (const time of ["00:15", "00:59", "01:00", "01:05", "02:00", "03:59"]) {
      expect(stateAt(early, "Europe/Berlin", `2026-10-25T${time}:00Z`).open, time).toBe(true);
      expect(stateAt(through, "Europe/Berlin", `2026-10-25T${time}:00Z`).open, time).toBe(true);
    }
    expect(stateAt(early, "Europe/Berlin", "2026-10-25T00:14:00Z").open).toBe(false);
    expect(stateAt(early, "Europe/Berlin", "2026-10-25T04:00:00Z").open).toBe(false);
  });

  it("also where clocks move by half an hour", () => {
    // Lord Howe Island, 5 April 2026: after 01:59 comes 01:30 again.
    const late = [shift(6, "20:00", "01:45")];
    expect(stateAt(late, "Australia/Lord_Howe", "2026-04-04T14:44:00Z").open).toBe(true);
    for (const time of ["14:45", "14:59", "15:00", "15:10", "15:20"])
      expect(stateAt(late, "Australia/Lord_Howe", `2026-04-04T${time}:00Z`).open, time).toBe(false);
  });
});

it.each([
  ["active", true],
  ["paused", false],
  ["pending", false],
  ["suspended", false],
  ["refused", false],
])("a shop that is %s takes orders: %s", (status, takes) => {
  expect(takesOrders(status)).toBe(takes);
});
