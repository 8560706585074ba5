import type { Say } from "@/lib/platform/messages";
import { formatMoney } from "@/lib/platform/money";
import type { ProductOption } from "../input";
import type { Draft, Writing } from "./draft";
import type { Difference } from "./merge";

/** A difference in words. */
export type Told = { field: string; label: string; was: string; now: string; yours: string };

type Known = Writing & { say: Say; draft: Draft; labels: Readonly<Record<string, string>> };

const names: Record<string, string> = {
  categoryId: "category",
  optionValues: "variant",
  minQuantity: "min",
  maxQuantity: "max",
};

function valueText(name: string, value: unknown, known: Known): string {
  const { say, currency, locale, labels } = known;
  if (value === null || value === undefined || value === "") return say("admin.products.conflict_empty");
  if (name === "price") return formatMoney(Number(value), currency, locale);
  if (name === "status") return say(`admin.products.statuses.${value}`);
  if (name === "categoryId") return labels[String(value)] ?? String(value);
  if (name === "active") return say(value ? "admin.yes" : "admin.no");
  if (name === "options") {
    return (value as ProductOption[]).map((each) => `${each.name}: ${each.values.join(", ")}`).join("; ");
  }
  if (Array.isArray(value)) return value.join(" / ");
  const text = String(value);
  return name === "description"
    ? text
        .replace(/<[^>]*>/g, " ")
        .replace(/\s+/g, " ")
        .trim()
    : text;
}

const labelOf = (name: string, say: Say): string =>
  say(name === "options" ? "admin.products.options" : `admin.products.${names[name] ?? name}`);

/** Several fields of a variant that came or went as a whole. */
function whole(value: unknown, known: Known): string {
  if (value === null || value === undefined) return known.say("admin.products.conflict_removed");
  return Object.entries(value as object)
    .map(([name, each]) => `${labelOf(name, known.say)}: ${valueText(name, each, known)}`)
    .join("; ");
}

/** Differences as the editor shows them; of a variant by its values. */
export function tell(differences: readonly Difference[], known: Known): Told[] {
  const { draft, say } = known;
  const called = (id: string, value: unknown): string => {
    const values =
      draft.variants.find((row) => row.id === id)?.optionValues ??
      draft.base?.variants?.find((row) => String(row.id) === id)?.optionValues ??
      (value as { optionValues?: string[] } | null)?.optionValues;
    return values?.join(" / ") || say("admin.products.variant_only");
  };
  return differences.map(({ field, was, now, yours }) => {
    const [head = "", id = "", name] = field.split(".");
    if (head === "variants" && !name) {
      const text = (value: unknown) => whole(value, known);
      return { field, label: called(id, was ?? now), was: text(was), now: text(now), yours: text(yours) };
    }
    const own = name ?? head;
    const label = name ? `${called(id, null)} – ${labelOf(name, say)}` : labelOf(head, say);
    const text = (value: unknown) => valueText(own, value, known);
    return { field, label, was: text(was), now: text(now), yours: text(yours) };
  });
}
