"use client";
import { useEffect, useRef } from "react";
import { fieldId } from "./field";

type Item = { field: string | null; message: string };

/** Stands before a form that was refused: what is wrong, each line a link to its field. It takes the focus. */
export function ErrorSummary({ title, items }: { title: string; items: readonly Item[] }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [items]);
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      // biome-ignore lint/a11y/noAutofocus: without JavaScript too, reading begins at what went wrong
      autoFocus
      aria-label={title}
      className="cut-12 border-2 border-bad bg-surface p-5"
    >
      <h2 className="text-lg font-bold">{title}</h2>
      <ul className="mt-2 stack-1">
        {items.map(({ field, message }) => (
          <li key={`${field} ${message}`} className="font-semibold text-bad">
            {field ? (
              <a href={`#${fieldId(field)}`} className="underline underline-offset-4">
                {message}
              </a>
            ) : (
              message
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
