"use client";
import { Button } from "@/components/ui/button";
import { Field, FieldGroup } from "@/components/ui/field";
import type { ProductOption } from "@/lib/catalog/keeping/input";
import { GridInput } from "./grid-input";
import { fill, type Words } from "./words";

/** The options of a product: each value in a field of its own, so that it can be named anew, and a field for more. */
export function OptionFields({ options, words }: { options: readonly ProductOption[]; words: Words }) {
  const w = (key: string) => words[key] ?? key;
  const place = options.length;
  return (
    <FieldGroup legend={w("options")} hint={w("options_hint")}>
      <div className="grid gap-4">
        {options.map(({ name, values }, index) => (
          <div key={name} className="grid gap-3 border-s-4 border-line ps-4 md:grid-cols-[14rem_minmax(0,1fr)]">
            <input type="hidden" name={`options.${index}.was`} value={name} />
            <Field
              name={`options.${index}.name`}
              label={fill(w("option_name"), { number: index + 1 })}
              defaultValue={name}
              dir="auto"
            />
            <div className="stack-1">
              <p className="font-semibold" aria-hidden="true">
                {fill(w("option_values"), { name })}
              </p>
              <p className="text-sm text-ink-soft">{w("option_clear_hint")}</p>
              <div className="flex flex-wrap gap-2">
                {values.map((value, number) => (
                  <span key={value} className="w-36">
                    <input type="hidden" name={`options.${index}.values.${number}.was`} value={value} />
                    <GridInput
                      name={`options.${index}.values.${number}.now`}
                      label={fill(w("option_value"), { number: number + 1, name })}
                      defaultValue={value}
                      dir="auto"
                    />
                  </span>
                ))}
              </div>
            </div>
            <div className="md:col-start-2">
              <Field
                name={`options.${index}.more`}
                label={fill(w("option_more"), { name })}
                hint={w("option_more_hint")}
                dir="auto"
              />
            </div>
          </div>
        ))}
        <div className="grid items-end gap-3 md:grid-cols-[14rem_minmax(0,1fr)]">
          <Field name={`options.${place}.name`} label={w("option_new")} dir="auto" />
          <Field
            name={`options.${place}.more`}
            label={w("option_new_values")}
            hint={w("option_more_hint")}
            dir="auto"
          />
        </div>
        <div className="flex flex-wrap gap-3">
          <Button type="submit" name="do" value="apply" look="secondary">
            {w("options_apply")}
          </Button>
          {options.length > 0 && (
            <Button type="submit" name="do" value="complete" look="quiet">
              {w("options_complete")}
            </Button>
          )}
        </div>
      </div>
    </FieldGroup>
  );
}
