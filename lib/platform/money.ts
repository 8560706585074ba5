/** An amount in minor units of its ISO 4217 currency, as the API shows it. */
export type Money = { amount: number; currency: string; formatted: string };

const formats = new Map<string, Intl.NumberFormat>();

function format(locale: string, currency: string): Intl.NumberFormat {
  const key = `${locale} ${currency}`;
  let found = formats.get(key);
  if (!found) {
    found = new Intl.NumberFormat(locale, { style: "currency", currency });
    formats.set(key, found);
  }
  return found;
}

/** Digits after the decimal sign: 2 for EUR, 0 for JPY, 3 for KWD. Source: ISO 4217 by way of CLDR. */
export function currencyExponent(currency: string): number {
  return format("en", currency).resolvedOptions().maximumFractionDigits ?? 2;
}

/** `1250, "EUR"` as `€12.50` in the locale. */
export function formatMoney(amount: number, currency: string, locale: string): string {
  return format(locale, currency).format(amount / 10 ** currencyExponent(currency));
}

/** The API's shape of an amount. */
export function money(amount: number, currency: string, locale: string): Money {
  return { amount, currency, formatted: formatMoney(amount, currency, locale) };
}
