import { createTranslator } from "next-intl";
import { env } from "../env";
import en from "./en.json";
import { pseudo } from "./pseudo";

/** Says words of the catalog: `say("cart.full", { count: 100 })`. ICU message format; an unknown key throws. */
export type Say = (key: string, values?: Record<string, string | number>) => string;

type Catalog = typeof en;

/** Made from the English catalog for tests: longer words, and the same from right to left. */
const pseudoLocales = { "en-XA": "ltr", "ar-XB": "rtl" } as const;

const catalogs: Record<string, Catalog> = { en };
const translators = new Map<string, Say>();

/** The locales of this installation, the default one first. */
export function locales(): string[] {
  const rest = Object.keys(catalogs).filter((each) => each !== env.CHARSU_LOCALE);
  return [env.CHARSU_LOCALE, ...rest, ...(env.CHARSU_PSEUDO_LOCALES ? Object.keys(pseudoLocales) : [])];
}

/** The locales above and those that are for tests alone. */
export const everyLocale = (): string[] => [...new Set([...locales(), ...Object.keys(pseudoLocales)])];

/** The locale that was asked for, or the default one: a form may name anything. */
export const spokenLocale = (wanted: string | undefined): string =>
  wanted !== undefined && locales().includes(wanted) ? wanted : env.CHARSU_LOCALE;

/** `rtl` where the locale's script runs from right to left. Source: CLDR by way of Intl. */
export function direction(locale: string): "ltr" | "rtl" {
  if (locale in pseudoLocales) return pseudoLocales[locale as keyof typeof pseudoLocales];
  const info = new Intl.Locale(locale) as Intl.Locale & { getTextInfo?: () => { direction: "ltr" | "rtl" } };
  return info.getTextInfo?.().direction ?? "ltr";
}

/** The words of a locale; English where it has no catalog. */
export function translator(locale: string): Say {
  let found = translators.get(locale);
  if (!found) {
    const messages = locale in pseudoLocales ? pseudo(en, direction(locale)) : (catalogs[locale] ?? en);
    const translate = createTranslator({
      locale,
      messages,
      timeZone: "UTC",
      onError: (error) => {
        throw error;
      },
    });
    found = translate as unknown as Say;
    translators.set(locale, found);
  }
  return found;
}
