import { notFound } from "next/navigation";
import { locales, type Say, translator } from "@/lib/platform/messages";

/** Stands for every value of a path parameter at build time, when there is no database to ask for real ones. */
export const placeholder = "_";

/** The locale of a page and its words; a locale that this installation does not speak is a 404. */
export async function localeOf(params: Promise<{ locale: string }>): Promise<{ locale: string; say: Say }> {
  const { locale } = await params;
  if (!locales().includes(locale)) notFound();
  return { locale, say: translator(locale) };
}

/** A path parameter as it was meant: Next hands it over percent-encoded. The front has refused what cannot be decoded. */
export const textOf = (parameter: string): string => decodeURIComponent(parameter);

/** The same for a parameter of several steps, joined by slashes. */
export const pathOf = (steps: readonly string[]): string => steps.map(textOf).join("/");
