"use client";
import { useState } from "react";

type Props = {
  id: string;
  describedBy: string;
  first: string;
  options: readonly { value: string; label: string }[];
};

/** What a column means. What was chosen stays when the form comes back with a problem. */
export function ColumnSelect({ id, describedBy, first, options }: Props) {
  const [value, setValue] = useState(first);
  return (
    <select
      id={id}
      name="columns"
      value={value}
      onChange={(event) => setValue(event.target.value)}
      aria-describedby={describedBy}
      className="min-h-11 w-full rounded-md border border-edge bg-surface px-3 py-2"
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
