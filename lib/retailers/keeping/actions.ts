"use server";
import { redirect } from "next/navigation";
import { env } from "@/lib/platform/env";
import type { FieldError } from "@/lib/platform/errors";
import { pathIn, safePath } from "@/lib/platform/messages/paths";
import { type FormState, localeOf, runForm, runThenNext, typed } from "@/lib/web/action";
import type { Operation } from "@/lib/web/operation";
import { type SettingsField, settingsNames } from "./input";
import { decideRetailer } from "./operations/decide";
import { editRetailer } from "./operations/edit";
import { setHours, setSpecialDays } from "./operations/hours";
import { type DatedHours, shiftsOf } from "./rules/hours";
import type { Difference } from "./rules/merge";
import {
  changeDays,
  changeWeek,
  datesOf,
  dayDrafts,
  daysOfValues,
  shiftsOfWeek,
  valuesOfDays,
  valuesOfWeek,
  weekOfValues,
} from "./rules/rows";
import { parts, type SettingsPart, settingsFrom, typedValue } from "./typed";
import type { KeptRetailerView } from "./views";

type Values = Record<string, string>;
type Told = { conflicts: Difference[]; meanwhile: Difference[]; retailer: KeptRetailerView };
/** What a form of settings shows of an edit that met another one; values as its fields show them. */
type Shown = { conflicts: Difference<string>[]; meanwhile: Difference<string>[] };

/** What a form carries unseen of what was there when it was made; undefined for what no page of ours wrote. */
function baseIn(values: Values): unknown {
  try {
    return JSON.parse(values.base ?? "");
  } catch {
    return undefined;
  }
}

const again = (values: Values, over: Partial<NonNullable<FormState>> = {}): FormState => ({
  ...{ message: "", code: "", errors: [], data: null },
  ...over,
  values,
});

/** Both changed: the form goes on from what is stored now, with what its reader wrote where the two differ. */
function meet(
  state: NonNullable<FormState>,
  base: (shop: KeptRetailerView) => unknown,
  show: (difference: Difference, value: unknown) => string,
  take: (values: Values, theirs: Difference[], shop: KeptRetailerView) => Values,
): FormState {
  const { conflicts, meanwhile, retailer } = state.data as Told;
  const both = new Set(conflicts.map(({ field }) => field));
  const theirs = meanwhile.filter(({ field }) => !both.has(field));
  const shown = (list: Difference[]) =>
    list.map((each) => ({
      field: each.field,
      was: show(each, each.was),
      now: show(each, each.now),
      yours: show(each, each.yours),
    }));
  const data: Shown = { conflicts: shown(conflicts), meanwhile: shown(theirs) };
  const values = { ...take(state.values, theirs, retailer), base: JSON.stringify(base(retailer)) };
  return { ...state, errors: [], values, data };
}

/** Saves, and goes on to the page that tells it. */
async function save(operation: Operation, form: FormData, input: Record<string, unknown>) {
  const locale = localeOf(form);
  const result = await runForm(operation, locale, input, form);
  if (!result.ok) return result.state;
  const { meanwhile } = result.data as Told;
  const next = safePath(String(form.get("next") ?? ""), pathIn(locale)("/admin"));
  redirect(`${next}?done=${meanwhile.length ? "shop_united" : "shop_saved"}`);
}

const settingsBase = (shop: KeptRetailerView) => Object.fromEntries(settingsNames.map((name) => [name, shop[name]]));

/** One page of a shop's settings. The fields of its place are called as in an application. */
export async function saveSettings(_: FormState, form: FormData): Promise<FormState> {
  const at = { locale: localeOf(form), currency: env.CHARSU_CURRENCY };
  const values = typed(form);
  const part = (values.part ?? "") as SettingsPart;
  if (!Object.hasOwn(parts, part)) return again(values);
  const bare = Object.fromEntries(Object.entries(values).map(([name, value]) => [name.replace(/^shop\./, ""), value]));
  const known = baseIn(values);
  const base = typeof known === "object" && known !== null ? (known as Partial<Record<SettingsField, unknown>>) : {};
  const seen = Object.fromEntries(parts[part].filter((name) => name in base).map((name) => [name, base[name]]));
  const input = { id: Number(values.id), ...settingsFrom(bare, part, base, at), base: seen };
  const state = await save(editRetailer, form, input);
  const named = (field: string) => (part === "place" ? `shop.${field}` : field);
  if (state.code !== "changed")
    return { ...state, errors: state.errors.map((each) => ({ ...each, field: named(each.field) })) };
  return meet(
    state,
    settingsBase,
    ({ field }, value) => typedValue(field as SettingsField, value, at),
    (mine, theirs) => {
      const taken = { ...mine };
      for (const { field, now } of theirs) {
        const text = typedValue(field as SettingsField, now, at);
        if (typeof now === "boolean" && !now) delete taken[named(field)];
        else taken[named(field)] = text;
      }
      return taken;
    },
  );
}

/** `hours.3.opens` of the operation as the row of the form that it was typed into. */
const inRows = (errors: readonly FieldError[], name: RegExp, place: (match: RegExpExecArray) => string): FieldError[] =>
  errors.map((each) => {
    const match = name.exec(each.field);
    return match ? { ...each, field: place(match) } : each;
  });

/** The editor of a week; its buttons add, remove and copy rows and save nothing. */
export async function saveHours(_: FormState, form: FormData): Promise<FormState> {
  const values = typed(form);
  const { id = "", base = "" } = values;
  const week = weekOfValues(values);
  const unseen = { id, base };
  if (values.do) return again({ ...unseen, ...valuesOfWeek(changeWeek(week, values.do, values)) });
  const { shifts, rows } = shiftsOfWeek(week);
  const state = await save(setHours, form, { id: Number(id), hours: shifts, base: baseIn(values) });
  if (state.code !== "changed") {
    const errors = inRows(
      state.errors,
      /^hours\.(\d+)\.?(\w*)$/,
      ([, at, field]) => `${rows[Number(at)]}.${field || "opens"}`,
    );
    return { ...state, errors };
  }
  return meet(
    state,
    (shop) => shop.hours,
    (_each, value) => String(value ?? ""),
    (_mine, theirs) => {
      const united = week.map((rows, weekday) => {
        const other = theirs.find(({ field }) => field === String(weekday));
        return other ? shiftsOf(String(other.now ?? "")) : rows;
      });
      return { ...unseen, ...valuesOfWeek(united) };
    },
  );
}

const dayLine = (value: unknown): string => {
  const day = value as DatedHours | null;
  return day ? [day.name, day.hours].filter(Boolean).join(": ") || "–" : "";
};

/** The editor of dates that differ from the week; its buttons save nothing either. */
export async function saveSpecialDays(_: FormState, form: FormData): Promise<FormState> {
  const values = typed(form);
  const { id = "", base = "" } = values;
  const drafts = daysOfValues(values);
  const unseen = { id, base };
  if (values.do) return again({ ...unseen, ...valuesOfDays(changeDays(drafts, values.do, values)) });
  // What was chosen and not yet added counts, too.
  const all = values["add.from"] ? changeDays(drafts, "add", values) : drafts;
  const days = datesOf(all);
  const state = await save(setSpecialDays, form, { id: Number(id), days, base: baseIn(values) });
  if (state.code !== "changed") {
    const errors = inRows(state.errors, /^days\.(\d+)\.(?:shifts\.(\d+)\.)?(\w+)$/, ([, day, shift, field]) =>
      ["d", day, shift, field].filter((part) => part !== undefined).join("."),
    );
    return { ...state, values: { ...unseen, ...valuesOfDays(days) }, errors };
  }
  return meet(
    state,
    (shop) => shop.specialDays,
    (_each, value) => dayLine(value),
    (_mine, theirs, shop) => {
      const others = new Set(theirs.map(({ field }) => field));
      const mine = days.filter(({ day }) => !others.has(day));
      const now = dayDrafts(shop.specialDays.filter(({ day }) => others.has(day)));
      const united = [...mine, ...now].sort((a, b) => a.day.localeCompare(b.day));
      return { ...unseen, ...valuesOfDays(united) };
    },
  );
}

export const saveDecision = async (_: FormState, form: FormData): Promise<FormState> =>
  runThenNext(decideRetailer, form);
