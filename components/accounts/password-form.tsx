"use client";
import { useActionState, useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { signInByPassword } from "@/lib/auth/actions";
import { IdentifierField } from "./code-forms";
import { errorIn, HiddenFields, Refusal } from "./form-parts";
import { PasswordField, type PasswordWords } from "./password-field";

type Words = PasswordWords & {
  title: string;
  identifier: string;
  identifierHint: string;
  password: string;
  forgot: string;
  factor: string;
  factorHint: string;
  factorLead: string;
  again: string;
  button: string;
  pending: string;
};

/**
 * Address and password, and a second factor for whoever has one. The password is in no answer of the server: where the
 * second factor is asked for, the page's script leaves it in its field, and without script it is typed once more.
 */
export function PasswordForm({
  words,
  hidden,
  reset,
}: {
  words: Words;
  hidden: Record<string, string>;
  reset: string;
}) {
  const [state, action, pending] = useActionState(signInByPassword, null);
  const typed = useRef("");
  const own = useRef<HTMLFormElement>(null);
  const asked = state?.code === "second_factor";
  const second = asked || state?.values.step !== undefined;
  const first = asked && state.values.step === undefined;
  const wrongCode = asked && !first ? state.message : undefined;
  useEffect(() => {
    const password = own.current?.elements.namedItem("password");
    if (second && state && password instanceof HTMLInputElement) password.value = typed.current;
  }, [state, second]);
  return (
    <Form
      ref={own}
      action={action}
      onSubmit={(event) => {
        typed.current = String(new FormData(event.currentTarget).get("password") ?? "");
      }}
      className="stack-5"
      noValidate
    >
      {first ? (
        <Notice live="status" title={words.factorLead}>
          <p className="hidden scriptless:block">{words.again}</p>
        </Notice>
      ) : (
        <Refusal
          title={words.title}
          state={state}
          errors={wrongCode ? [{ field: "code", message: wrongCode }] : undefined}
          labels={{ identifier: words.identifier, password: words.password, code: words.factor }}
        />
      )}
      <HiddenFields values={second ? { ...hidden, step: "second" } : hidden} />
      <IdentifierField label={words.identifier} hint={words.identifierHint} state={state} />
      <div>
        <PasswordField
          words={words}
          name="password"
          label={words.password}
          error={errorIn(state, "password")}
          autoComplete="current-password"
          required
        />
        <Link
          href={reset}
          className="inline-flex min-h-11 items-center text-tile underline decoration-1 underline-offset-4"
        >
          {words.forgot}
        </Link>
      </div>
      {second && (
        <Field
          name="code"
          label={words.factor}
          hint={words.factorHint}
          error={wrongCode}
          autoFocus={first}
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          dir="ltr"
          className="max-w-64 text-xl tracking-[0.1em] tabular-nums"
          required
        />
      )}
      <Button type="submit" wide disabled={pending}>
        {pending ? words.pending : words.button}
      </Button>
    </Form>
  );
}
