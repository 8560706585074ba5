"use client";
import { errorIn } from "@/components/accounts/form-parts";
import { dateText } from "@/components/retailers/week";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { saveSpecialDays } from "@/lib/retailers/keeping/actions";
import { daysOfValues } from "@/lib/retailers/keeping/rules/rows";
import { type Editing, EditShell, useEditing } from "./edit-shell";
import { ShiftRow } from "./shift-row";

type Words = Record<
  | "day"
  | "name"
  | "nameHint"
  | "none"
  | "closed"
  | "open"
  | "openOf"
  | "removeDayOf"
  | "newDay"
  | "opensOf"
  | "closesOf"
  | "removeShiftOf"
  | "remove"
  | "add"
  | "addFrom"
  | "addTo"
  | "addToHint"
  | "addButton"
  | "saveHint",
  string
>;

type Props = Editing & {
  fields: Words;
  /** The date that it is at the shop: no day before it can be added. */
  today: string;
};

const fill = (text: string, day: string, number = 0) => text.replace("{day}", day).replace("{number}", String(number));
const isDate = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

/** The dates that differ from the week: closed, or open in shifts of their own. Works by buttons, as the week does. */
export function DaysForm({ fields: w, today, ...editing }: Props) {
  const { state, act, pending } = useEditing(saveSpecialDays, editing);
  const days = daysOfValues(state.values);
  const called = (day: string) => (isDate(day) ? dateText(editing.locale, day) : w.newDay);
  const labels: Record<string, string> = {};
  for (const [index, { day, shifts }] of days.entries()) {
    labels[`d.${index}.day`] = called(day);
    labels[`d.${index}.name`] = called(day);
    for (const row of shifts.keys()) {
      labels[`d.${index}.${row}.opens`] = fill(w.opensOf, called(day), row + 1);
      labels[`d.${index}.${row}.closes`] = fill(w.closesOf, called(day), row + 1);
    }
  }
  const met = (state.data as { conflicts?: { field: string }[]; meanwhile?: { field: string }[] } | null) ?? {};
  const told = [...(met.conflicts ?? []), ...(met.meanwhile ?? [])].map(({ field }) => [field, called(field)]);
  return (
    <EditShell {...editing} {...{ state, act, pending }} labels={labels} called={Object.fromEntries(told)}>
      {days.length === 0 && <p className="text-ink-soft">{w.none}</p>}
      {days.length > 0 && (
        <div className="divide-y divide-line border-y border-line">
          {days.map(({ day, name, shifts }, index) => (
            <fieldset key={`${index} ${day} ${name}`} className="stack-2 py-4">
              <legend className="sr-only">{called(day)}</legend>
              <div className="grid items-end gap-3 sm:grid-cols-[11rem_1fr_auto]">
                <Field
                  type="date"
                  name={`d.${index}.day`}
                  label={w.day}
                  error={errorIn(state, `d.${index}.day`)}
                  defaultValue={day}
                  required
                />
                <Field
                  name={`d.${index}.name`}
                  label={w.name}
                  error={errorIn(state, `d.${index}.name`)}
                  defaultValue={name}
                  dir="auto"
                />
                <Button
                  type="submit"
                  name="do"
                  value={`remove.${index}`}
                  look="quiet"
                  className="justify-self-start"
                  aria-label={fill(w.removeDayOf, called(day))}
                >
                  {w.remove}
                </Button>
              </div>
              <div className="stack-2">
                {shifts.length === 0 && <p>{w.closed}</p>}
                {shifts.map((shift, row) => (
                  <ShiftRow
                    key={`${row} ${shift.opens} ${shift.closes}`}
                    name={`d.${index}.${row}`}
                    shift={shift}
                    labels={{
                      opens: labels[`d.${index}.${row}.opens`]!,
                      closes: labels[`d.${index}.${row}.closes`]!,
                      remove: fill(w.removeShiftOf, called(day), row + 1),
                    }}
                    remove={{ word: w.remove, does: `close.${index}.${row}` }}
                    state={state}
                  />
                ))}
                <Button
                  type="submit"
                  name="do"
                  value={`open.${index}`}
                  look="quiet"
                  aria-label={fill(w.openOf, called(day))}
                >
                  {w.open}
                </Button>
              </div>
            </fieldset>
          ))}
        </div>
      )}
      <fieldset key={JSON.stringify(days.map(({ day }) => day))} className="stack-3">
        <legend className="font-semibold">{w.add}</legend>
        <div className="grid items-end gap-3 sm:grid-cols-2">
          <Field type="date" name="add.from" label={w.addFrom} min={today} />
          <Field type="date" name="add.to" label={w.addTo} hint={w.addToHint} min={today} />
        </div>
        <Field name="add.name" label={w.name} hint={w.nameHint} dir="auto" />
        <Button type="submit" name="do" value="add" look="secondary">
          {w.addButton}
        </Button>
      </fieldset>
      <p className="text-sm text-ink-soft">{w.saveHint}</p>
    </EditShell>
  );
}
