"use client";
import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { TitledCard } from "@/components/ui/titled-card";
import type { ChangedTotalData } from "@/lib/orders/views";
import { ChangedTotal } from "./changed-total";
import { type FieldSpec, FormField } from "./fields";
import { type FormDoor, FormShell } from "./form-shell";
import { PostalFields } from "./postal-fields";
import { type PostalGiven, postalSpecs } from "./postal-specs";

type Props = {
  door: FormDoor;
  locale: string;
  words: Record<"problem" | "button" | "pending" | "contact" | "address" | "handover" | "note" | "accept", string>;
  id: string;
  contact: FieldSpec[];
  /** None where there is nothing to choose. */
  handover: FieldSpec | null;
  /** What the order costs by each way that may be chosen, as the page says it, in minor units. */
  totals: { fulfilment: string; total: number }[];
  /** Asked for when it is delivered; none where nothing can be. */
  address: PostalGiven | null;
  note: FieldSpec;
};

/** What may still be changed of an order that its shop has not confirmed. */
export function OrderForm({ door, locale, words, id, contact, handover, totals, address, note }: Props) {
  const [state, act, pending] = useActionState(door.action, null);
  const postal = address && postalSpecs(address, state);
  const asked = [...contact, ...(postal ? [postal.country, ...postal.fields] : []), note];
  const changed = state?.code === "changed" ? state : null;
  const { accept } = (changed?.data ?? {}) as Partial<ChangedTotalData>;
  return (
    <FormShell
      door={door}
      act={act}
      state={changed ? null : state}
      problem={words.problem}
      asked={asked}
      locale={locale}
      className="gap-6"
    >
      <ChangedTotal news={changed} accept={words.accept} pending={pending} />
      <input type="hidden" name="id" value={id} />
      {totals.map(({ fulfilment, total }) => (
        <input
          key={fulfilment}
          type="hidden"
          {...(handover
            ? { name: `totals.${fulfilment}`, "data-when": `fulfilment=${fulfilment}` }
            : { name: "expectedTotal" })}
          data-amount="expectedTotal"
          value={accept && (!handover || state?.values.fulfilment === fulfilment) ? accept.expectedTotal : total}
        />
      ))}
      <TitledCard title={words.contact}>
        <div className="mt-4 grid items-end gap-5 sm:grid-cols-2">
          {contact.map((field) => (
            <FormField key={field.name} field={field} state={state} />
          ))}
        </div>
      </TitledCard>
      {handover && (
        <Card aria-label={words.handover}>
          <FormField field={handover} state={state} />
        </Card>
      )}
      {address && postal && (
        <fieldset data-when={handover ? "fulfilment=delivery" : undefined}>
          <legend className="sr-only">{words.address}</legend>
          <Card>
            <h2 className="text-lg font-bold">{words.address}</h2>
            <div className="mt-4 grid items-end gap-5 sm:grid-cols-2">
              <PostalFields postal={postal} state={state} pending={pending} change={address.words.change} />
            </div>
          </Card>
        </fieldset>
      )}
      <Card aria-label={words.note}>
        <FormField field={note} state={state} />
      </Card>
      <Button
        type="submit"
        className="justify-self-start max-sm:w-full"
        hidden={changed !== null}
        disabled={pending}
        data-pending={words.pending}
      >
        {pending ? words.pending : words.button}
      </Button>
    </FormShell>
  );
}
