import { LocalNotFound } from "@/components/layout/local-not-found";
import { notFoundWords } from "@/components/layout/not-found-words";
import { locales, translator } from "@/lib/platform/messages";

/** Next hands this page no parameters: it carries the words of each locale, and the one in the address is shown. */
export default function NotFoundPage() {
  const words = Object.fromEntries(locales().map((locale) => [locale, notFoundWords(locale, translator(locale))]));
  return <LocalNotFound words={words} />;
}
