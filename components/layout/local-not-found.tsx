"use client";
import { useParams } from "next/navigation";
import { NotFoundView } from "./not-found-view";
import type { NotFoundWords } from "./not-found-words";

/** The not-found page in the locale of the address. */
export function LocalNotFound({ words }: { words: Record<string, NotFoundWords> }) {
  const { locale } = useParams<{ locale: string }>();
  const own = words[locale] ?? Object.values(words)[0];
  return own ? <NotFoundView words={own} /> : null;
}
