"use client";
import { type ReactNode, useActionState } from "react";
import { type FieldSpec, FormField } from "@/components/profile/fields";
import type { FormAction } from "@/components/profile/form-shell";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Form } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import { toldOf } from "@/components/ui/problems";
import { RoleChoices } from "./role-choices";

type Words = Record<
  "problem" | "pending" | "make" | "roles" | "made" | "madeLead" | "login" | "password" | "open" | "another",
  string
>;

type Props = {
  action: FormAction;
  locale: string;
  fields: readonly FieldSpec[];
  roles: readonly { value: string; label: string; note: string }[];
  words: Words;
  /** The list of people: a person's page stands below it. */
  people: string;
  reach: ReactNode;
};

type Made = { user: { id: number; name: string; email: string | null; phone: string | null }; password: string };

/** Makes an account and shows its password once: in the answer to the form itself, so that no address and no history has it. */
export function NewPersonForm({ action, locale, fields, roles, words, people, reach }: Props) {
  const [state, act, pending] = useActionState(action, null);
  const made = (state && !state.code ? state.data : null) as Made | null;
  if (made) {
    return (
      <div className="stack-5 max-w-xl">
        <Notice tone="good" live="status" title={words.made}>
          <p>{words.madeLead}</p>
        </Notice>
        <dl className="grid gap-3 border border-line bg-surface p-4">
          <div>
            <dt className="text-sm text-ink-soft">{words.login}</dt>
            <dd className="font-semibold break-words">
              <bdi>{made.user.email ?? made.user.phone}</bdi>
            </dd>
          </div>
          <div>
            <dt className="text-sm text-ink-soft">{words.password}</dt>
            <dd>
              <code dir="ltr" className="text-lg font-semibold break-all select-all" data-once="password">
                {made.password}
              </code>
            </dd>
          </div>
        </dl>
        <p className="flex flex-wrap gap-x-6">
          <a href={`${people}/${made.user.id}`} className="inline-flex min-h-11 items-center text-tile underline">
            {words.open}
          </a>
          <a href={`${people}/new`} className="inline-flex min-h-11 items-center text-tile underline">
            {words.another}
          </a>
        </p>
      </div>
    );
  }
  const shown = new Set(fields.map(({ name }) => name));
  const items = toldOf(state);
  return (
    <Form action={act} noValidate className="grid max-w-xl gap-5">
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
      {fields.map((field) => (
        <FormField key={field.name} field={field} state={state} />
      ))}
      <p className="text-sm text-ink-soft">{reach}</p>
      <RoleChoices legend={words.roles} roles={roles} />
      <Button type="submit" className="justify-self-start" disabled={pending}>
        {pending ? words.pending : words.make}
      </Button>
    </Form>
  );
}
