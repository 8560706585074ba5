"use client";
import { type ComponentProps, createContext, useContext, useId } from "react";

const OwnId = createContext<string | null>(null);

/** A form. The ids of its fields begin with its own: see {@link useFieldId}. */
export function Form(props: ComponentProps<"form">) {
  return (
    <OwnId value={useId()}>
      <form {...props} />
    </OwnId>
  );
}

/**
 * How the controls of the form around it are called: input name to id. A page that was left stays in the document for a
 * while, and labels, descriptions and links know ids alone: no two forms may share one.
 */
export function useFieldId(): (name: string) => string {
  const form = useContext(OwnId);
  const alone = useId();
  return (name) => `${form ?? alone}-${name.replaceAll(".", "-")}`;
}
