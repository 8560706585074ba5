"use client";
import { type ReactNode, useActionState } from "react";
import { type FieldSpec, FormField } from "@/components/profile/fields";
import type { FormAction } from "@/components/profile/form-shell";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Form } from "@/components/ui/form";
import { toldOf } from "@/components/ui/problems";

type Props = {
  action: FormAction;
  locale: string;
  /** The page that comes after it. */
  next: string;
  fields?: readonly FieldSpec[];
  /** Sent along without being asked for. */
  hidden?: Readonly<Record<string, string>>;
  /** `of` is read aloud after the button's word, where several stand on a page. */
  words: { problem: string; button: string; pending: string; of?: string };
  look?: "primary" | "secondary" | "quiet";
  className?: string;
  /** Fields of the form's own. */
  children?: ReactNode;
};

/** A form of the back office: its errors before it and beside their fields, with and without script. */
export function AdminForm({ action, locale, next, fields = [], hidden = {}, words, look, className, children }: Props) {
  const [state, act, pending] = useActionState(action, null);
  const shown = new Set(fields.map(({ name }) => name));
  const items = toldOf(state);
  return (
    <Form
      action={act}
      noValidate
      className={classNames("grid", className ?? (fields.length ? "max-w-xl gap-5" : "gap-3"))}
    >
      {state && items.length > 0 && (
        <ErrorSummary
          title={words.problem}
          news={state}
          items={items.map(({ field, message }) => ({
            field: field !== null && shown.has(field) ? field : null,
            message,
          }))}
        />
      )}
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="next" value={next} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {fields.map((field) => (
        <FormField key={field.name} field={field} state={state} />
      ))}
      {children}
      <Button type="submit" className="justify-self-start" look={look} disabled={pending}>
        {pending ? words.pending : words.button}
        {words.of && (
          <span dir="auto" className="sr-only">
            {" "}
            {words.of}
          </span>
        )}
      </Button>
    </Form>
  );
}
