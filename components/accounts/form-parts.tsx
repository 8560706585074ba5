"use client";
import { ErrorSummary } from "@/components/ui/error-summary";
import { fieldId } from "@/components/ui/field";
import type { sendCode } from "@/lib/auth/actions";

export type FormState = Awaited<ReturnType<typeof sendCode>>;

/** What a form sends along unseen: its language, where it leads, and what it already knows. */
export function HiddenFields({ values }: { values: Record<string, string> }) {
  return Object.entries(values).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);
}

/**
 * The id of a field of one form. A page that was left stays in the document for a while, and labels know ids alone: no
 * two forms may share one.
 * @param form of `useId`
 */
export const idIn = (form: string, name: string): string => fieldId(`${form}.${name}`);

/** What is wrong with one field. */
export const errorIn = (state: FormState, field: string): string | undefined =>
  state?.errors.find((each) => each.field === field)?.message;

type RefusalProps = { form: string; title: string; state: FormState; labels: Record<string, string> };

/**
 * What is wrong, before the form.
 * @param labels the fields that the form shows, by name; where there are several, each message begins with its field
 */
export function Refusal({ form, title, state, labels }: RefusalProps) {
  if (!state) return null;
  const several = Object.keys(labels).length > 1;
  const items = state.errors.map(({ field, message }) => {
    const label = field === null ? undefined : labels[field];
    if (label === undefined) return { field: null, message };
    return { field: `${form}.${field}`, message: several ? `${label}: ${message}` : message };
  });
  return <ErrorSummary title={title} items={items.length ? items : [{ field: null, message: state.message }]} />;
}
