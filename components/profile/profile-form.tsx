"use client";
import { type ReactNode, useActionState, useMemo } from "react";
import { Button, buttonClass } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { type FieldSpec, FormField } from "./fields";
import { type FormDoor, FormShell, type FormState } from "./form-shell";

type Props = {
  door: FormDoor;
  locale: string;
  fields?: FieldSpec[];
  /** `of` is read aloud after the button's word, where several stand on a page. */
  words: { problem: string; button: string; pending: string; of?: string };
  look?: "primary" | "secondary" | "quiet" | "danger";
  /** What cannot be taken back is asked about first, and done by the button of the answer. */
  sure?: { question: string; yes: string };
  /** Sent along without being asked for. */
  hidden?: Record<string, string>;
  children?: ReactNode;
};

/** A wrong code is told of the call as a whole; the field that it was typed into shows it. */
const atItsField = (state: FormState): FormState =>
  state?.code === "wrong_code"
    ? { ...state, errors: [{ field: "code", code: state.code, message: state.message }] }
    : state;

/** A quiet button begins where other text does. */
const edge = (look: Props["look"]) => look === "quiet" && "-mx-1";

/** A form of the profile that is told by data alone. */
export function ProfileForm({ door, locale, fields = [], words, look, sure, hidden = {}, children }: Props) {
  const [answer, act, pending] = useActionState(door.action, null);
  // One object for each answer, so that a mere render is no news.
  const state = useMemo(() => atItsField(answer), [answer]);
  const asks = fields.some(({ name }) => name === "locale");
  const of = words.of && (
    <span dir="auto" className="sr-only">
      {words.of}
    </span>
  );
  const send = (word: string, as: typeof look) => (
    <Button
      type="submit"
      className={classNames("justify-self-start", edge(as), fields.length > 0 && as !== "quiet" && "max-sm:w-full")}
      look={as}
      disabled={pending}
      data-pending={words.pending}
    >
      {pending ? words.pending : word}
      {of}
    </Button>
  );
  return (
    <FormShell
      door={door}
      act={act}
      state={state}
      problem={words.problem}
      asked={fields}
      locale={asks ? undefined : locale}
      className={fields.length ? "max-w-xl gap-5" : "gap-3 has-[[open]]:basis-full"}
    >
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {fields.map((field) => (
        <FormField key={field.name} field={field} state={state} />
      ))}
      {children}
      {sure ? (
        <details open={state !== null}>
          <summary
            className={classNames(buttonClass({ look }), edge(look), "list-none [&::-webkit-details-marker]:hidden")}
          >
            {words.button}
            {of}
          </summary>
          <div className="stack-3 mt-1 mb-3 cut-12 bg-sunken p-4">
            <p>{sure.question}</p>
            {send(sure.yes, "danger")}
          </div>
        </details>
      ) : (
        send(words.button, look)
      )}
    </FormShell>
  );
}
