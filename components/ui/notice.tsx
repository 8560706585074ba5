import type { ReactNode } from "react";
import { classNames } from "./class-names";

type Tone = "plain" | "good" | "warn" | "bad";

const tones: Record<Tone, string> = {
  plain: "bg-tile-soft text-ink border-tile",
  good: "bg-good-soft text-ink border-good",
  warn: "bg-warn-soft text-ink border-warn",
  bad: "bg-bad-soft text-ink border-bad",
};

/** Says what happened. `live` announces it: "status" when it can wait, "alert" when not. */
export function Notice({
  tone = "plain",
  live,
  title,
  children,
}: {
  tone?: Tone;
  live?: "status" | "alert";
  title?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <div role={live} className={classNames("border-s-4 px-4 py-3", tones[tone])}>
      {title && <p className="font-semibold">{title}</p>}
      {children}
    </div>
  );
}
