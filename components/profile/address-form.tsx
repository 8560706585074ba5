"use client";
import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { type FieldSpec, FormField } from "./fields";
import { type FormDoor, FormShell } from "./form-shell";
import { PostalFields } from "./postal-fields";
import { type PostalGiven, postalSpecs } from "./postal-specs";

type Props = {
  door: FormDoor;
  locale: string;
  words: Record<"problem" | "button" | "pending" | "optional" | "isDefault" | "name" | "phone" | "phoneHint", string>;
  postal: PostalGiven;
  /** Whether it is what checkouts begin with already: then there is nothing to ask. */
  isDefault: boolean;
  hidden?: Record<string, string>;
};

/** An address of one's own. */
export function AddressForm({ door, locale, words, postal: given, isDefault, hidden = {} }: Props) {
  const [state, act, pending] = useActionState(door.action, null);
  const postal = postalSpecs(given, state);
  const name: FieldSpec = {
    kind: "text",
    name: "name",
    label: words.name,
    value: given.values.name ?? "",
    autoComplete: "name",
    dir: "auto",
    required: true,
  };
  const phone: FieldSpec = {
    kind: "text",
    type: "tel",
    name: "phone",
    label: words.phone,
    hint: words.phoneHint,
    optional: words.optional,
    value: given.values.phone ?? "",
    autoComplete: "tel",
    dir: "ltr",
  };
  return (
    <FormShell
      door={door}
      act={act}
      state={state}
      problem={words.problem}
      asked={[postal.country, name, ...postal.fields, phone]}
      locale={locale}
      className="max-w-xl gap-5"
    >
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <PostalFields postal={postal} state={state} pending={pending} change={given.words.change}>
        <FormField field={name} state={state} />
      </PostalFields>
      <FormField field={phone} state={state} />
      {!isDefault && <FormField field={{ kind: "check", name: "isDefault", label: words.isDefault }} state={state} />}
      <Button
        type="submit"
        className="justify-self-start max-sm:w-full"
        disabled={pending}
        data-pending={words.pending}
      >
        {pending ? words.pending : words.button}
      </Button>
    </FormShell>
  );
}
