import { classNames } from "@/components/ui/class-names";

type Props = {
  label: string;
  figure: string;
  /** The rows that it sums. */
  href?: string | undefined;
  /** Compared with before, in words, and which way it went. */
  change: string;
  way: "up" | "down" | "same";
  /** What it was before; nothing where nothing was. */
  was?: string | undefined;
  className?: string;
};

const marks = { up: "M1 9L6 3L11 9Z", down: "M1 3L6 9L11 3Z", same: "M1 5H11V7H1Z" } as const;
const looks = { up: "text-good", down: "text-bad", same: "text-ink-soft" } as const;

/** One figure that matters, with how it went. */
export function FigureTile({ label, figure, href, change, way, was, className }: Props) {
  return (
    <div className={classNames("cut-12 border border-line bg-surface px-4 py-4 sm:px-5", className)}>
      <dt className="text-sm font-semibold text-ink-soft">{label}</dt>
      <dd className="stack-2">
        <p className="display text-xl tabular-nums sm:text-2xl">
          {href ? (
            <a
              href={href}
              className="inline-flex min-h-11 items-center underline decoration-edge decoration-1 underline-offset-8 hover:text-tile hover:decoration-tile"
            >
              {figure}
            </a>
          ) : (
            <span className="inline-flex min-h-11 items-center">{figure}</span>
          )}
        </p>
        <p className="text-sm">
          <span className={classNames("inline-flex items-center gap-1.5 font-semibold", looks[way])}>
            <svg viewBox="0 0 12 12" width="10" height="10" aria-hidden="true" className="fill-current">
              <path d={marks[way]} />
            </svg>
            {change}
          </span>{" "}
          {was && <span className="block text-ink-soft">{was}</span>}
        </p>
      </dd>
    </div>
  );
}
