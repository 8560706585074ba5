"use client";
import { type ComponentProps, useEffect, useRef, useState } from "react";
import { Field } from "@/components/ui/field";

export type PasswordWords = { show: string; hide: string; showIt: string; hideIt: string };

type Props = ComponentProps<typeof Field> & { words: PasswordWords };

/** A password that may be looked at while it is typed, where scripts run. It is covered again before it is sent. */
export function PasswordField({ words, ...field }: Props) {
  const [shown, setShown] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const form = input.current?.form;
    // What browsers keep of a form's plain fields must not hold a password.
    const cover = () => setShown(false);
    form?.addEventListener("submit", cover);
    return () => form?.removeEventListener("submit", cover);
  }, []);
  return (
    <Field
      ref={input}
      type={shown ? "text" : "password"}
      // Only text has letters to be changed.
      autoCapitalize={shown ? "none" : undefined}
      autoCorrect={shown ? "off" : undefined}
      spellCheck={false}
      dir="auto"
      {...field}
      beside={
        <button
          type="button"
          data-password-turn=""
          data-other={shown ? words.show : words.hide}
          data-other-label={shown ? words.showIt : words.hideIt}
          aria-label={shown ? words.hideIt : words.showIt}
          onClick={() => setShown(!shown)}
          className="scriptless:hidden min-h-11 min-w-16 shrink-0 cursor-pointer rounded-md border border-edge bg-surface px-3 font-semibold text-tile hover:border-tile"
        >
          {shown ? words.hide : words.show}
        </button>
      }
    />
  );
}
