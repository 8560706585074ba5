import type { ComponentProps } from "react";
import { classNames } from "./class-names";

type Look = "primary" | "secondary" | "quiet" | "danger";
export type ButtonLooks = { look?: Look; wide?: boolean };

const looks: Record<Look, string> = {
  primary: "bg-tile text-on-tile hover:bg-tile-strong px-5 py-2 border border-transparent",
  secondary: "bg-surface text-ink border border-edge hover:border-tile hover:text-tile px-5 py-2",
  danger: "bg-bad text-surface hover:brightness-110 px-5 py-2 border border-transparent",
  quiet: "text-tile underline underline-offset-4 decoration-1 hover:decoration-2 px-1 py-2",
};

/** The class names of what looks like a button. */
export function buttonClass({ look = "primary", wide = false }: ButtonLooks): string {
  return classNames(
    "inline-flex min-h-11 items-center justify-center gap-2 text-center font-semibold leading-snug cursor-pointer cut-9",
    "transition-colors disabled:cursor-not-allowed disabled:border-line disabled:bg-sunken disabled:text-ink-soft",
    looks[look],
    wide && "w-full",
  );
}

/**
 * A push button. `look`: primary once a view, secondary beside it, quiet for what is rarely wanted, danger for what
 * cannot be taken back.
 */
export function Button({ look, wide, className, type = "button", ...rest }: ComponentProps<"button"> & ButtonLooks) {
  return <button type={type} className={classNames(buttonClass({ look, wide }), className)} {...rest} />;
}
