import type { ProductBase } from "../input";
import type { KeptProductDetail } from "../views";
import { type Draft, type DraftVariant, draftOf, type Writing } from "./draft";
import type { Difference } from "./merge";
import { keyOf } from "./options";

const fields = ["name", "slug", "description", "category", "brand", "status"] as const;
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** A draft of the base that somebody began with, to see what they changed. */
const draftOfBase = (base: ProductBase, like: KeptProductDetail, writing: Writing): Draft => {
  const { categoryId = null, brand = null, variants = [] } = base;
  const product = {
    ...like,
    ...base,
    brand,
    category: categoryId === null ? null : { id: categoryId, names: [] },
    variants: variants.map((variant) => ({
      ...variant,
      stock: 0,
      price: { amount: variant.price, currency: writing.currency, formatted: "" },
    })),
  };
  return draftOf(product, writing);
};

function rebaseVariant(yours: DraftVariant, was: DraftVariant | undefined, now: DraftVariant): DraftVariant {
  const united: DraftVariant = { ...yours, stock: now.stock };
  for (const name of Object.keys(now) as (keyof DraftVariant)[]) {
    if (was && same(yours[name], was[name])) Object.assign(united, { [name]: now[name] });
  }
  return united;
}

/**
 * The draft upon what is stored now: what its writer left as it was becomes what somebody else made of it, what both
 * changed stays as its writer has it, to be chosen. A new base goes with it.
 */
export function rebase(draft: Draft, now: KeptProductDetail, writing: Writing): Draft {
  if (!draft.base) return draft;
  const was = draftOfBase(draft.base, now, writing);
  const stored = draftOf(now, writing);
  const united: Draft = { ...draft, base: stored.base };
  for (const name of fields) if (same(draft[name], was[name])) united[name] = stored[name];
  if (same(draft.options, was.options)) united.options = stored.options;
  const before = new Map(was.variants.map((row) => [row.id, row]));
  const after = new Map(stored.variants.map((row) => [row.id, row]));
  const rows = draft.variants.flatMap((row) => {
    const mine = before.get(row.id);
    const theirs =
      row.id === ""
        ? stored.variants.find(
            ({ id, optionValues }) => !before.has(id) && keyOf(optionValues) === keyOf(row.optionValues),
          )
        : after.get(row.id);
    if (theirs) return [rebaseVariant({ ...row, id: theirs.id }, mine, theirs)];
    // They removed it: it goes, unless it was changed here.
    const untouched = mine && same({ ...row, stock: "", remove: false }, { ...mine, stock: "" });
    return row.id !== "" && (untouched || row.remove) ? [] : [row];
  });
  const listed = new Set(rows.map(({ id }) => id));
  const added = stored.variants.filter(({ id }) => !before.has(id) && !listed.has(id));
  return { ...united, variants: [...rows, ...added] };
}

/** What is stored, in the places where its writer chose it; a variant that somebody removed and the writer keeps becomes new. */
export function choose(draft: Draft, now: Draft, choices: ReadonlyMap<Difference["field"], "theirs" | "mine">): Draft {
  let made = draft;
  const rows = new Map(now.variants.map((row) => [row.id, row]));
  for (const [field, choice] of choices) {
    const [head, id = "", name] = field.split(".");
    const own = head === "categoryId" ? "category" : head;
    if (head === "variants") {
      const theirs = rows.get(id);
      made = {
        ...made,
        variants: made.variants.flatMap((row) => {
          if (row.id !== id) return [row];
          if (choice === "mine") return [theirs ? row : { ...row, id: "", stock: "" }];
          if (!theirs) return [];
          return [name ? { ...row, [name]: theirs[name as keyof DraftVariant] } : theirs];
        }),
      };
    } else if (choice === "theirs" && own === "options") {
      const variants = made.variants
        .map((row) => ({ ...row, optionValues: rows.get(row.id)?.optionValues ?? row.optionValues }))
        .filter((row) => row.id !== "" || row.optionValues.length === now.options.length);
      made = { ...made, options: now.options, variants };
    } else if (choice === "theirs") made = { ...made, [own as "name"]: now[own as "name"] };
  }
  return made;
}
