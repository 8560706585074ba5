import type { ReactNode } from "react";

/** The name of a page, what stands over it and a line below it. */
export function PageHeading({ children, over, below }: { children: ReactNode; over?: ReactNode; below?: ReactNode }) {
  return (
    <header className="stack-2">
      {over && <p className="text-sm font-semibold text-tile">{over}</p>}
      <h1 dir="auto" className="display text-3xl">
        {children}
      </h1>
      {below && <div className="max-w-prose text-ink-soft">{below}</div>}
    </header>
  );
}
