import { Link } from "@/components/ui/link";
import type { CategoryView } from "@/lib/catalog/views";
import type { Say } from "@/lib/platform/messages";
import { pathIn } from "@/lib/platform/messages/paths";

type HeroProps = { roots: readonly CategoryView[]; shops: number; products: number; locale: string; say: Say };

const most = 10;

function Lane({ category, locale, say }: { category: CategoryView; locale: string; say: Say }) {
  return (
    <li className="border-b border-vault-line">
      <Link
        href={pathIn(locale)(`/categories/${category.path}`)}
        className="group flex min-h-15 flex-col justify-center gap-1 py-2"
      >
        <span dir="auto" className="display text-xl leading-none decoration-1 underline-offset-4 group-hover:underline">
          {category.name}
        </span>
        <span className="text-start text-xs text-on-vault-soft">{say("home.count", { count: category.products })}</span>
      </Link>
    </li>
  );
}

/** The crossing itself: the market's idea and the search in the middle, its lanes to both sides. */
export function CrossingHero({ roots, shops, products, locale, say }: HeroProps) {
  const lanes = [...roots].sort((one, other) => other.products - one.products).slice(0, most);
  const half = Math.ceil(lanes.length / 2);
  return (
    <section className="overflow-hidden bg-vault text-on-vault">
      <div className="page grid gap-x-6 gap-y-10 pt-8 pb-12 lg:grid-cols-[1fr_minmax(0,36rem)_1fr] lg:items-center lg:py-8">
        <div className="relative isolate lg:order-2 lg:grid lg:aspect-square lg:place-content-center lg:px-16 lg:text-center">
          <svg
            viewBox="0 0 400 400"
            aria-hidden="true"
            focusable="false"
            className="absolute -end-28 -top-14 -z-10 size-90 text-vault-raised lg:inset-0 lg:size-full"
          >
            <path
              fill="currentColor"
              d="M200 2 258 60H340V142L398 200 340 258V340H258L200 398 142 340H60V258L2 200 60 142V60H142Z"
            />
            <path
              fill="none"
              stroke="var(--vault-line)"
              d="M200 26 251 77H323V149L374 200 323 251V323H251L200 374 149 323H77V251L26 200 77 149V77H149Z"
            />
          </svg>
          <h1 className="display text-4xl text-balance">{say("home.heading")}</h1>
          <p className="mt-4 max-w-[46ch] text-on-vault-soft lg:mx-auto lg:max-w-[29ch]">
            {say("home.lead", { shops, products })}
          </p>
        </div>
        <nav aria-label={say("home.lanes")} className="relative grid grid-cols-2 gap-x-6 lg:contents">
          <ul className="min-w-0 lg:order-1">
            {lanes.slice(0, half).map((category) => (
              <Lane key={category.id} category={category} locale={locale} say={say} />
            ))}
          </ul>
          <ul className="min-w-0 lg:order-3">
            {lanes.slice(half).map((category) => (
              <Lane key={category.id} category={category} locale={locale} say={say} />
            ))}
            <li>
              <Link
                href={pathIn(locale)("/categories")}
                className="flex min-h-14 items-center font-semibold text-saffron underline-offset-4 hover:underline"
              >
                {say("home.all_lanes")}
              </Link>
            </li>
          </ul>
        </nav>
      </div>
    </section>
  );
}
