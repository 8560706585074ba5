"use client";
import { useEffect, useRef } from "react";
import { fieldId } from "./field";
import { refusalLooks } from "./refusal-looks";

const looks = refusalLooks.summary;

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
      className={looks.box}
    >
      <h2 className={looks.title}>{title}</h2>
      <ul className={looks.list}>
        {items.map(({ field, message }) => (
          <li key={`${field} ${message}`} className={looks.item}>
            {field ? (
              <a href={`#${fieldId(field)}`} className={looks.link}>
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
