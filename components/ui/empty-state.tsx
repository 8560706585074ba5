import type { ReactNode } from "react";
import { Crossing } from "./crossing";

/** Nothing here yet: why, and where to go on. Children are the ways on. */
export function EmptyState({ title, text, children }: { title: string; text?: string; children?: ReactNode }) {
  return (
    <div className="cut-24 border border-line bg-surface px-6 py-12 text-center">
      <Crossing className="mx-auto size-10 text-edge" />
      <h2 className="display mt-4 text-2xl">{title}</h2>
      {text && <p className="mx-auto mt-2 max-w-prose text-ink-soft">{text}</p>}
      {children && <div className="mt-6 flex flex-wrap justify-center gap-3">{children}</div>}
    </div>
  );
}
