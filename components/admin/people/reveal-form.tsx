"use client";
import { useActionState } from "react";
import { FormField } from "@/components/profile/fields";
import type { FormAction } from "@/components/profile/form-shell";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Form } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import { toldOf } from "@/components/ui/problems";

type Words = Record<
  "problem" | "pending" | "show" | "hint" | "reason" | "reasonHint" | "shown" | "email" | "phone" | "none",
  string
>;

/** Asks why, then shows once how somebody is reached: in the answer itself, so that no address carries it. */
export function RevealForm({
  action,
  locale,
  id,
  words,
}: {
  action: FormAction;
  locale: string;
  id: number;
  words: Words;
}) {
  const [state, act, pending] = useActionState(action, null);
  const told = state?.data as { email: string | null; phone: string | null } | null | undefined;
  if (told && !state?.code) {
    return (
      <Notice tone="plain" live="status" title={words.shown}>
        <dl className="grid grid-cols-[auto_1fr] gap-x-4">
          <dt>{words.email}</dt>
          <dd className="min-w-0 break-words">
            <bdi>{told.email ?? words.none}</bdi>
          </dd>
          <dt>{words.phone}</dt>
          <dd>
            <bdi>{told.phone ?? words.none}</bdi>
          </dd>
        </dl>
      </Notice>
    );
  }
  const items = toldOf(state);
  return (
    <Form action={act} noValidate className="grid max-w-xl gap-4">
      {state && items.length > 0 && (
        <ErrorSummary
          title={words.problem}
          news={state}
          items={items.map(({ field, message }) => ({ field: field === "reason" ? field : null, message }))}
        />
      )}
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="id" value={id} />
      <FormField
        field={{
          kind: "text",
          name: "reason",
          label: words.reason,
          hint: words.reasonHint,
          dir: "auto",
          required: true,
        }}
        state={state}
      />
      <p className="text-sm text-ink-soft">{words.hint}</p>
      <Button type="submit" look="secondary" className="justify-self-start" disabled={pending}>
        {pending ? words.pending : words.show}
      </Button>
    </Form>
  );
}
