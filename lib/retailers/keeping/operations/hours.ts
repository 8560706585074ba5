import { and, eq, gte, inArray } from "drizzle-orm";
import { hoursExceptions, openingHours } from "@/db/schema";
import { AppError, type FieldError } from "@/lib/platform/errors";
import { operation } from "@/lib/web/operation";
import { setHoursInput, setSpecialDaysInput } from "../input";
import { keptRetailer } from "../queries";
import { byDate, byWeekday, type DatedHours, shiftsOf } from "../rules/hours";
import { merge } from "../rules/merge";
import { savedRetailerView } from "../views";
import { shopToChange, writes } from "./rights";

export const setHours = operation({
  ...writes,
  name: "retailers.keeping.setHours",
  summary:
    "Sets the week's opening hours in the shop's own time zone, several shifts a day, also past midnight. With `base`, days that somebody else changed since are kept, and days that both changed differently are refused with both.",
  http: { method: "PUT", path: "/api/retailers/{id}/hours", errors: ["not_found", "changed"] },
  message: "The hours are saved.",
  input: setHoursInput,
  output: savedRetailerView,
  run: async (given) => {
    const { input, tx, context, record } = given;
    const { id, hours, base } = input;
    const retailer = await shopToChange(given, id);
    const was = base && byWeekday(base);
    const { write, conflicts, meanwhile } = merge<string>(byWeekday(retailer.hours), was, byWeekday(hours));
    if (conflicts.length) {
      throw new AppError("changed", context.say("admin.shop.changed_meanwhile"), {
        data: { conflicts, meanwhile, retailer },
      });
    }
    const days = Object.keys(write).map(Number);
    if (!days.length) return { retailer, meanwhile };
    await tx.delete(openingHours).where(and(eq(openingHours.retailerId, id), inArray(openingHours.weekday, days)));
    const rows = days.flatMap((weekday) =>
      shiftsOf(write[weekday] ?? "").map((shift) => ({ retailerId: id, weekday, ...shift })),
    );
    if (rows.length) await tx.insert(openingHours).values(rows);
    await record("retailer.changed", { retailerId: id });
    return { retailer: (await keptRetailer(tx, id))!, meanwhile };
  },
});

const years = (date: string, count: number) => `${Number(date.slice(0, 4)) + count}${date.slice(4)}`;

export const setSpecialDays = operation({
  ...writes,
  name: "retailers.keeping.setSpecialDays",
  summary:
    "Sets the days from today on on which the week's hours do not hold: closed, or open in other shifts. With `base`, days that somebody else changed since are kept, and days that both changed differently are refused with both.",
  http: { method: "PUT", path: "/api/retailers/{id}/special-days", errors: ["not_found", "changed"] },
  message: "The days are saved.",
  input: setSpecialDaysInput,
  output: savedRetailerView,
  run: async (given) => {
    const { input, tx, context, record } = given;
    const { id, days, base } = input;
    const { say } = context;
    const retailer = await shopToChange(given, id);
    const { today } = retailer;
    // What was there when the form was opened may be over by now.
    const known = new Set(base?.map(({ day }) => day));
    const until = years(today, 2);
    const errors = days.flatMap(({ day }, index): FieldError[] => {
      const field = `days.${index}.day`;
      if (day < today && !known.has(day)) return [{ field, code: "past", message: say("fields.past") }];
      return day > until ? [{ field, code: "far", message: say("fields.far") }] : [];
    });
    if (errors.length) throw new AppError("invalid", say("errors.invalid"), { errors });

    const stored = byDate(retailer.specialDays);
    const coming = (given: typeof days) => byDate(given.filter(({ day }) => day >= today));
    const [was, yours] = [base && coming(base), coming(days)];
    const gone = Object.keys(was ?? stored).filter((day) => !(day in yours));
    const mine = { ...Object.fromEntries(gone.map((day) => [day, null])), ...yours };
    const { write, conflicts, meanwhile } = merge<DatedHours>(
      stored,
      was && { ...Object.fromEntries(Object.keys({ ...stored, ...yours }).map((day) => [day, null])), ...was },
      mine,
    );
    if (conflicts.length) {
      throw new AppError("changed", say("admin.shop.changed_meanwhile"), { data: { conflicts, meanwhile, retailer } });
    }
    const written = Object.keys(write);
    if (!written.length) return { retailer, meanwhile };
    await tx
      .delete(hoursExceptions)
      .where(
        and(eq(hoursExceptions.retailerId, id), gte(hoursExceptions.day, today), inArray(hoursExceptions.day, written)),
      );
    const rows = Object.entries(write).flatMap(([day, kept]) => {
      if (kept === null) return [];
      const shifts = shiftsOf(kept.hours);
      const row = { retailerId: id, day, name: kept.name };
      return shifts.length ? shifts.map((shift) => ({ ...row, ...shift })) : [row];
    });
    if (rows.length) await tx.insert(hoursExceptions).values(rows);
    await record("retailer.changed", { retailerId: id });
    return { retailer: (await keptRetailer(tx, id))!, meanwhile };
  },
});
