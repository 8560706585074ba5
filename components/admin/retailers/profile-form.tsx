"use client";
import { errorIn } from "@/components/accounts/form-parts";
import { type FieldSpec, FormField } from "@/components/profile/fields";
import { FieldGroup, TextAreaField } from "@/components/ui/field";
import { saveSettings } from "@/lib/retailers/keeping/actions";
import { type Editing, EditShell, useEditing } from "./edit-shell";

type Words = Record<
  | "name"
  | "tagline"
  | "taglineHint"
  | "trade"
  | "tradeHint"
  | "description"
  | "descriptionHint"
  | "hue"
  | "hueHint"
  | "hueOf",
  string
>;

/** Around the wheel, with the one that the shop has. */
const hues = Array.from({ length: 12 }, (_, index) => index * 30);

/** What a shop says of itself. */
export function ProfileForm({ fields: w, ...editing }: Editing & { fields: Words }) {
  const { state, act, pending } = useEditing(saveSettings, editing);
  const { hue = "" } = state.values;
  const text = (name: "name" | "tagline" | "trade", hint?: string): FieldSpec => ({
    kind: "text",
    name,
    label: w[name],
    dir: "auto",
    ...(hint && { hint }),
    ...(name !== "tagline" && { required: true }),
  });
  const description = state.values.description ?? "";
  const choices = [...new Set([...hues, ...(/^\d+$/.test(hue) ? [Number(hue)] : [])])].sort((a, b) => a - b);
  return (
    <EditShell
      {...editing}
      {...{ state, act, pending }}
      labels={{ name: w.name, tagline: w.tagline, trade: w.trade, description: w.description, hue: w.hue }}
    >
      <FormField field={text("name")} state={state} />
      <FormField field={text("tagline", w.taglineHint)} state={state} />
      <FormField field={text("trade", w.tradeHint)} state={state} />
      <TextAreaField
        key={`description ${description}`}
        name="description"
        label={w.description}
        hint={w.descriptionHint}
        error={errorIn(state, "description")}
        defaultValue={description}
        rows={8}
        dir="auto"
      />
      <FieldGroup legend={w.hue} hint={w.hueHint}>
        <div className="flex flex-wrap gap-2">
          {choices.map((degrees) => (
            <label
              key={`${degrees} ${hue}`}
              className="flex size-11 cursor-pointer items-center justify-center rounded-md border-2 border-transparent has-checked:border-ink has-focus-visible:outline-2"
            >
              <input
                type="radio"
                name="hue"
                value={degrees}
                defaultChecked={String(degrees) === hue}
                className="peer sr-only"
                aria-label={w.hueOf.replace("{degrees}", String(degrees))}
              />
              <span
                aria-hidden="true"
                style={{ ["--hue" as string]: degrees }}
                className="block size-8 rounded-full border border-edge bg-stand-strong"
              />
            </label>
          ))}
        </div>
      </FieldGroup>
    </EditShell>
  );
}
