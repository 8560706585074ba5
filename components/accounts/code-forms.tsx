"use client";
import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { sendCode, signIn } from "@/lib/auth/actions";

type Hidden = { locale: string; next: string };
type Words = { title: string; label: string; hint: string; button: string; pending: string };

function Refusal({ title, state }: { title: string; state: Awaited<ReturnType<typeof sendCode>> }) {
  if (!state) return null;
  const items = state.errors.length ? state.errors : [{ field: null, message: state.message }];
  return <ErrorSummary title={title} items={items} />;
}

/** First step: where to send the code. */
export function IdentifierForm({ words, hidden }: { words: Words; hidden: Hidden }) {
  const [state, action, pending] = useActionState(sendCode, null);
  return (
    <form action={action} className="stack-5" noValidate>
      <Refusal title={words.title} state={state} />
      <input type="hidden" name="locale" value={hidden.locale} />
      <input type="hidden" name="next" value={hidden.next} />
      <Field
        name="identifier"
        label={words.label}
        hint={words.hint}
        error={state?.errors.find((each) => each.field === "identifier")?.message}
        defaultValue={state?.values.identifier}
        key={state?.values.identifier}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        dir="ltr"
        required
      />
      <Button type="submit" wide disabled={pending}>
        {pending ? words.pending : words.button}
      </Button>
    </form>
  );
}

/** Second step: the code itself, as GOV.UK asks for one. Source: design-system.service.gov.uk, "Confirm a phone number". */
export function CodeForm({ words, hidden, identifier }: { words: Words; hidden: Hidden; identifier: string }) {
  const [state, action, pending] = useActionState(signIn, null);
  const wrong = state?.errors.find((each) => each.field === "code")?.message ?? state?.message;
  return (
    <form action={action} className="stack-5" noValidate>
      <Refusal
        title={words.title}
        state={state && { ...state, errors: [{ field: "code", code: state.code, message: wrong ?? "" }] }}
      />
      <input type="hidden" name="locale" value={hidden.locale} />
      <input type="hidden" name="next" value={hidden.next} />
      <input type="hidden" name="identifier" value={identifier} />
      <Field
        name="code"
        label={words.label}
        hint={words.hint}
        error={wrong}
        inputMode="numeric"
        autoComplete="one-time-code"
        spellCheck={false}
        dir="ltr"
        className="max-w-56 text-xl tracking-[0.2em] tabular-nums"
        required
      />
      <Button type="submit" wide disabled={pending}>
        {pending ? words.pending : words.button}
      </Button>
    </form>
  );
}

/** Another code to the same address; the one before it stops working. */
export function AgainForm({
  words,
  hidden,
  identifier,
}: {
  words: Pick<Words, "button" | "pending">;
  hidden: Hidden;
  identifier: string;
}) {
  const [state, action, pending] = useActionState(sendCode, null);
  return (
    <form action={action} className="flex flex-col items-start">
      <input type="hidden" name="locale" value={hidden.locale} />
      <input type="hidden" name="next" value={hidden.next} />
      <input type="hidden" name="identifier" value={identifier} />
      {state && (
        <Notice tone="bad" live="alert">
          {state.message}
        </Notice>
      )}
      <Button type="submit" look="quiet" disabled={pending}>
        {pending ? words.pending : words.button}
      </Button>
    </form>
  );
}
