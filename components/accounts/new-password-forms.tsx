"use client";
import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { choosePassword, resetPassword } from "@/lib/auth/actions";
import { CodeField } from "./code-forms";
import { errorIn, type FormState, HiddenFields, Refusal } from "./form-parts";
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
function NewPassword({ words, state }: { words: Words; state: FormState }) {
  return (
    <PasswordField
      words={words}
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
  const wrongCode = errorIn(state, "code") ?? (state?.code === "wrong_code" ? state.message : undefined);
  return (
    <Form action={action} className="stack-5" noValidate>
      <Refusal
        title={words.title}
        state={state}
        errors={wrongCode && !errorIn(state, "code") ? [{ field: "code", message: wrongCode }] : undefined}
        labels={{ code: words.code, password: words.password }}
      />
      <HiddenFields values={hidden} />
      <Whose identifier={identifier} />
      <CodeField label={words.code} hint={words.codeHint} error={wrongCode} />
      <NewPassword words={words} state={state} />
      <Button type="submit" wide disabled={pending}>
        {pending ? words.pending : words.button}
      </Button>
    </Form>
  );
}

/** A password of one's own in the place of the one that staff made. */
export function ChooseForm({ words, hidden }: { words: Words & { current: string }; hidden: Hidden }) {
  const [state, action, pending] = useActionState(choosePassword, null);
  return (
    <Form action={action} className="stack-5" noValidate>
      <Refusal title={words.title} state={state} labels={{ current: words.current, password: words.password }} />
      <HiddenFields values={hidden} />
      <PasswordField
        words={words}
        name="current"
        label={words.current}
        error={errorIn(state, "current")}
        autoComplete="current-password"
        required
      />
      <NewPassword words={words} state={state} />
      <Button type="submit" wide disabled={pending}>
        {pending ? words.pending : words.button}
      </Button>
    </Form>
  );
}
