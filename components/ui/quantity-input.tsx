import type { ComponentProps } from "react";
import { classNames } from "./class-names";

/** How many, typed or stepped. `label` is read aloud where no visible label stands beside it. */
export function QuantityInput({ label, className, ...rest }: ComponentProps<"input"> & { label?: string }) {
  return (
    <input
      type="number"
      inputMode="numeric"
      name="quantity"
      min={1}
      aria-label={label}
      className={classNames(
        "h-11 w-20 rounded-md border border-edge bg-surface px-3 text-center tabular-nums hover:border-tile",
        className,
      )}
      {...rest}
    />
  );
}
