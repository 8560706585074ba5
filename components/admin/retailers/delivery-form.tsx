"use client";
import { errorIn } from "@/components/accounts/form-parts";
import { type FieldSpec, FormField } from "@/components/profile/fields";
import { FieldGroup } from "@/components/ui/field";
import { refusalLooks } from "@/components/ui/refusal-looks";
import { saveSettings } from "@/lib/retailers/keeping/actions";
import { type Editing, EditShell, useEditing } from "./edit-shell";

type Words = {
  labels: Record<string, string>;
  hints: Record<string, string>;
  handover: string;
  stock: string;
};

/** How a shop hands its goods over, what that costs, and from when its stock is low. */
export function DeliveryForm({ fields: { labels, hints, handover, stock }, ...editing }: Editing & { fields: Words }) {
  const { state, act, pending } = useEditing(saveSettings, editing);
  const field = (name: string, over: Partial<FieldSpec> = {}) => (
    <FormField
      field={
        {
          kind: "text",
          name,
          label: labels[name] ?? name,
          ...(hints[name] && { hint: hints[name] }),
          ...over,
        } as FieldSpec
      }
      state={state}
    />
  );
  const neither = errorIn(state, "picksUp");
  return (
    <EditShell {...editing} {...{ state, act, pending }} labels={labels}>
      <FieldGroup legend={handover} hint="">
        <div className="stack-3">
          {neither && <p className={refusalLooks.message}>{neither}</p>}
          {/* A box takes over what an answer says of it only when it is made anew. */}
          <div key={`${state.values.delivers} ${state.values.picksUp}`} className="grid gap-3 sm:grid-cols-2">
            {field("delivers", { kind: "check" })}
            {field("picksUp", { kind: "check" })}
          </div>
        </div>
      </FieldGroup>
      <div className="grid items-end gap-5 sm:grid-cols-2">
        {field("deliveryFee", { dir: "ltr" })}
        {field("freeAbove", { dir: "ltr" })}
        {field("minimumOrder", { dir: "ltr" })}
        {field("deliveryRadius", { dir: "ltr" })}
      </div>
      {field("preparation", { dir: "auto" })}
      <h2 className="text-lg font-semibold">{stock}</h2>
      {field("lowStock", { inputMode: "numeric", dir: "ltr" })}
    </EditShell>
  );
}
