"use client";
import { type ReactNode, useActionState, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Choice, Field, SelectField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import type { showBulk } from "@/lib/catalog/keeping/actions";
import type { Words } from "./words";

type Props = {
  action: typeof showBulk;
  locale: string;
  /** What the list is narrowed to. */
  filters: Readonly<Record<string, string | undefined>>;
  words: Words;
  /** The list, with its checkboxes. */
  children: ReactNode;
};

const shown = ["action", "percent", "categoryTo"];

const boxesIn = (within: Element | null | undefined): HTMLInputElement[] => [
  ...(within?.querySelectorAll<HTMLInputElement>('input[name="ids"]') ?? []),
];

/** Selects all of the page's rows; only where there is script. */
function SelectAll({ label }: { label: string }) {
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  if (!ready) return null;
  return (
    <label className="inline-flex min-h-11 items-center gap-3 font-semibold">
      <input
        type="checkbox"
        className="size-5 accent-tile"
        onChange={({ currentTarget: { form, checked } }) => {
          for (const box of boxesIn(form)) box.checked = checked;
        }}
      />
      {label}
    </label>
  );
}

/** Around a list of products: changes those that are selected, or all that its view finds, after a page that shows what. */
export function BulkForm({ action, locale, filters, words, children }: Props) {
  const [state, act, pending] = useActionState(action, null);
  const list = useRef<HTMLDivElement>(null);
  const selected = useRef<ReadonlySet<string>>(new Set());
  // A form that was sent begins anew; after a refusal the rows are to be found as they were.
  useEffect(() => {
    if (!state) return;
    for (const box of boxesIn(list.current)) box.checked = selected.current.has(box.value);
  }, [state]);
  const keepSelected = () => {
    selected.current = new Set(
      boxesIn(list.current)
        .filter(({ checked }) => checked)
        .map(({ value }) => value),
    );
  };
  const w = (key: string) => words[key] ?? key;
  const errorOf = (field: string) => state?.errors.find((each) => each.field === field)?.message;
  const value = (name: string) => state?.values[name] ?? "";
  return (
    <Form action={act} noValidate className="stack-4" onSubmit={keepSelected}>
      <input type="hidden" name="locale" value={locale} />
      {Object.entries(filters).map(
        ([name, text]) => text && name !== "sort" && <input key={name} type="hidden" name={name} value={text} />,
      )}
      <SelectAll label={w("select_all")} />
      <div ref={list}>{children}</div>
      <section className="stack-4 max-w-3xl border-t border-line pt-5">
        <div className="stack-1">
          <h2 className="text-lg font-semibold">{w("bulk")}</h2>
          <p className="text-ink-soft">{w("bulk_lead")}</p>
        </div>
        {state && (
          <ErrorSummary
            title={w("problem")}
            news={state}
            items={
              state.errors.length
                ? state.errors.map(({ field, message }) => ({ field: shown.includes(field) ? field : null, message }))
                : [{ field: null, message: state.message }]
            }
          />
        )}
        <fieldset>
          <legend className="font-semibold">{w("bulk_which")}</legend>
          <div className="mt-2 grid gap-3 sm:grid-cols-2">
            <Choice
              name="which"
              value="selected"
              label={w("bulk_selected")}
              defaultChecked={value("which") !== "all"}
            />
            <Choice name="which" value="all" label={w("bulk_all")} defaultChecked={value("which") === "all"} />
          </div>
        </fieldset>
        <div className="grid items-end gap-4 sm:grid-cols-3" key={JSON.stringify(state?.values ?? {})}>
          <SelectField name="action" label={w("bulk_action")} defaultValue={value("action")} error={errorOf("action")}>
            {["publish", "archive", "price", "move"].map((each) => (
              <option key={each} value={each}>
                {w(`bulk_actions.${each}`)}
              </option>
            ))}
          </SelectField>
          <Field
            name="percent"
            label={w("bulk_percent")}
            hint={w("bulk_percent_hint")}
            error={errorOf("percent")}
            defaultValue={value("percent")}
            dir="ltr"
          />
          <Field
            name="categoryTo"
            label={w("bulk_category")}
            hint={w("bulk_category_hint")}
            error={errorOf("categoryTo")}
            defaultValue={value("categoryTo")}
            dir="auto"
          />
        </div>
        <Button type="submit" look="secondary" disabled={pending} className="justify-self-start">
          {w("bulk_show")}
        </Button>
      </section>
    </Form>
  );
}
