import { SearchForm } from "@/components/layout/search-form";
import { searchWords } from "@/components/layout/search-words";
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
        className="group flex min-h-14 flex-col justify-center py-1.5"
      >
        <span
          dir="auto"
          className="display text-start text-lg leading-tight decoration-1 underline-offset-4 group-hover:underline"
        >
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
      <div className="page grid gap-x-6 gap-y-10 pb-14 pt-8 lg:grid-cols-[1fr_minmax(0,35rem)_1fr] lg:items-center lg:pb-20 lg:pt-14">
        <div className="relative isolate lg:order-2 lg:py-16 lg:text-center">
          <svg
            viewBox="0 0 400 400"
            aria-hidden="true"
            focusable="false"
            className="absolute -end-24 -top-10 -z-10 size-105 text-vault-line lg:inset-0 lg:m-auto lg:size-full lg:scale-105"
          >
            <g fill="none" stroke="currentColor" strokeWidth="1.2">
              <path d="M200 12 255 67H333V145L388 200 333 255V333H255L200 388 145 333H67V255L12 200 67 145V67H145Z" />
              <path d="M140 55H260L345 140V260L260 345H140L55 260V140Z" />
              <path d="M200 0V12M200 388V400M0 200H12M388 200H400" />
            </g>
          </svg>
          <h1 className="display text-4xl text-balance">{say("home.heading")}</h1>
          <p className="mt-5 max-w-[46ch] text-on-vault-soft lg:mx-auto">{say("home.lead", { shops, products })}</p>
          <div className="mx-auto mt-7 max-w-md max-md:hidden">
            <SearchForm id="search-here" {...searchWords(locale, say)} />
          </div>
        </div>
        <nav aria-label={say("home.lanes")} className="grid grid-cols-2 gap-x-6 lg:contents">
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
