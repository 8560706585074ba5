"use client";
import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { refusalLooks } from "@/components/ui/refusal-looks";

type Props = {
  /** The door that takes the files as they come in. */
  door: string;
  /** Where a browser goes on to, and where it comes back to with what was wrong. */
  next: string;
  back: string;
  /** At once. */
  most: number;
  /** Bytes of one. */
  largest: number;
  words: Record<"files" | "hint" | "send" | "sending" | "tooLarge" | "tooMany", string>;
};

const types = "image/jpeg,image/png,image/webp,image/avif,image/gif";

/** Brings pictures, by a plain form. Where scripts run, what is too large or too many is told before it is sent. */
export function UploadForm({ door, next, back, most, largest, words }: Props) {
  const id = useId();
  const [problem, setProblem] = useState("");
  const [sending, setSending] = useState(false);
  const check = (files: FileList | null) => {
    const large = [...(files ?? [])].find(({ size }) => size > largest);
    if (large) return words.tooLarge.replace("{file}", large.name);
    return (files?.length ?? 0) > most ? words.tooMany : "";
  };
  return (
    <form
      action={door}
      method="post"
      encType="multipart/form-data"
      className="grid max-w-xl gap-3"
      onSubmit={(event) => {
        if (problem) event.preventDefault();
        else setSending(true);
      }}
    >
      <input type="hidden" name="next" value={`${next} ${back}`} />
      <div className="stack-1">
        <label htmlFor={id} className="block font-semibold">
          {words.files}
        </label>
        <p id={`${id}-hint`} className="text-sm text-ink-soft">
          {words.hint}
        </p>
        <p id={`${id}-problem`} role="alert" className={problem ? refusalLooks.message : "hidden"}>
          {problem}
        </p>
        {/* Last: what comes before the files is known before they are read. */}
        <input
          id={id}
          type="file"
          name="files"
          accept={types}
          multiple={most > 1}
          required
          aria-describedby={`${id}-hint ${id}-problem`}
          aria-invalid={problem ? true : undefined}
          onChange={(event) => setProblem(check(event.target.files))}
          className={classNames(
            "min-h-11 w-full rounded-md border bg-surface px-3 py-2 text-ink",
            problem ? refusalLooks.control.wrong : refusalLooks.control.fine,
          )}
        />
      </div>
      <Button type="submit" className="justify-self-start" disabled={sending}>
        {sending ? words.sending : words.send}
      </Button>
    </form>
  );
}
