"use client";
import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { signUp } from "@/lib/auth/actions";
import { HiddenFields, Refusal } from "./form-parts";
import { PersonFields, type PersonWords, personLabels } from "./person-fields";

type Words = PersonWords & { title: string; button: string; pending: string };

/** Everything that an account begins with; the code that follows proves the address. */
export function SignUpForm({ words, hidden }: { words: Words; hidden: Record<string, string> }) {
  const [state, action, pending] = useActionState(signUp, null);
  return (
    <Form action={action} className="stack-5" noValidate>
      <Refusal title={words.title} state={state} labels={personLabels(words)} />
      <HiddenFields values={hidden} />
      <PersonFields words={words} state={state} />
      <Button type="submit" wide disabled={pending}>
        {pending ? words.pending : words.button}
      </Button>
    </Form>
  );
}
