"use client";
import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Form } from "@/components/ui/form";
import { problemsOf, toldOf } from "@/components/ui/problems";
import type { sendCode } from "@/lib/auth/actions";

export type FormState = Awaited<ReturnType<typeof sendCode>>;
export type FormAction = (state: FormState, form: FormData) => Promise<FormState>;

/** Where a form goes: its action, the REST door that does the same, and the page that comes after it. */
export type FormDoor = {
  /** Tells the forms of a view apart. */
  id: string;
  action: FormAction;
  method: "POST" | "PUT" | "PATCH" | "DELETE";
  api: string;
  next: string;
};

type Props = {
  door: Omit<FormDoor, "action">;
  act: (form: FormData) => void;
  state: FormState;
  /** What the summary of errors is called. */
  problem: string;
  /** The fields that the form shows, in their order; the others' errors have nothing to link to. */
  asked: readonly { name: string; label: string }[];
  /** The page's locale, where the form does not ask for one itself. */
  locale?: string | undefined;
  className?: string;
  children: ReactNode;
};

/** A form with its errors before it. */
export function FormShell({ door, act, state, problem, asked, locale, className, children }: Props) {
  const errors = toldOf(state);
  const items = problemsOf(errors, asked);
  return (
    <Form
      action={act}
      noValidate
      className={classNames("grid", className ?? "gap-5")}
      data-profile-form={door.id}
      data-method={door.method}
      data-api={door.api}
      data-problem={problem}
    >
      {state && items.length > 0 && <ErrorSummary title={problem} news={state} items={items} />}
      {locale !== undefined && <input type="hidden" name="locale" value={locale} />}
      <input type="hidden" name="next" value={door.next} />
      {children}
    </Form>
  );
}
