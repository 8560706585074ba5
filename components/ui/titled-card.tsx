"use client";
import { type ComponentProps, type ReactNode, useId } from "react";
import { Card } from "./card";

/** A sheet that is called by its heading. */
export function TitledCard({
  title,
  children,
  ...rest
}: Omit<ComponentProps<typeof Card>, "title"> & { title: ReactNode }) {
  const id = useId();
  return (
    <Card aria-labelledby={id} {...rest}>
      <h2 id={id} className="text-lg font-bold">
        {title}
      </h2>
      {children}
    </Card>
  );
}
