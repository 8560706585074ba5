import { ButtonLink } from "@/components/ui/button-link";
import { Crossing } from "@/components/ui/crossing";
import type { NotFoundWords } from "./not-found-words";
import { SearchForm } from "./search-form";

/** The page for an address that leads nowhere. */
export function NotFoundView({ words }: { words: NotFoundWords }) {
  return (
    <div className="page grid place-content-center py-20 text-center">
      <Crossing className="mx-auto size-16 text-tile" />
      <h1 className="display mt-6 text-3xl">{words.title}</h1>
      <p className="mt-3 text-ink-soft">{words.text}</p>
      <div className="mt-8 w-full max-w-lg justify-self-center">
        <SearchForm {...words.search} />
      </div>
      <p className="mt-6 flex flex-wrap justify-center gap-3">
        <ButtonLink href={words.homeHref}>{words.home}</ButtonLink>
        <ButtonLink href={words.categoriesHref} look="secondary">
          {words.categories}
        </ButtonLink>
      </p>
    </div>
  );
}
