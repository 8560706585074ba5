import { getCountries } from "libphonenumber-js";

/** Every country by name in the locale. Source: CLDR by way of Intl. */
export function countries(locale: string): { code: string; name: string }[] {
  const names = new Intl.DisplayNames(locale, { type: "region" });
  const known = getCountries().map((code) => ({ code, name: names.of(code) ?? code }));
  return known.sort((a, b) => a.name.localeCompare(b.name, locale));
}
