"use client";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { FormField } from "./fields";
import type { FormState } from "./form-shell";
import type { postalSpecs } from "./postal-specs";

type Props = {
  postal: ReturnType<typeof postalSpecs>;
  state: FormState;
  pending: boolean;
  /** Of the button that asks for the fields of another country. */
  change: string;
  /** Asked for between the country and its fields. */
  children?: ReactNode;
};

/**
 * An address by the rules of its country. Another country has other fields: the script asks for them when it is chosen,
 * without one its button does, and what was typed stays.
 */
export function PostalFields({ postal: { country, fields }, state, pending, change, children }: Props) {
  return (
    <>
      <div className="col-span-full flex flex-wrap items-end gap-3" data-reload="country">
        <div className="grow">
          <FormField field={country} state={state} />
        </div>
        {/* The Enter key presses the first button that there is, which must not be the one for another country. */}
        <button type="submit" hidden />
        <Button
          type="submit"
          look="secondary"
          name="change"
          value="country"
          disabled={pending}
          className="scripted:hidden"
        >
          {change}
        </Button>
      </div>
      {children}
      {fields.map((field) => (
        <FormField key={field.name} field={field} state={state} />
      ))}
    </>
  );
}
