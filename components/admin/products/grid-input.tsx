"use client";
import type { ComponentProps } from "react";
import { classNames } from "@/components/ui/class-names";
import { useFieldId } from "@/components/ui/form";
import { refusalLooks } from "@/components/ui/refusal-looks";

type Props = Omit<ComponentProps<"input">, "id" | "aria-label"> & {
  name: string;
  /** Read aloud in the place of a label: the column and the row. */
  label: string;
  error?: string | undefined;
};

/** A text field in a table, named by its column and row. */
export function GridInput({ label, error, className, ...rest }: Props) {
  const id = useFieldId()(rest.name);
  return (
    <>
      <input
        type="text"
        autoComplete="off"
        {...rest}
        id={id}
        aria-label={label}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
        className={classNames(
          "min-h-11 w-full rounded-md border bg-surface px-2 py-1.5 text-ink",
          error ? refusalLooks.control.wrong : refusalLooks.control.fine,
          className,
        )}
      />
      {error && (
        <span id={`${id}-error`} className={refusalLooks.message}>
          {error}
        </span>
      )}
    </>
  );
}
