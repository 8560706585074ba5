"use client";
import { ErrorSummary } from "@/components/ui/error-summary";
import type { sendCode } from "@/lib/auth/actions";

export type FormState = Awaited<ReturnType<typeof sendCode>>;

/** What a form sends along unseen: its language, where it leads, and what it already knows. */
export function HiddenFields({ values }: { values: Record<string, string> }) {
  return Object.entries(values).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);
}

/** What is wrong with one field. */
export const errorIn = (state: FormState, field: string): string | undefined =>
  state?.errors.find((each) => each.field === field)?.message;

type Problem = { field: string | null; message: string };
type RefusalProps = { title: string; state: FormState; errors?: Problem[] | undefined; labels: Record<string, string> };

/**
 * What is wrong, before the form.
 * @param errors what is told in the place of the answer's own
 * @param labels the fields that the form shows, by name; where there are several, each message begins with its field
 */
export function Refusal({ title, state, errors, labels }: RefusalProps) {
  if (!state) return null;
  const several = Object.keys(labels).length > 1;
  const items = (errors ?? state.errors).map(({ field, message }) => {
    const label = field === null ? undefined : labels[field];
    if (label === undefined) return { field: null, message };
    return { field, message: several ? `${label}: ${message}` : message };
  });
  const told = items.length ? items : [{ field: null, message: state.message }];
  return <ErrorSummary title={title} items={told} news={state} />;
}
