import { Chevron } from "./icons";
import { Link } from "./link";

type Step = { name: string; href?: string };

/** The way here, from the market's door on. The last step is this page and has no address. */
export function Breadcrumb({ label, steps }: { label: string; steps: readonly Step[] }) {
  return (
    <nav aria-label={label} className="text-sm text-ink-soft">
      <ol className="flex flex-wrap items-center gap-x-1">
        {steps.map(({ name, href }, index) => (
          <li key={`${href ?? ""} ${name}`} className="flex items-center gap-1">
            {href ? (
              <Link
                href={href}
                dir="auto"
                className="inline-flex min-h-11 items-center px-1 underline-offset-4 hover:underline"
              >
                {name}
              </Link>
            ) : (
              <span aria-current="page" dir="auto" className="px-1 text-ink">
                {name}
              </span>
            )}
            {index < steps.length - 1 && <Chevron className="size-3 mirror" />}
          </li>
        ))}
      </ol>
    </nav>
  );
}
