"use client";
import { Choice, Field, SelectField, TextAreaField } from "@/components/ui/field";
import type { FormState } from "./form-shell";

type Common = { name: string; label: string; hint?: string; optional?: string; value?: string };
type Text = Common & {
  kind: "text" | "area";
  type?: "email" | "tel" | "password" | "text";
  autoComplete?: string;
  inputMode?: "numeric";
  dir?: "auto" | "ltr";
  required?: boolean;
};
type Option = { value: string; label: string; note?: string };
type Select = Common & { kind: "select" | "radio"; options: Option[]; autoComplete?: string };
type Check = { kind: "check"; name: string; label: string; note?: string; checked?: boolean };

/** A field as data, so that pages rendered on the server can say which ones a form has. */
export type FieldSpec = Text | Select | Check;

function Radios({ field, value }: { field: Select; value: string }) {
  return (
    <fieldset>
      <legend className="font-semibold">{field.label}</legend>
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

/** One field with what was typed and what was wrong with it. */
export function FormField({ field, state }: { field: FieldSpec; state: FormState }) {
  const error = state?.errors.find((each) => each.field === field.name)?.message;
  if (field.kind === "check") {
    const checked = state ? state.values[field.name] !== undefined : field.checked;
    return <Choice type="checkbox" name={field.name} label={field.label} note={field.note} defaultChecked={checked} />;
  }
  const value = state?.values[field.name] ?? field.value ?? "";
  const { kind: _, value: __, ...rest } = field;
  const shared = { ...rest, error, defaultValue: value, key: value };
  if (field.kind === "radio") return <Radios field={field} value={value} key={value} />;
  if (field.kind === "select") {
    const { options, key, ...select } = shared as typeof shared & { options: Option[] };
    return (
      <SelectField key={key} {...select}>
        {options.map((option) => (
          <option key={option.value} value={option.value} dir="auto">
            {option.label}
          </option>
        ))}
      </SelectField>
    );
  }
  const { key, ...text } = shared;
  if (field.kind === "area") return <TextAreaField key={key} rows={3} {...(text as object)} {...words(field)} />;
  return <Field key={key} spellCheck={false} {...text} />;
}

const words = ({ name, label }: Common) => ({ name, label });
