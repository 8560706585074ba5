"use client";
import { type ReactNode, useActionState } from "react";
import { Refusal } from "@/components/accounts/form-parts";
import type { FormAction, FormState } from "@/components/profile/form-shell";
import { Button } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { Meeting, type MeetingWords } from "./meeting";

export type EditWords = MeetingWords & { title: string; save: string; saving: string };

export type Editing = {
  locale: string;
  /** The page that comes after it, without a query. */
  next: string;
  /** What the form carries unseen: the shop, what was there when it was made. */
  hidden: Readonly<Record<string, string>>;
  /** What its fields begin with, by their names. */
  initial: Readonly<Record<string, string>>;
  words: EditWords;
};

type Answer = NonNullable<FormState>;

/** A form of a shop's settings with the answer it got: it begins as one that was answered with what is stored. */
export function useEditing(action: FormAction, { hidden, initial }: Pick<Editing, "hidden" | "initial">) {
  const begin: Answer = { message: "", code: "", errors: [], values: { ...hidden, ...initial }, data: null };
  const [state, act, pending] = useActionState(action, begin);
  return { state: state ?? begin, act, pending };
}

type Props = Omit<Editing, "initial"> & {
  state: Answer;
  act: (form: FormData) => void;
  pending: boolean;
  /** What the fields are called, by their names. */
  labels: Readonly<Record<string, string>>;
  /** What the names in a difference are called; as the fields when absent. */
  called?: Readonly<Record<string, string>>;
  className?: string;
  children: ReactNode;
};

/** Its errors and whatever somebody else changed before the fields, the button after them. */
export function EditShell({
  locale,
  next,
  hidden,
  words,
  state,
  act,
  pending,
  labels,
  called,
  className,
  children,
}: Props) {
  return (
    <Form action={act} noValidate className={className ?? "grid max-w-2xl gap-5"}>
      {/* Pressing Enter in a field saves, whatever other buttons the form has. */}
      <button type="submit" tabIndex={-1} aria-hidden="true" className="sr-only" />
      {(state.message || state.errors.length > 0) && (
        <Refusal title={words.title} state={state} labels={{ ...labels }} />
      )}
      {state.code === "changed" && <Meeting data={state.data} words={words} called={called ?? labels} />}
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="next" value={next} />
      {Object.keys(hidden).map((name) => (
        <input
          key={`${name} ${state.values[name]}`}
          type="hidden"
          name={name}
          value={state.values[name] ?? hidden[name]}
        />
      ))}
      {children}
      <Button type="submit" className="justify-self-start" disabled={pending}>
        {pending ? words.saving : words.save}
      </Button>
    </Form>
  );
}
