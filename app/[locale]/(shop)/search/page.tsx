import type { Metadata } from "next";
import { ListEnd, ProductGrid } from "@/components/catalog/product-grid";
import { SearchForm } from "@/components/layout/search-form";
import { searchWords } from "@/components/layout/search-words";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/page-heading";
import { pathIn } from "@/lib/platform/messages/paths";
import { localeOf } from "../../locale";
import { searchPage } from "../cached";

type Props = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<{ q?: string | string[]; after?: string | string[] }>;
};

export const instant = false;

const one = (value: string | string[] | undefined) => [value].flat()[0]?.trim().slice(0, 200) ?? "";

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { locale, say } = await localeOf(params);
  const q = one((await searchParams).q);
  return {
    title: q ? say("search.title_for", { q }) : say("search.title"),
    alternates: { canonical: pathIn(locale)("/search") },
    robots: { index: !q, follow: true },
  };
}

/** What bears the words that were asked for; without words, the question. */
export default async function SearchPage({ params, searchParams }: Props) {
  const { locale, say } = await localeOf(params);
  const query = await searchParams;
  const q = one(query.q);
  const after = one(query.after) || undefined;
  const to = pathIn(locale);
  const form = <SearchForm {...searchWords(locale, say)} value={q} />;
  if (!q) {
    return (
      <div className="page stack-8 py-10 pb-20">
        <PageHeading below={<p>{say("search.start_hint")}</p>}>{say("search.start")}</PageHeading>
        <div className="max-w-xl">{form}</div>
      </div>
    );
  }
  const found = await searchPage(q, locale, after);
  return (
    <div className="page stack-8 py-10 pb-20">
      <PageHeading below={<p role="status">{say("search.lead", { count: found.total })}</p>}>
        {say("search.title_for", { q })}
      </PageHeading>
      {found.items.length > 0 ? (
        <section aria-label={say("search.title")}>
          <ProductGrid items={found.items} locale={locale} say={say} eager={2} level="h2" />
          <ListEnd
            path={`${to("/search")}?q=${encodeURIComponent(q)}`}
            next={found.next}
            later={after !== undefined}
            say={say}
          />
        </section>
      ) : (
        <EmptyState title={say("search.empty", { q })} text={say("search.empty_hint")}>
          <ButtonLink href={to("/categories")}>{say("catalog.all")}</ButtonLink>
          <ButtonLink href={to("/retailers")} look="secondary">
            {say("retailer.others")}
          </ButtonLink>
        </EmptyState>
      )}
    </div>
  );
}
