import { Choice } from "@/components/ui/field";

type Props = {
  legend: string;
  roles: readonly { value: string; label: string; note: string; checked?: boolean }[];
};

/** Staff roles to be ticked, each with what it is for. */
export function RoleChoices({ legend, roles }: Props) {
  return (
    <fieldset className="min-w-0">
      <legend className="mb-2 font-semibold">{legend}</legend>
      <div className="grid gap-3">
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
