import type { ReactNode } from "react";
import { classNames } from "./class-names";

type Tone = "plain" | "good" | "warn" | "bad";

const tones: Record<Tone, string> = {
  plain: "bg-sunken text-ink-soft",
  good: "bg-good-soft text-good",
  warn: "bg-warn-soft text-warn",
  bad: "bg-bad-soft text-bad",
};

/** A word or two on a state. */
export function Badge({ tone = "plain", children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span className={classNames("inline-flex items-center cut-5 px-2 py-0.5 text-xs font-semibold", tones[tone])}>
      {children}
    </span>
  );
}
