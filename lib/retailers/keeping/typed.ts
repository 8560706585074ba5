import { amountFrom, typedAmount } from "@/lib/platform/money";
import { cleanHtml, decodeEntities } from "@/lib/platform/text/clean-html";
import { foldDigits } from "@/lib/platform/text/digits";
import type { SettingsField } from "./input";
import type { SettingsView } from "./views";

/** The fields of each page of a shop's settings. */
export const parts = {
  profile: ["name", "tagline", "trade", "description", "hue"],
  place: ["email", "phone", "country", "addressLine", "postcode", "city", "latitude", "longitude", "timezone"],
  delivery: [
    "delivers",
    "picksUp",
    "deliveryRadius",
    "minimumOrder",
    "deliveryFee",
    "freeAbove",
    "preparation",
    "lowStock",
  ],
} as const satisfies Record<string, readonly SettingsField[]>;

export type SettingsPart = keyof typeof parts;

/** In what language and currency somebody types. */
export type Writing = { locale: string; currency: string };

const money: readonly SettingsField[] = ["minimumOrder", "deliveryFee", "freeAbove"];
/** What may be left empty. */
const perhaps: readonly SettingsField[] = ["email", "phone", "deliveryRadius", "freeAbove"];

/** Paragraphs as text with empty lines between them; other HTML as it stands. */
export function asText(html: string): string {
  const text = html
    .replace(/<\/p>\s*<p>/g, "\n\n")
    .replace(/<br ?\/?>\n?/g, "\n")
    .replace(/<\/?p>/g, "")
    .trim();
  if (text.includes("<")) return html;
  const plain = decodeEntities(text);
  return cleanHtml(plain).html === html ? plain : html;
}

/** A stored value as its field shows it; a box that is ticked says "on". */
export function typedValue(field: SettingsField, value: unknown, { locale, currency }: Writing): string {
  if (value === null || value === undefined || value === false) return "";
  if (value === true) return "on";
  if (field === "description") return asText(String(value));
  if (money.includes(field)) return typedAmount(Number(value), currency, locale);
  if (field === "deliveryRadius")
    return new Intl.NumberFormat(locale, { maximumFractionDigits: 3, useGrouping: false }).format(Number(value) / 1000);
  return String(value);
}

/** The fields of a page as they are shown first. */
export const typedSettings = (settings: SettingsView, part: SettingsPart, at: Writing): Record<string, string> =>
  Object.fromEntries(
    parts[part]
      .map((field) => [field, typedValue(field, settings[field], at)] as const)
      .filter(([field, value]) => value !== "" || typeof settings[field] !== "boolean"),
  );

/** Kilometres as people type them, in metres; null for what is no distance. */
function metresFrom(text: string): number | null {
  const match = /^(\d{1,5})(?:[.,\u066b](\d{1,3}))?(?:\s*km)?$/i.exec(foldDigits(text).trim());
  return match ? Number(match[1]) * 1000 + Number((match[2] ?? "").padEnd(3, "0")) : null;
}

function valueFrom(field: SettingsField, text: string, { locale, currency }: Writing): unknown {
  if (text === "" && perhaps.includes(field)) return null;
  if (money.includes(field)) return text === "" ? 0 : (amountFrom(text, currency, locale) ?? text);
  if (field === "deliveryRadius") return metresFrom(text) ?? text;
  if (field !== "hue" && field !== "lowStock") return text;
  const digits = foldDigits(text).trim();
  return /^\d{1,9}$/.test(digits) ? Number(digits) : text;
}

/**
 * What was typed on a page of settings, as the operation takes it. What cannot be read stays text, which is refused at its
 * field.
 * @param base what was stored when the page was made: a description that was not touched goes back as it was
 */
export function settingsFrom(
  values: Readonly<Record<string, string>>,
  part: SettingsPart,
  base: Partial<Record<SettingsField, unknown>>,
  at: Writing,
): Record<string, unknown> {
  return Object.fromEntries(
    parts[part].map((field) => {
      if (field === "delivers" || field === "picksUp") return [field, values[field] !== undefined];
      const text = (values[field] ?? "").trim();
      const kept = base[field];
      if (field === "description" && typeof kept === "string") {
        // A browser sends line breaks its own way.
        if (text.replace(/\r\n/g, "\n") === asText(kept)) return [field, kept];
      }
      return [field, valueFrom(field, text, at)];
    }),
  );
}
