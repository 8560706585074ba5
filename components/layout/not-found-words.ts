import type { Say } from "@/lib/platform/messages";
import { pathIn } from "@/lib/platform/messages/paths";
import { searchWords } from "./search-words";

export const notFoundWords = (locale: string, say: Say) => ({
  title: say("notFound.title"),
  text: say("notFound.text"),
  home: say("notFound.home"),
  homeHref: pathIn(locale)("/"),
  categories: say("notFound.categories"),
  categoriesHref: pathIn(locale)("/categories"),
  search: searchWords(locale, say),
});

export type NotFoundWords = ReturnType<typeof notFoundWords>;
