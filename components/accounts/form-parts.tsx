"use client";
import { ErrorSummary } from "@/components/ui/error-summary";
import { type Problem, problemsOf } from "@/components/ui/problems";
import type { sendCode } from "@/lib/auth/actions";

export type FormState = Awaited<ReturnType<typeof sendCode>>;

/** What a form sends along unseen: its language, where it leads, and what it already knows. */
export function HiddenFields({ values }: { values: Record<string, string> }) {
  return Object.entries(values).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);
}

/** What is wrong with one field. */
export const errorIn = (state: FormState, field: string): string | undefined =>
  state?.errors.find((each) => each.field === field)?.message;

type RefusalProps = { title: string; state: FormState; errors?: Problem[] | undefined; labels: Record<string, string> };

/**
 * What is wrong, before the form.
 * @param errors what is told in the place of the answer's own
 * @param labels the fields that the form shows, by name, in their order
 */
export function Refusal({ title, state, errors, labels }: RefusalProps) {
  if (!state) return null;
  const asked = Object.entries(labels).map(([name, label]) => ({ name, label }));
  const items = problemsOf(errors ?? state.errors, asked);
  const told = items.length ? items : [{ field: null, message: state.message }];
  return <ErrorSummary title={title} items={told} news={state} />;
}
