"use client";
import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { type FieldSpec, FormField } from "./fields";
import { type FormDoor, FormShell } from "./form-shell";

type Props = {
  door: FormDoor;
  locale: string;
  words: Record<"problem" | "button" | "pending" | "contact" | "address" | "handover" | "note", string>;
  id: string;
  contact: FieldSpec[];
  /** None where there is nothing to choose. */
  handover: FieldSpec | null;
  /** Asked for when it is delivered; none where nothing can be. */
  address: FieldSpec[];
  note: FieldSpec;
};

/** What may still be changed of an order that its shop has not confirmed. */
export function OrderForm({ door, locale, words, id, contact, handover, address, note }: Props) {
  const [state, act, pending] = useActionState(door.action, null);
  const shown = [...contact, ...address, note].map(({ name }) => name);
  return (
    <FormShell
      door={door}
      act={act}
      state={state}
      problem={words.problem}
      shown={shown}
      locale={locale}
      className="gap-6"
    >
      <input type="hidden" name="id" value={id} />
      <Card aria-labelledby="contact">
        <h2 id="contact" className="text-lg font-bold">
          {words.contact}
        </h2>
        <div className="mt-4 grid gap-5 sm:grid-cols-2">
          {contact.map((field) => (
            <FormField key={field.name} field={field} state={state} />
          ))}
        </div>
      </Card>
      {handover && (
        <Card aria-label={words.handover}>
          <FormField field={handover} state={state} />
        </Card>
      )}
      {address.length > 0 && (
        <fieldset data-when={handover ? "fulfilment=delivery" : undefined}>
          <legend className="sr-only">{words.address}</legend>
          <Card>
            <h2 className="text-lg font-bold">{words.address}</h2>
            <div className="mt-4 grid gap-5 sm:grid-cols-2">
              {address.map((field) => (
                <FormField key={field.name} field={field} state={state} />
              ))}
            </div>
          </Card>
        </fieldset>
      )}
      <Card aria-label={words.note}>
        <FormField field={note} state={state} />
      </Card>
      <Button type="submit" className="justify-self-start" disabled={pending} data-pending={words.pending}>
        {pending ? words.pending : words.button}
      </Button>
    </FormShell>
  );
}
