"use server";
import { randomUUID } from "node:crypto";
import { redirect } from "next/navigation";
import { env } from "@/lib/platform/env";
import type { FieldError } from "@/lib/platform/errors";
import { translator } from "@/lib/platform/messages";
import { pathIn } from "@/lib/platform/messages/paths";
import { foldDigits } from "@/lib/platform/text/digits";
import { applyEffects, type FormState, formInput, localeOf, pageContext, runForm } from "@/lib/web/action";
import { addProduct, duplicateProduct } from "./operations/add";
import { applyPreviewed, previewBulk } from "./operations/bulk";
import { editProduct } from "./operations/edit";
import { findCategories } from "./operations/list";
import { removeProduct } from "./operations/remove";
import { type Told, tell } from "./rules/describe";
import { type Draft, draftOf, inputOf, optionsPending, readDraft, type Writing, withOptions } from "./rules/draft";
import type { Difference } from "./rules/merge";
import { mostVariants } from "./rules/options";
import { choose, rebase } from "./rules/rebase";
import type { CategoryChoice, KeptProductDetail } from "./views";

/** What the editor shows after it was sent and before it is done. */
export type EditorState = {
  /** Tells one answer from the one before it. */
  stamp: string;
  draft: Draft;
  message: string;
  errors: FieldError[];
  /** Said before the fields: what happened, and whether it is done. */
  notices: { tone: "good" | "warn"; text: string }[];
  /** Names of the categories that the form knows, by id, and the ids of those that were looked for, with how many. */
  labels: Record<string, string>;
  found: { ids: string[]; text: string } | null;
  /** What both changed, and what somebody else changed besides. */
  conflicts: Told[];
  meanwhile: Told[];
} | null;

type Answer = NonNullable<EditorState>;

const writing = (locale: string): Writing => ({ locale, currency: env.CHARSU_CURRENCY });

/** What was chosen where two people wrote different things. */
function choicesIn(form: FormData): Map<string, "theirs" | "mine"> {
  const choices = [...form.entries()].filter(([name]) => name.startsWith("choice."));
  return new Map(
    choices.map(([name, value]) => [name.slice("choice.".length), value === "theirs" ? "theirs" : "mine"]),
  );
}

/** The draft of a form with what was chosen; `base` holds what is stored where there was something to choose. */
function chosenDraft(draft: Draft, form: FormData, at: Writing): Draft {
  const choices = choicesIn(form);
  if (!choices.size || !draft.base) return draft;
  const { base } = draft;
  const now: Draft = rebaseOnto(draft, base, at);
  return choose(draft, now, choices);
}

/** What a base says, as fields. */
function rebaseOnto(draft: Draft, base: NonNullable<Draft["base"]>, at: Writing): Draft {
  const { categoryId = null, brand = null, variants = [], options = [], ...own } = base;
  const product = {
    ...own,
    options,
    brand,
    category: categoryId === null ? null : { id: categoryId, names: [] },
    retailer: { id: 0, handle: draft.retailer, name: "" },
    variants: variants.map((variant) => ({
      ...variant,
      stock: Number(draft.variants.find(({ id }) => id === String(variant.id))?.stock ?? 0),
      price: { amount: variant.price, currency: at.currency, formatted: "" },
    })),
  };
  return draftOf(product as unknown as KeptProductDetail, at);
}

type Changed = { conflicts: Difference[]; meanwhile: Difference[]; product: KeptProductDetail };

/** The categories that the form shows. */
const labelsIn = (form: FormData): Record<string, string> =>
  Object.fromEntries(
    [...form.entries()]
      .filter(([name]) => name.startsWith("label."))
      .map(([name, value]) => [name.slice("label.".length), String(value)]),
  );

const trail = ({ names }: CategoryChoice): string => names.join(" › ");

/** One submit of the editor: its words, what the form knows, and how it is answered. */
function sending(form: FormData) {
  const locale = localeOf(form);
  const say = translator(locale);
  const at = writing(locale);
  const labels = labelsIn(form);
  const answer = (draft: Draft, over: Partial<Answer>): Answer => ({
    stamp: randomUUID(),
    draft,
    message: "",
    errors: [],
    notices: [],
    labels,
    found: null,
    conflicts: [],
    meanwhile: [],
    ...over,
  });
  const told = (draft: Draft, differences: Difference[], product: KeptProductDetail) => {
    if (product.category) labels[product.category.id] ??= trail(product.category);
    return tell(differences, { ...at, say, draft, labels });
  };
  return { locale, say, at, labels, answer, told };
}

async function save(form: FormData, draft: Draft, sent: ReturnType<typeof sending>): Promise<EditorState> {
  const { locale, say, at, answer, told } = sent;
  const id = Number(form.get("id") ?? 0);
  const context = await pageContext(locale);
  const input = inputOf(draft, at);
  const result = id ? await editProduct.safe(context, { ...input, id }) : await addProduct.safe(context, input);
  await applyEffects(context);
  if (!result.ok) {
    const { message, errors, data, code } = result.error;
    if (code !== "changed") return answer(draft, { message, errors });
    const { conflicts, meanwhile, product } = data as Changed;
    const clashing = new Set(conflicts.map(({ field }) => field));
    const others = meanwhile.filter(({ field }) => !clashing.has(field) && !clashing.has(field.replace(/\.\w+$/, "")));
    const united = rebase(draft, product, at);
    const tells = (some: Difference[]) => told(draft, some, product);
    return answer(united, { message, conflicts: tells(conflicts), meanwhile: tells(others) });
  }
  const saved = "product" in result.data ? result.data : { product: result.data, meanwhile: [], kept: [] };
  const { product, meanwhile, kept } = saved;
  // `at` makes it another page than the one that was sent, so that nothing of its answers stays.
  const next = `/admin/products/${product.id}?done=product_saved&at=${randomUUID().slice(0, 8)}`;
  if (!meanwhile.length && !kept.length) redirect(pathIn(locale)(next));
  const fresh = draftOf(product, at);
  const notices: Answer["notices"] = [
    { tone: "good", text: say(meanwhile.length ? "admin.products.meanwhile_saved" : "admin.done.product_saved") },
  ];
  if (kept.length) notices.push({ tone: "warn", text: say("admin.products.kept_variants", { count: kept.length }) });
  return answer(fresh, { notices, meanwhile: told(draft, meanwhile as Difference[], product) });
}

/** How many categories are offered at once; a sentence says so when there may be more. */
const offered = 20;

/** Saves a product or, by its other buttons, finds categories and brings the grid to the options, and saves nothing. */
export async function saveProduct(_: EditorState, form: FormData): Promise<EditorState> {
  const sent = sending(form);
  const { locale, say, at, labels, answer } = sent;
  const read = readDraft(form);
  const draft = chosenDraft(read.draft, form, at);
  const find = String(form.get("find") ?? "").trim();
  const pressed = String(form.get("do") ?? "");
  if (pressed === "find" || (pressed === "enter" && find)) {
    const found = await findCategories.safe(await pageContext(locale), { q: find });
    if (!found.ok) return answer(draft, { message: found.error.message });
    const { items } = found.data;
    for (const item of items) labels[item.id] = trail(item);
    const words = items.length === offered ? "category_most" : "category_found";
    const text = say(`admin.products.${words}`, { count: items.length });
    return answer(draft, { found: { ids: items.map(({ id }) => String(id)), text } });
  }
  const arranges = pressed === "apply" || pressed === "complete";
  if (arranges || optionsPending(draft, read.edits)) {
    const names = read.edits.map(({ name }) => name.toLowerCase()).filter(Boolean);
    if (new Set(names).size < names.length) return answer(draft, { message: say("admin.products.option_twice") });
    const made = withOptions(draft, read.edits, pressed === "complete");
    if (typeof made === "number") {
      return answer(draft, { message: say("admin.products.options_too_many", { count: made, most: mostVariants }) });
    }
    const text = say(`admin.products.${arranges ? "options_applied" : "options_check"}`);
    return answer(made, { notices: [{ tone: "warn", text }] });
  }
  return save(form, draft, sent);
}

export async function dropProduct(_: FormState, form: FormData): Promise<FormState> {
  const locale = localeOf(form);
  const result = await runForm(removeProduct, locale, formInput(removeProduct, form), form);
  if (!result.ok) return result.state;
  redirect(pathIn(locale)(`/admin/products?done=product_${result.data.outcome}`));
}

export async function copyProduct(_: FormState, form: FormData): Promise<FormState> {
  const locale = localeOf(form);
  const result = await runForm(duplicateProduct, locale, formInput(duplicateProduct, form), form);
  if (!result.ok) return result.state;
  redirect(pathIn(locale)(`/admin/products/${result.data.id}?done=product_copied`));
}

/** `−12,5 %` as -12.5, whatever minus and decimal sign. */
function percentFrom(text: string): number | undefined {
  const plain = foldDigits(text)
    .replace(/[\s%٪\u200e\u200f\u061c]/g, "")
    .replace(/[−–]/g, "-")
    .replace(/[,٫]/g, ".");
  return /^[+-]?\d{1,5}(?:\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}

/** Goes on to the page that shows what a change of many products would touch. */
export async function showBulk(_: FormState, form: FormData): Promise<FormState> {
  const locale = localeOf(form);
  const { percent: _typed, ...input } = formInput(previewBulk, form);
  const percent = percentFrom(String(form.get("percent") ?? ""));
  const given = { ...input, all: form.get("which") === "all", ...(percent !== undefined && { percent }) };
  const result = await runForm(previewBulk, locale, given, form);
  if (!result.ok) return result.state;
  redirect(pathIn(locale)(`/admin/products/bulk/${result.data.id}`));
}

/** Makes a change of many products, some at a time; sent again it goes on where it was. */
export async function makeBulk(_: FormState, form: FormData): Promise<FormState> {
  const locale = localeOf(form);
  for (;;) {
    const result = await runForm(applyPreviewed, locale, formInput(applyPreviewed, form), form);
    if (!result.ok) return result.state;
    if (result.data.done) redirect(pathIn(locale)(`/admin/products/bulk/${result.data.id}`));
  }
}
