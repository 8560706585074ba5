import type { ComponentProps } from "react";
import { classNames } from "./class-names";
import { Link } from "./link";

type Look = "primary" | "secondary" | "quiet";
type Shared = { look?: Look; wide?: boolean };

const looks: Record<Look, string> = {
  primary: "bg-tile text-on-tile hover:bg-tile-strong px-5 py-2 border border-transparent",
  secondary: "bg-surface text-ink border border-edge hover:border-tile hover:text-tile px-5 py-2",
  quiet: "text-tile underline underline-offset-4 decoration-1 hover:decoration-2 px-1 py-2",
};

function buttonClass({ look = "primary", wide = false }: Shared): string {
  return classNames(
    "inline-flex min-h-11 items-center justify-center gap-2 text-center font-semibold leading-snug cursor-pointer cut-9",
    "transition-colors disabled:cursor-not-allowed disabled:border-line disabled:bg-sunken disabled:text-ink-soft",
    looks[look],
    wide && "w-full",
  );
}

/** A push button. `look`: primary once a view, secondary beside it, quiet for what is rarely wanted. */
export function Button({ look, wide, className, type = "button", ...rest }: ComponentProps<"button"> & Shared) {
  return <button type={type} className={classNames(buttonClass({ look, wide }), className)} {...rest} />;
}

/** A link that looks like a button. */
export function ButtonLink({ look, wide, className, ...rest }: ComponentProps<typeof Link> & Shared) {
  return <Link className={classNames(buttonClass({ look, wide }), className)} {...rest} />;
}
