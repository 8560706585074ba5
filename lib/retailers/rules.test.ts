import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openState, type Shift } from "./rules";

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
