"use client";
import { type ReactNode, useActionState, useMemo } from "react";
import { Button } from "@/components/ui/button";
import { type FieldSpec, FormField } from "./fields";
import { type FormDoor, FormShell, type FormState } from "./form-shell";

type Props = {
  door: FormDoor;
  locale: string;
  fields?: FieldSpec[];
  /** `of` is read aloud after the button's word, where several stand on a page. */
  words: { problem: string; button: string; pending: string; of?: string };
  look?: "primary" | "secondary" | "quiet";
  /** Sent along without being asked for. */
  hidden?: Record<string, string>;
  children?: ReactNode;
};

/** A wrong code is told of the call as a whole; the field that it was typed into shows it. */
const atItsField = (state: FormState): FormState =>
  state?.code === "wrong_code"
    ? { ...state, errors: [{ field: "code", code: state.code, message: state.message }] }
    : state;

/** A form of the profile that is told by data alone. */
export function ProfileForm({ door, locale, fields = [], words, look, hidden = {}, children }: Props) {
  const [answer, act, pending] = useActionState(door.action, null);
  // One object for each answer, so that a mere render is no news.
  const state = useMemo(() => atItsField(answer), [answer]);
  const asks = fields.some(({ name }) => name === "locale");
  return (
    <FormShell
      door={door}
      act={act}
      state={state}
      problem={words.problem}
      shown={fields.map(({ name }) => name)}
      locale={asks ? undefined : locale}
      className={fields.length ? "max-w-xl gap-5" : "gap-3"}
    >
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {fields.map((field) => (
        <FormField key={field.name} field={field} state={state} />
      ))}
      {children}
      <Button type="submit" className="justify-self-start" look={look} disabled={pending} data-pending={words.pending}>
        {pending ? words.pending : words.button}
        {words.of && (
          <span dir="auto" className="sr-only">
            {words.of}
          </span>
        )}
      </Button>
    </FormShell>
  );
}
