"use client";
import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextAreaField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { stepOrder } from "@/lib/orders/keeping/actions";

type Props = {
  locale: string;
  /** The order, the status that is seen, and where a move comes back to. */
  id: string;
  from: string;
  next: string;
  /** `ahead` is the move that brings the order on its way. */
  moves: readonly { to: string; label: string; hint?: string; ahead: boolean }[];
  words: Record<"problem" | "note" | "noteHint" | "optional" | "pending" | "none", string>;
};

/** Each move that an order can make as a button, with a note that goes along with whichever is pressed. */
export function MoveForm({ locale, id, from, next, moves, words }: Props) {
  const [state, act, pending] = useActionState(stepOrder, null);
  const items = state?.errors.length ? state.errors : state ? [{ field: null, message: state.message }] : [];
  return (
    <Form action={act} className="stack-4">
      {state && <ErrorSummary title={words.problem} news={state} items={items} />}
      {Object.entries({ locale, id, from, next }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {moves.length === 0 && <p>{words.none}</p>}
      {moves.length > 0 && (
        <TextAreaField
          key={state?.values.note ?? ""}
          name="note"
          label={words.note}
          hint={words.noteHint}
          optional={words.optional}
          rows={2}
          maxLength={500}
          dir="auto"
          defaultValue={state?.values.note ?? ""}
        />
      )}
      <ul className="stack-3">
        {moves.map(({ to, label, hint, ahead }) => (
          <li key={to}>
            <Button type="submit" name="to" value={to} look={ahead ? "primary" : "secondary"} disabled={pending}>
              {pending ? words.pending : label}
            </Button>
            {hint && <p className="mt-1 text-sm text-ink-soft">{hint}</p>}
          </li>
        ))}
      </ul>
    </Form>
  );
}
