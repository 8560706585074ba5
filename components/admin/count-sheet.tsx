"use client";
import { useActionState } from "react";
import type { FormAction } from "@/components/profile/form-shell";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { refusalLooks } from "@/components/ui/refusal-looks";

type Row = { id: number; name: string; options: string; sku: string; stock: number };
type Words = Record<
  "problem" | "button" | "pending" | "caption" | "product" | "sku" | "left" | "counted" | "note" | "print" | "none",
  string
>;
type Props = { action: FormAction; locale: string; next: string; rows: readonly Row[]; words: Words };

/** A sheet to walk along the shelves with: a row for each variant, on paper or on a phone. Empty rows were not counted. */
export function CountSheet({ action, locale, next, rows, words }: Props) {
  const [state, act, pending] = useActionState(action, null);
  const errorOf = (id: number) => state?.errors.find(({ field }) => field === `counted.${id}`)?.message;
  const items = (state?.errors ?? []).map(({ field, message }) =>
    field === "lines" ? { field: null, message: words.none } : { field, message },
  );
  return (
    <Form action={act} noValidate className="stack-5">
      {state && (
        <ErrorSummary
          title={words.problem}
          news={state}
          items={items.length ? items : [{ field: null, message: state.message }]}
        />
      )}
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="next" value={next} />
      <table className="w-full border-collapse text-sm">
        <caption className="sr-only">{words.caption}</caption>
        <thead>
          <tr className="border-b-2 border-edge text-start">
            <th scope="col" className="py-2 pe-3 text-start font-semibold">
              {words.product}
            </th>
            <th scope="col" className="px-3 py-2 text-start font-semibold max-md:hidden">
              {words.sku}
            </th>
            <th scope="col" className="px-3 py-2 text-end font-semibold">
              {words.left}
            </th>
            <th scope="col" className="w-28 py-2 ps-3 text-start font-semibold">
              {words.counted}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, name, options, sku, stock }) => {
            const error = errorOf(id);
            return (
              <tr key={id} className="break-inside-avoid border-b border-line">
                <th scope="row" className="py-2 pe-3 text-start font-normal">
                  <span className="block font-semibold">
                    <bdi>{name}</bdi>
                  </span>
                  {options && <bdi className="text-ink-soft">{options}</bdi>}
                  {error && (
                    <span id={`problem-${id}`} className={refusalLooks.message}>
                      {error}
                    </span>
                  )}
                </th>
                <td className="px-3 py-2 max-md:hidden">
                  <bdi>{sku}</bdi>
                </td>
                <td className="px-3 py-2 text-end tabular-nums">{stock}</td>
                <td className="py-2 ps-3">
                  <input type="hidden" name={`seen.${id}`} value={stock} />
                  <input
                    key={state?.values[`counted.${id}`] ?? ""}
                    name={`counted.${id}`}
                    inputMode="numeric"
                    autoComplete="off"
                    aria-label={`${words.counted}: ${name} ${options}`.trim()}
                    aria-invalid={error ? true : undefined}
                    aria-describedby={error ? `problem-${id}` : undefined}
                    defaultValue={state?.values[`counted.${id}`] ?? ""}
                    className="min-h-11 w-full rounded-md border border-edge bg-surface px-2 tabular-nums aria-invalid:border-bad"
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <div className="max-w-xl print:hidden">
        <Field name="note" label={words.note} defaultValue={state?.values.note ?? ""} dir="auto" />
      </div>
      <div className="flex flex-wrap gap-3 print:hidden">
        <Button type="submit" disabled={pending}>
          {pending ? words.pending : words.button}
        </Button>
        <Button look="secondary" className="scriptless:hidden" onClick={() => window.print()}>
          {words.print}
        </Button>
      </div>
    </Form>
  );
}
