import { Choice } from "@/components/ui/field";

type Props = {
  legend: string;
  hint?: string;
  roles: readonly { value: string; label: string; note: string; checked?: boolean }[];
};

/** Staff roles to be ticked, each with what it is for. */
export function RoleChoices({ legend, hint, roles }: Props) {
  return (
    <fieldset className="min-w-0">
      <legend className="font-semibold">{legend}</legend>
      {hint && <p className="text-sm text-ink-soft">{hint}</p>}
      <div className="mt-2 grid gap-3">
        {roles.map(({ value, label, note, checked = false }) => (
          <Choice
            key={value}
            type="checkbox"
            name="roles"
            value={value}
            label={label}
            note={note}
            defaultChecked={checked}
          />
        ))}
      </div>
    </fieldset>
  );
}
