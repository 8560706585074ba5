import { foldDigits } from "./text/digits";

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

/** The amount as it is typed into a field: `12.50`, in German `12,50`; without groups and currency. */
export function typedAmount(amount: number, currency: string, locale: string): string {
  const digits = currencyExponent(currency);
  const plain = { minimumFractionDigits: digits, maximumFractionDigits: digits, useGrouping: false };
  return new Intl.NumberFormat(locale, plain).format(amount / 10 ** digits);
}

/**
 * What was typed in the locale's form (`1,234.50`, in German `1.234,50`; digits of any script, with or without groups and
 * the currency), in minor units. Never passes through a float.
 * @returns null for what is none, is below zero, or has more decimals than the currency
 */
export function amountFrom(text: string, currency: string, locale: string): number | null {
  const parts = new Intl.NumberFormat(locale, { useGrouping: true }).formatToParts(-12_345.6);
  const sign = (type: string) => parts.find((part) => part.type === type)?.value ?? "";
  const decimal = sign("decimal");
  const group = sign("group");
  const shape = foldDigits(text.normalize("NFKC"))
    .replace(/[\p{Sc}\p{L}\s\u200e\u200f\u061c]/gu, "")
    .replace(/[’']/g, "'");
  const mark = (each: string) => each.normalize("NFKC").replace(/\s/g, "").replace("’", "'");
  const escaped = (each: string) => each.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const grouped = mark(group) && `|\\d{1,3}(?:${escaped(mark(group))}\\d{2,3})*${escaped(mark(group))}\\d{3}`;
  // Keyboards without the locale's own decimal sign have a point.
  const point = mark(decimal) !== "." && mark(group) !== "." ? "|\\." : "";
  const exponent = currencyExponent(currency);
  const match = new RegExp(
    `^(\\d{1,15}${grouped})(?:(?:${escaped(mark(decimal))}${point})(\\d{0,${exponent}}))?$`,
  ).exec(shape);
  if (!match) return null;
  const whole = match[1]!.replace(/\D/g, "");
  const amount = Number(whole + (match[2] ?? "").padEnd(exponent, "0"));
  return Number.isSafeInteger(amount) ? amount : null;
}
