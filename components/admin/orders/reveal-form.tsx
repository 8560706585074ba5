"use client";
import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { useNewsFocus } from "@/components/ui/news-focus";
import { Notice } from "@/components/ui/notice";
import { showContact } from "@/lib/orders/keeping/actions";

type Props = {
  locale: string;
  /** The order. */
  id: string;
  words: Record<"problem" | "reason" | "hint" | "show" | "pending" | "shown", string>;
};

/** Asks why, and shows the contact once; it is gone when the page is left. */
export function RevealForm({ locale, id, words }: Props) {
  const [state, act, pending] = useActionState(showContact, null);
  const shown = state?.data as { lines: string[] } | null | undefined;
  const focus = useNewsFocus(shown);
  if (shown) {
    return (
      <div ref={focus} tabIndex={-1}>
        <Notice tone="good" live="status" title={words.shown}>
          <address className="mt-1 not-italic">
            {shown.lines.map((line) => (
              <span key={line} dir="auto" className="block break-words">
                {line}
              </span>
            ))}
          </address>
        </Notice>
      </div>
    );
  }
  const error = state?.errors.find(({ field }) => field === "reason")?.message;
  return (
    <Form action={act} noValidate className="stack-3">
      {state && (
        <ErrorSummary
          title={words.problem}
          news={state}
          items={[{ field: error ? "reason" : null, message: error ?? state.message }]}
        />
      )}
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="id" value={id} />
      <Field
        key={state?.values.reason ?? ""}
        name="reason"
        label={words.reason}
        hint={words.hint}
        error={error}
        defaultValue={state?.values.reason ?? ""}
        maxLength={300}
        dir="auto"
        required
      />
      <Button type="submit" look="secondary" disabled={pending}>
        {pending ? words.pending : words.show}
      </Button>
    </Form>
  );
}
