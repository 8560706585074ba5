"use client";
import { type ComponentProps, type ReactNode, useId } from "react";
import { classNames } from "./class-names";
import { useFieldId } from "./form";
import { refusalLooks } from "./refusal-looks";

type Words = { name: string; label: ReactNode; hint?: ReactNode; error?: string | undefined; optional?: string };
type InputProps = Words & Omit<ComponentProps<"input">, "id">;
type TextAreaProps = Words & Omit<ComponentProps<"textarea">, "id">;
type SelectProps = Words & Omit<ComponentProps<"select">, "id"> & { children: ReactNode };

const control = (error: unknown) =>
  classNames(
    "w-full min-h-11 rounded-md border bg-surface px-3 py-2 text-ink",
    error ? refusalLooks.control.wrong : refusalLooks.control.fine,
  );

/** What ties a control to its label, its hint and its error. */
function useTies({ name, hint, error }: Pick<Words, "name" | "hint" | "error">) {
  const id = useFieldId()(name);
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return { id, name, "aria-describedby": described || undefined, "aria-invalid": error ? true : undefined };
}

function Frame({
  id,
  label,
  hint,
  error,
  optional,
  children,
}: Omit<Words, "name"> & { id: string; children: ReactNode }) {
  return (
    <div data-field="" className={classNames("stack-1", error && refusalLooks.frame)}>
      <label htmlFor={id} className="block font-semibold">
        {label} {optional && <span className="font-normal text-ink-soft">{optional}</span>}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="text-sm text-ink-soft">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className={refusalLooks.message}>
          {error}
        </p>
      )}
      {children}
    </div>
  );
}

/** A text input with its label, hint and error. `optional` is the word shown after the label, `beside` stands at its end. */
export function Field({
  label,
  hint,
  error,
  optional,
  beside,
  className,
  ...rest
}: InputProps & { beside?: ReactNode }) {
  const tied = useTies({ name: rest.name, hint, error });
  const input = <input type="text" {...rest} {...tied} className={classNames(control(error), className)} />;
  return (
    <Frame id={tied.id} label={label} hint={hint} error={error} optional={optional}>
      {beside ? (
        <div className="flex gap-2">
          {input}
          {beside}
        </div>
      ) : (
        input
      )}
    </Frame>
  );
}

/** The same for longer text. */
export function TextAreaField({ label, hint, error, optional, className, ...rest }: TextAreaProps) {
  const tied = useTies({ name: rest.name, hint, error });
  return (
    <Frame id={tied.id} label={label} hint={hint} error={error} optional={optional}>
      <textarea rows={4} {...rest} {...tied} className={classNames(control(error), className)} />
    </Frame>
  );
}

/** The same for a choice from a list; children are `<option>`s. */
export function SelectField({ label, hint, error, optional, className, children, ...rest }: SelectProps) {
  const tied = useTies({ name: rest.name, hint, error });
  return (
    <Frame id={tied.id} label={label} hint={hint} error={error} optional={optional}>
      <select {...rest} {...tied} className={classNames(control(error), "arrow-inside pe-9", className)}>
        {children}
      </select>
    </Frame>
  );
}

type GroupProps = ComponentProps<"fieldset"> & { legend: ReactNode; hint: ReactNode };

/** Fields that belong together, with a hint that is about all of them. */
export function FieldGroup({ legend, hint, children, ...rest }: GroupProps) {
  const id = useId();
  return (
    <fieldset className="min-w-0" aria-describedby={id} {...rest}>
      <legend className="font-semibold">{legend}</legend>
      <p id={id} className="mb-4 text-sm text-ink-soft">
        {hint}
      </p>
      {children}
    </fieldset>
  );
}

type ChoiceProps = ComponentProps<"input"> & { label: ReactNode; note?: ReactNode };

/** A radio button or checkbox as a whole card that can be pressed. */
export function Choice({ label, note, type = "radio", className, ...rest }: ChoiceProps) {
  return (
    <label
      className={classNames(
        "flex min-h-11 cursor-pointer items-start gap-3 rounded-md border border-edge bg-surface px-4 py-2.5",
        "hover:border-tile has-checked:border-tile has-checked:bg-tile-soft has-disabled:cursor-not-allowed has-disabled:text-ink-soft",
        className,
      )}
    >
      <input type={type} className="mt-1 size-5 shrink-0 accent-tile" {...rest} />
      <span>
        <span className="block font-semibold">{label}</span>
        {note && <span className="block text-sm text-ink-soft">{note}</span>}
      </span>
    </label>
  );
}
