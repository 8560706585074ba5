"use client";
import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import { requestReset, sendCode, signIn } from "@/lib/auth/actions";
import { errorIn, type FormState, HiddenFields, Refusal } from "./form-parts";

/** `locale`, `next`, and for a code that goes on with a registration its `step`. */
type Hidden = Record<string, string>;
type Words = { title: string; label: string; hint: string; button: string; pending: string };

/** What the code that is asked for opens. */
const askers = { "sign-in": sendCode, reset: requestReset };
type Purpose = keyof typeof askers;

type IdentifierProps = { label: string; hint: string; state: FormState };

/** The field for an e-mail address or a phone number, with what was typed before. */
export function IdentifierField({ label, hint, state }: IdentifierProps) {
  return (
    <Field
      name="identifier"
      label={label}
      hint={hint}
      error={errorIn(state, "identifier")}
      defaultValue={state?.values.identifier}
      key={state?.values.identifier}
      autoComplete="username"
      autoCapitalize="none"
      spellCheck={false}
      dir="ltr"
      required
    />
  );
}

/** First step: where to send the code. */
export function IdentifierForm({ words, hidden, purpose }: { words: Words; hidden: Hidden; purpose: Purpose }) {
  const [state, action, pending] = useActionState(askers[purpose], null);
  return (
    <Form action={action} className="stack-5" noValidate>
      <Refusal title={words.title} state={state} labels={{ identifier: words.label }} />
      <HiddenFields values={hidden} />
      <IdentifierField label={words.label} hint={words.hint} state={state} />
      <Button type="submit" wide disabled={pending}>
        {pending ? words.pending : words.button}
      </Button>
    </Form>
  );
}

type CodeProps = { label: string; hint: string; error: string | undefined };

/** The field for a code, as GOV.UK asks for one. Source: design-system.service.gov.uk, "Confirm a phone number". */
export function CodeField({ label, hint, error }: CodeProps) {
  return (
    <Field
      name="code"
      label={label}
      hint={hint}
      error={error}
      inputMode="numeric"
      autoComplete="one-time-code"
      spellCheck={false}
      dir="ltr"
      className="max-w-56 text-xl tracking-[0.2em] tabular-nums"
      required
    />
  );
}

/** Second step: the code itself. */
export function CodeForm({ words, hidden, identifier }: { words: Words; hidden: Hidden; identifier: string }) {
  const [state, action, pending] = useActionState(signIn, null);
  const wrong = errorIn(state, "code") ?? state?.message;
  return (
    <Form action={action} className="stack-5" noValidate>
      <Refusal
        title={words.title}
        state={state}
        errors={[{ field: "code", message: wrong ?? "" }]}
        labels={{ code: words.label }}
      />
      <HiddenFields values={{ ...hidden, identifier }} />
      <CodeField label={words.label} hint={words.hint} error={wrong} />
      <Button type="submit" wide disabled={pending}>
        {pending ? words.pending : words.button}
      </Button>
    </Form>
  );
}

type AgainProps = { words: Pick<Words, "button" | "pending">; hidden: Hidden; identifier: string; purpose: Purpose };

/** Another code to the same address; the one before it stops working. */
export function AgainForm({ words, hidden, identifier, purpose }: AgainProps) {
  const [state, action, pending] = useActionState(askers[purpose], null);
  return (
    <form action={action} className="flex flex-col items-start has-[[role=alert]]:basis-full">
      <HiddenFields values={{ ...hidden, identifier }} />
      {state && (
        <div className="mx-1 mb-2 self-stretch">
          <Notice tone="bad" live="alert">
            {state.message}
          </Notice>
        </div>
      )}
      <Button type="submit" look="quiet" disabled={pending}>
        {pending ? words.pending : words.button}
      </Button>
    </form>
  );
}
