import type { ComponentProps } from "react";
import { classNames } from "./class-names";

/** A raised sheet with cut corners. */
export function Card({ className, ...rest }: ComponentProps<"section">) {
  return <section className={classNames("cut-16 border border-line bg-surface p-5", className)} {...rest} />;
}
