"use client";
import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { useNewsFocus } from "@/components/ui/news-focus";
import { Notice } from "@/components/ui/notice";
import { stepOrders } from "@/lib/orders/keeping/actions";
import type { MovedView } from "@/lib/orders/keeping/views";

type Words = Record<"title" | "note" | "optional" | "print" | "pending" | "all", string>;

type Props = {
  /** The form's id, which checkboxes elsewhere on the page belong to. */
  id: string;
  locale: string;
  /** The status that the page shows. */
  from: string;
  moves: readonly { to: string; label: string }[];
  packingHref: string;
  /** There is nothing to select: it only tells what became of the last ones. */
  empty: boolean;
  words: Words;
};

/** What became of several orders, each told. */
function Outcomes({ data: { moved, outcomes, summary } }: { data: MovedView }) {
  return (
    <Notice tone={moved < outcomes.length ? "warn" : "good"} title={summary}>
      <ul className="mt-1 text-sm">
        {outcomes.map(({ number, ok, message }) => (
          <li key={number} className={ok ? "" : "font-semibold"}>
            <bdi>{number}</bdi>: {message}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** Moves and prints the orders that are selected on the page, and tells of each what became of it. */
export function BulkBar({ id, locale, from, moves, packingHref, empty, words }: Props) {
  const [state, act, pending] = useActionState(stepOrders, null);
  const focus = useNewsFocus(state);
  const data = state?.data as MovedView | null | undefined;
  const checkAll = (checked: boolean) => {
    for (const box of document.querySelectorAll<HTMLInputElement>(`input[form="${id}"][name="ids"]`))
      box.checked = checked;
  };
  return (
    <Form id={id} action={act} className={classNames("stack-3", !empty && "cut-9 border border-line bg-surface p-4")}>
      {state && (
        <div ref={focus} role="alert" tabIndex={-1}>
          {data ? <Outcomes data={data} /> : <Notice tone="bad">{state.errors[0]?.message ?? state.message}</Notice>}
        </div>
      )}
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="from" value={from} />
      {!empty && (
        <>
          <h2 className="font-semibold">{words.title}</h2>
          <label className="hidden min-h-11 w-fit items-center gap-3 scripted:flex">
            <input type="checkbox" className="size-5 accent-tile" onChange={({ target }) => checkAll(target.checked)} />
            {words.all}
          </label>
          <div className="flex flex-wrap items-end gap-3">
            {moves.length > 0 && (
              <div className="grow basis-60 md:max-w-md">
                <Field name="note" label={words.note} optional={words.optional} maxLength={500} dir="auto" />
              </div>
            )}
            {moves.map(({ to, label }, index) => (
              <Button
                key={to}
                type="submit"
                name="to"
                value={to}
                look={index ? "secondary" : "primary"}
                disabled={pending}
              >
                {pending ? words.pending : label}
              </Button>
            ))}
            <Button type="submit" look="secondary" formAction={packingHref} formMethod="get" formTarget="_blank">
              {words.print}
            </Button>
          </div>
        </>
      )}
    </Form>
  );
}
