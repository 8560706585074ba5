"use client";
import { useActionState, useId } from "react";
import { Button } from "@/components/ui/button";
import { choosePassword, resetPassword } from "@/lib/auth/actions";
import { CodeField } from "./code-forms";
import { errorIn, type FormState, HiddenFields, idIn, Refusal } from "./form-parts";
import { PasswordField, type PasswordWords } from "./password-field";

type Words = PasswordWords & {
  title: string;
  password: string;
  passwordHint: string;
  button: string;
  pending: string;
};
type Hidden = Record<string, string>;

/** For password managers: whose password it is. */
function Whose({ identifier }: { identifier: string }) {
  return <input type="text" name="identifier" autoComplete="username" defaultValue={identifier} readOnly hidden />;
}

/** The password that is to be. */
function NewPassword({ form, words, state }: { form: string; words: Words; state: FormState }) {
  return (
    <PasswordField
      words={words}
      id={idIn(form, "password")}
      name="password"
      label={words.password}
      hint={words.passwordHint}
      error={errorIn(state, "password")}
      autoComplete="new-password"
      required
    />
  );
}

/** The code that was sent, and the password that is to be. */
export function ResetForm({
  words,
  hidden,
  identifier,
}: {
  words: Words & { code: string; codeHint: string };
  hidden: Hidden;
  identifier: string;
}) {
  const [state, action, pending] = useActionState(resetPassword, null);
  const form = useId();
  const wrongCode = errorIn(state, "code") ?? (state?.code === "wrong_code" ? state.message : undefined);
  const told = state && wrongCode && !errorIn(state, "code");
  return (
    <form action={action} className="stack-5" noValidate>
      <Refusal
        form={form}
        title={words.title}
        state={told ? { ...state, errors: [{ field: "code", code: state.code, message: wrongCode }] } : state}
        labels={{ code: words.code, password: words.password }}
      />
      <HiddenFields values={hidden} />
      <Whose identifier={identifier} />
      <CodeField form={form} label={words.code} hint={words.codeHint} error={wrongCode} />
      <NewPassword form={form} words={words} state={state} />
      <Button type="submit" wide disabled={pending}>
        {pending ? words.pending : words.button}
      </Button>
    </form>
  );
}

/** A password of one's own in the place of the one that staff made. */
export function ChooseForm({ words, hidden }: { words: Words & { current: string }; hidden: Hidden }) {
  const [state, action, pending] = useActionState(choosePassword, null);
  const form = useId();
  return (
    <form action={action} className="stack-5" noValidate>
      <Refusal
        form={form}
        title={words.title}
        state={state}
        labels={{ current: words.current, password: words.password }}
      />
      <HiddenFields values={hidden} />
      <PasswordField
        words={words}
        id={idIn(form, "current")}
        name="current"
        label={words.current}
        error={errorIn(state, "current")}
        autoComplete="current-password"
        required
      />
      <NewPassword form={form} words={words} state={state} />
      <Button type="submit" wide disabled={pending}>
        {pending ? words.pending : words.button}
      </Button>
    </form>
  );
}
