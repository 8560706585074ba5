import type { Metadata } from "next";
import type { ReactNode } from "react";
import { CrossingHero } from "@/components/catalog/crossing-hero";
import { ProductGrid } from "@/components/catalog/product-grid";
import { Ranking } from "@/components/catalog/ranking";
import { RetailerCard } from "@/components/retailers/retailer-card";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { pathIn } from "@/lib/platform/messages/paths";
import { localeOf } from "../locale";
import { cachedHome } from "./cached";

type Props = { params: Promise<{ locale: string }> };

export const ensureStatic = "navigation";

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, say } = await localeOf(params);
  return {
    title: { absolute: say("home.title") },
    description: say("layout.description"),
    alternates: { canonical: pathIn(locale)("/") },
  };
}

function Part({ title, more, children }: { title: string; more?: ReactNode; children: ReactNode }) {
  return (
    <section aria-label={title} className="stack-6">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6">
        <h2 className="display text-2xl">{title}</h2>
        {more}
      </div>
      {children}
    </section>
  );
}

export default async function HomePage({ params }: Props) {
  const { locale, say } = await localeOf(params);
  const { roots, shops, newest, best, products } = await cachedHome(locale);
  return (
    <>
      <CrossingHero roots={roots} shops={shops.length} products={products} locale={locale} say={say} />
      <div className="page stack-20 py-14 pb-24">
        {products === 0 && <EmptyState title={say("home.empty")} text={say("home.empty_hint")} />}
        {newest.length > 0 && (
          <Part title={say("home.newest")}>
            <ProductGrid items={newest} locale={locale} say={say} />
          </Part>
        )}
        {shops.length > 0 && (
          <Part
            title={say("home.shops")}
            more={
              <Link
                href={pathIn(locale)("/retailers")}
                className="inline-flex min-h-11 items-center font-semibold text-tile underline underline-offset-4"
              >
                {say("home.all_shops")}
              </Link>
            }
          >
            <ul className="-mx-4 flex snap-x snap-mandatory scroll-px-4 gap-4 overflow-x-auto px-4 pb-2 sm:mx-0 sm:grid sm:grid-cols-2 sm:gap-6 sm:overflow-visible sm:px-0 lg:grid-cols-3">
              {shops.slice(0, 6).map((shop) => (
                <li key={shop.id} className="w-4/5 shrink-0 snap-start sm:w-auto">
                  <RetailerCard shop={shop} locale={locale} say={say} />
                </li>
              ))}
            </ul>
          </Part>
        )}
        {best.length > 0 && (
          <Part title={say("home.best")}>
            <Ranking items={best} locale={locale} say={say} />
          </Part>
        )}
      </div>
    </>
  );
}
