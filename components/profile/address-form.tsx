"use client";
import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { type FieldSpec, FormField } from "./fields";
import { type FormDoor, FormShell } from "./form-shell";
import { postalSpecs } from "./postal-specs";

type Props = {
  door: FormDoor;
  locale: string;
  /** Of the form, and what the fields are called, by the words of their country. */
  words: Record<
    | "problem"
    | "button"
    | "pending"
    | "country"
    | "change"
    | "optional"
    | "isDefault"
    | "name"
    | "phone"
    | "phoneHint"
    | "postcodeHint",
    string
  >;
  labels: Record<string, string>;
  countries: { code: string; name: string }[];
  values: Record<string, string>;
  /** Whether it is what checkouts begin with already: then there is nothing to ask. */
  isDefault: boolean;
  hidden?: Record<string, string>;
};

/** An address of one's own. Another country has other fields: its button asks for them, and what was typed stays. */
export function AddressForm({ door, locale, words, labels, countries, values, isDefault, hidden = {} }: Props) {
  const [state, act, pending] = useActionState(door.action, null);
  const country = state?.values.country ?? values.country ?? "";
  const specs: FieldSpec[] = [
    {
      kind: "text",
      name: "name",
      label: words.name,
      value: values.name ?? "",
      autoComplete: "name",
      dir: "auto",
      required: true,
    },
    ...postalSpecs(country, { labels, words, values }),
    {
      kind: "text",
      type: "tel",
      name: "phone",
      label: words.phone,
      hint: words.phoneHint,
      optional: words.optional,
      value: values.phone ?? "",
      autoComplete: "tel",
      dir: "ltr",
    },
  ];
  return (
    <FormShell
      door={door}
      act={act}
      state={state}
      problem={words.problem}
      shown={["country", ...specs.map(({ name }) => name)]}
      locale={locale}
      className="max-w-xl gap-5"
    >
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="flex flex-wrap items-end gap-3" data-reload="country">
        <div className="grow">
          <FormField
            field={{
              kind: "select",
              name: "country",
              label: words.country,
              value: country,
              autoComplete: "country",
              options: countries.map(({ code, name }) => ({ value: code, label: name })),
            }}
            state={state}
          />
        </div>
        <Button
          type="submit"
          look="secondary"
          name="change"
          value="country"
          disabled={pending}
          className="scripted:hidden"
        >
          {words.change}
        </Button>
      </div>
      {specs.map((field) => (
        <FormField key={field.name} field={field} state={state} />
      ))}
      {!isDefault && <FormField field={{ kind: "check", name: "isDefault", label: words.isDefault }} state={state} />}
      <Button type="submit" className="justify-self-start" disabled={pending} data-pending={words.pending}>
        {pending ? words.pending : words.button}
      </Button>
    </FormShell>
  );
}
