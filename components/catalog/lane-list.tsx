import { Link } from "@/components/ui/link";
import type { CategoryView } from "@/lib/catalog/views";
import type { Say } from "@/lib/platform/messages";
import { pathIn } from "@/lib/platform/messages/paths";

type LaneListProps = { categories: readonly CategoryView[]; locale: string; say: Say };

const folded = 24;

function Lanes({ categories, locale }: Omit<LaneListProps, "say">) {
  const number = new Intl.NumberFormat(locale);
  return (
    <ul className="columns-1 gap-8 xs:columns-2 md:columns-3 lg:columns-4">
      {categories.map(({ id, name, path, products }) => (
        <li key={id} className="break-inside-avoid border-b border-line">
          <Link
            href={pathIn(locale)(`/categories/${path}`)}
            className="group flex min-h-11 items-center justify-between gap-3 py-1.5 leading-snug hover:text-tile"
          >
            <span dir="auto" className="min-w-0 group-hover:underline">
              {name}
            </span>
            <span className="text-sm text-ink-soft tabular-nums">{number.format(products)}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** The parts of a category with what each holds. Of a long list the fullest come first and the rest is folded. */
export function LaneList({ categories, locale, say }: LaneListProps) {
  if (categories.length <= folded) return <Lanes categories={categories} locale={locale} />;
  const first = [...categories].sort((one, other) => other.products - one.products).slice(0, folded);
  const shown = new Set(first);
  return (
    <>
      <Lanes categories={categories.filter((each) => shown.has(each))} locale={locale} />
      <details className="mt-2">
        <summary className="inline-flex min-h-11 items-center font-semibold text-tile underline underline-offset-4">
          {say("catalog.more_children", { count: categories.length })}
        </summary>
        <div className="mt-2">
          <Lanes categories={categories.filter((each) => !shown.has(each))} locale={locale} />
        </div>
      </details>
    </>
  );
}
