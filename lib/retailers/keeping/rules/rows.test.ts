import { describe, expect, it } from "vitest";
import {
  changeDays,
  changeWeek,
  datesOf,
  dayDrafts,
  daysOfValues,
  longestSpan,
  shiftsOfWeek,
  valuesOfDays,
  valuesOfWeek,
  weekDraft,
  weekOfValues,
} from "./rows";

const shift = (weekday: number, opens: string, closes: string) => ({ weekday, opens, closes });

describe("the rows of a week", () => {
  const week = [shift(1, "09:00", "13:00"), shift(1, "15:00", "19:00"), shift(6, "22:00", "02:00")];
  const draft = weekDraft(week);

  it("are fields of a form and back", () => {
    expect(weekOfValues(valuesOfWeek(draft))).toEqual(draft);
    expect(shiftsOfWeek(draft)).toEqual({ shifts: week, rows: ["h.1.0", "h.1.1", "h.6.0"] });
    expect(weekOfValues({})).toEqual([[], [], [], [], [], [], []]);
  });

  it("come and go by buttons; empty ones are no shifts, half filled ones are", () => {
    const added = changeWeek(draft, "add.0", {});
    expect(shiftsOfWeek(weekOfValues(valuesOfWeek(added)))).toEqual(shiftsOfWeek(draft));
    const half = { ...valuesOfWeek(added), "h.0.0.opens": "10:00" };
    expect(shiftsOfWeek(weekOfValues(half)).shifts[0]).toEqual(shift(0, "10:00", ""));
    expect(shiftsOfWeek(changeWeek(draft, "remove.1.0", {})).shifts).toEqual(week.slice(1));
    expect(changeWeek(draft, "nonsense", {})).toEqual(draft);
  });

  it("are copied to the days that are ticked", () => {
    const copied = changeWeek(draft, "copy", { "copy.from": "1", "copy.2": "on", "copy.6": "on" });
    expect(copied[2]).toEqual(draft[1]);
    expect(copied[6]).toEqual(draft[1]);
    expect(copied[1]).toEqual(draft[1]);
    expect(copied[0]).toEqual([]);
  });
});

describe("the rows of dates", () => {
  const days = dayDrafts([
    { day: "2026-12-24", name: "Eve", shifts: [{ opens: "09:00", closes: "12:00" }] },
    { day: "2026-12-25", name: "", shifts: [] },
  ]);

  it("are fields of a form and back", () => {
    expect(daysOfValues(valuesOfDays(days))).toEqual(days);
    expect(daysOfValues({})).toEqual([]);
  });

  it("are added for all days of a span that are not there yet, in order", () => {
    const added = changeDays(days, "add", { "add.from": "2026-12-23", "add.to": "2026-12-26", "add.name": "Holidays" });
    expect(added.map(({ day, name }) => [day, name])).toEqual([
      ["2026-12-23", "Holidays"],
      ["2026-12-24", "Eve"],
      ["2026-12-25", ""],
      ["2026-12-26", "Holidays"],
    ]);
    expect(changeDays([], "add", { "add.from": "2026-12-31" })).toHaveLength(1);
    expect(changeDays([], "add", { "add.from": "2026-12-31", "add.to": "2026-12-30" })).toEqual([]);
    expect(changeDays([], "add", { "add.from": "soon" })).toEqual([]);
    expect(changeDays([], "add", { "add.from": "2026-01-01", "add.to": "9999-01-01" })).toHaveLength(longestSpan);
  });

  it("get hours, lose them and go; what was left empty does not count", () => {
    const open = changeDays(days, "open.1", {});
    expect(datesOf(open)).toEqual(days);
    expect(changeDays(days, "close.0.0", {})[0]).toMatchObject({ day: "2026-12-24", shifts: [] });
    expect(changeDays(days, "remove.0", {})).toEqual(days.slice(1));
    expect(datesOf([...days, { day: "", name: "", shifts: [{ opens: "", closes: "" }] }])).toEqual(days);
  });
});
