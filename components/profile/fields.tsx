"use client";
import { PasswordField, type PasswordWords } from "@/components/accounts/password-field";
import { Choice, Field, SelectField, TextAreaField } from "@/components/ui/field";
import { refusalLooks } from "@/components/ui/refusal-looks";
import type { FormState } from "./form-shell";

type Common = { name: string; label: string; hint?: string; optional?: string; value?: string };
type Text = Common & {
  kind: "text" | "area";
  type?: "email" | "tel" | "password" | "text";
  autoComplete?: string;
  inputMode?: "numeric";
  dir?: "auto" | "ltr";
  required?: boolean;
  /** For a password that may be looked at. */
  turn?: PasswordWords;
};
type Option = { value: string; label: string; note?: string };
type SelectSpec = Common & { kind: "select"; options: Option[]; autoComplete?: string };
type RadioSpec = Common & { kind: "radio"; options: Option[] };
type Check = { kind: "check"; name: string; label: string; note?: string; checked?: boolean };

/** A field as data, so that pages rendered on the server can say which ones a form has. */
export type FieldSpec = Text | SelectSpec | RadioSpec | Check;

type Filled<F> = { field: F; value: string; error: string | undefined };

function Radios({ field, value, error }: Filled<RadioSpec>) {
  return (
    <fieldset>
      <legend className="font-semibold">{field.label}</legend>
      {error && <p className={refusalLooks.message}>{error}</p>}
      <div className="mt-2 grid gap-3 sm:grid-cols-2">
        {field.options.map((option) => (
          <Choice
            key={option.value}
            name={field.name}
            value={option.value}
            label={option.label}
            note={option.note}
            defaultChecked={option.value === value}
          />
        ))}
      </div>
    </fieldset>
  );
}

function Select({ field: { kind: _, value: __, options, ...rest }, value, error }: Filled<SelectSpec>) {
  return (
    <SelectField {...rest} error={error} defaultValue={value}>
      {options.map((option) => (
        <option key={option.value} value={option.value} dir="auto">
          {option.label}
        </option>
      ))}
    </SelectField>
  );
}

function TextInput({ field: { kind, value: _, type, turn, ...rest }, value, error }: Filled<Text>) {
  const shared = { ...rest, error, defaultValue: value };
  if (kind === "area") return <TextAreaField {...shared} rows={3} />;
  if (turn) return <PasswordField words={turn} {...shared} />;
  const looks = rest.name === "code" ? { className: "max-w-64 text-xl tracking-[0.1em] tabular-nums" } : {};
  return <Field spellCheck={false} {...shared} {...(type && { type })} {...looks} />;
}

/** One field with what was typed and what was wrong with it. */
export function FormField({ field, state }: { field: FieldSpec; state: FormState }) {
  if (field.kind === "check") {
    const checked = state ? state.values[field.name] !== undefined : field.checked;
    return <Choice type="checkbox" name={field.name} label={field.label} note={field.note} defaultChecked={checked} />;
  }
  const error = state?.errors.find((each) => each.field === field.name)?.message;
  const value = state?.values[field.name] ?? field.value ?? "";
  // What a form was sent with becomes its default, which a control takes over only when it is made anew.
  const filled = { key: value, value, error };
  if (field.kind === "radio") return <Radios field={field} {...filled} />;
  if (field.kind === "select") return <Select field={field} {...filled} />;
  return <TextInput field={field} {...filled} />;
}
