"use client";
import { dayNames, firstDay } from "@/components/retailers/week";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/field";
import { saveHours } from "@/lib/retailers/keeping/actions";
import { weekOfValues } from "@/lib/retailers/keeping/rules/rows";
import { type Editing, EditShell, useEditing } from "./edit-shell";
import { ShiftRow } from "./shift-row";

type Words = Record<
  | "opensOf"
  | "closesOf"
  | "closed"
  | "addShift"
  | "addShiftOf"
  | "removeShiftOf"
  | "remove"
  | "copy"
  | "copyFrom"
  | "copyTo"
  | "copyButton"
  | "saveHint",
  string
>;

const fill = (text: string, day: string, number = 0) => text.replace("{day}", day).replace("{number}", String(number));

/** The hours of a week, several shifts a day. Its rows come and go by buttons that send the form, so that it needs no script. */
export function HoursForm({ fields: w, ...editing }: Editing & { fields: Words }) {
  const { state, act, pending } = useEditing(saveHours, editing);
  const week = weekOfValues(state.values);
  const names = dayNames(editing.locale);
  const first = firstDay(editing.locale);
  const order = names.map((_, index) => (first + index) % 7);
  const labels: Record<string, string> = Object.fromEntries(
    week.flatMap((rows, day) =>
      rows.flatMap((_, row) => [
        [`h.${day}.${row}.opens`, fill(w.opensOf, names[day]!, row + 1)],
        [`h.${day}.${row}.closes`, fill(w.closesOf, names[day]!, row + 1)],
      ]),
    ),
  );
  return (
    <EditShell
      {...editing}
      {...{ state, act, pending }}
      labels={labels}
      called={Object.fromEntries(names.map((name, day) => [String(day), name]))}
    >
      <div className="divide-y divide-line border-y border-line">
        {order.map((day) => (
          <fieldset key={day} className="grid gap-2 py-3 sm:grid-cols-[9rem_1fr]">
            <legend className="float-start py-2.5 font-semibold sm:contents">
              <span className="sm:py-2.5">{names[day]}</span>
            </legend>
            <div className="stack-2 clear-both">
              {week[day]!.length === 0 && <p className="py-2.5 text-ink-soft">{w.closed}</p>}
              {week[day]!.map((shift, row) => (
                <ShiftRow
                  key={`${row} ${shift.opens} ${shift.closes}`}
                  name={`h.${day}.${row}`}
                  shift={shift}
                  labels={{
                    opens: labels[`h.${day}.${row}.opens`]!,
                    closes: labels[`h.${day}.${row}.closes`]!,
                    remove: fill(w.removeShiftOf, names[day]!, row + 1),
                  }}
                  remove={{ word: w.remove, does: `remove.${day}.${row}` }}
                  state={state}
                />
              ))}
              <Button
                type="submit"
                name="do"
                value={`add.${day}`}
                look="quiet"
                aria-label={fill(w.addShiftOf, names[day]!)}
              >
                {w.addShift}
              </Button>
            </div>
          </fieldset>
        ))}
      </div>
      <fieldset className="stack-3">
        <legend className="font-semibold">{w.copy}</legend>
        <div className="max-w-60">
          <SelectField name="copy.from" label={w.copyFrom} defaultValue={String(first)}>
            {order.map((day) => (
              <option key={day} value={day}>
                {names[day]}
              </option>
            ))}
          </SelectField>
        </div>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <span>{w.copyTo}</span>
          {order.map((day) => (
            <label key={day} className="flex min-h-11 cursor-pointer items-center gap-2">
              <input type="checkbox" name={`copy.${day}`} className="size-5 accent-tile" />
              {names[day]}
            </label>
          ))}
          <Button type="submit" name="do" value="copy" look="secondary">
            {w.copyButton}
          </Button>
        </div>
      </fieldset>
      <p className="text-sm text-ink-soft">{w.saveHint}</p>
    </EditShell>
  );
}
