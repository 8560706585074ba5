import { env } from "@/lib/platform/env";
import type { Say } from "@/lib/platform/messages";
import { typedAmount } from "@/lib/platform/money";

const plain = [
  "retailer",
  "slug",
  "slug_hint",
  "slug_hint_new",
  "description",
  "description_hint",
  "status",
  "statuses.draft",
  "statuses.published",
  "statuses.archived",
  "brand",
  "brand_hint",
  "shop_hint",
  "category",
  "category_find",
  "category_find_button",
  "no_category",
  "options",
  "options_hint",
  "option_clear_hint",
  "option_more_hint",
  "option_new",
  "option_new_values",
  "options_apply",
  "options_complete",
  "variants",
  "variant",
  "variant_only",
  "variant_new",
  "sku",
  "barcode",
  "weight",
  "min",
  "max",
  "stock",
  "first_stock",
  "active",
  "remove_variant",
  "conflict_title",
  "conflict_was",
  "meanwhile_title",
  "meanwhile_lead",
  "save",
  "create",
];

/** Words with holes that the editor fills for each row. */
const holed = {
  option_name: ["number"],
  option_values: ["name"],
  option_value: ["number", "name"],
  option_more: ["name"],
  conflict_theirs: ["value"],
  conflict_mine: ["value"],
};

/** The words of the product editor, which runs in the browser as well. */
export function editorWords(say: Say, locale: string): Record<string, string> {
  const { CHARSU_CURRENCY: currency } = env;
  const open = Object.entries(holed).map(([key, holes]) => [
    key,
    say(`admin.products.${key}`, Object.fromEntries(holes.map((hole) => [hole, `{${hole}}`]))),
  ]);
  return {
    ...Object.fromEntries(plain.map((key) => [key, say(`admin.products.${key}`)])),
    ...Object.fromEntries(open),
    name_label: say("admin.products.name_field"),
    price_in: say("admin.products.price_in", { currency }),
    price_hint: say("admin.products.price_example", { example: typedAmount(1250, currency, locale) }),
    saving: say("admin.saving"),
    problem: say("errors.invalid"),
  };
}
