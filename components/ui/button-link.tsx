import type { ComponentProps } from "react";
import { type ButtonLooks, buttonClass } from "./button";
import { classNames } from "./class-names";
import { Link } from "./link";

/** A link that looks like a button. */
export function ButtonLink({ look, wide, className, ...rest }: ComponentProps<typeof Link> & ButtonLooks) {
  return <Link className={classNames(buttonClass({ look, wide }), className)} {...rest} />;
}
