import { cleanHtml } from "@/lib/platform/text/clean-html";
import { buildVariant, type FileContext } from "./build-variant";
import { failed, note, type ProductDraft, type RowProblem, type VariantDraft } from "./draft";
import type { FlatRow, Message } from "./flat-row";
import { collectPictures } from "./pictures";

const holdsVariant = (row: FlatRow) =>
  [row.sku, row.barcode, row.price, row.stock, row.weight, row.minQuantity, row.maxQuantity].some(
    (text) => text !== "",
  ) || row.options.some(({ value }) => value !== "");

/** The names of the option columns in use, by position; null where no row has a value. */
function optionNames(rows: FlatRow[]): (string | null)[] {
  const width = Math.max(0, ...rows.map(({ options }) => options.length));
  return Array.from({ length: width }, (_, index) => {
    if (!rows.some(({ options }) => options[index]?.value)) return null;
    const name = rows.find(({ options }) => options[index]?.name)?.options[index]?.name;
    return name ?? `Option ${index + 1}`;
  });
}

function refusal(first: FlatRow, name: string, names: (string | null)[], file: FileContext): Message | null {
  const seen = file.products.get(`${first.identity}:${first.key}`);
  if (first.failure) return first.failure;
  if (seen !== undefined) {
    return {
      code: "duplicate_product",
      message: `“${first.key}” begins in row ${seen} already; the rows of a product must stand together.`,
    };
  }
  if (first.key.length > 255) return { code: "key", message: "The handle is longer than 255 characters." };
  if (name.length > 300) return { code: "name", message: "The name is longer than 300 characters." };
  if (names.filter((option) => option !== null).length > 6) {
    return { code: "options", message: "The product has more than six options." };
  }
  const used = names.filter((option) => option !== null).map((option) => option.toLowerCase());
  if (new Set(used).size < used.length) return { code: "options", message: "Two options have the same name." };
  return null;
}

/** The values of each option: in the given order first, then as they come in the file. */
function optionValues(
  names: (string | null)[],
  variants: VariantDraft[],
  order: Map<string, string[]>,
): ProductDraft["options"] {
  return names
    .filter((name) => name !== null)
    .map((name, index) => {
      const used = new Set(variants.map(({ options }) => options[index] as string));
      const given = (order.get(name) ?? []).filter((value) => used.has(value));
      return { name, values: [...new Set([...given, ...used])] };
    });
}

const firstText = (rows: FlatRow[], field: "name" | "description" | "brand") =>
  rows.find((row) => row[field] !== "")?.[field] ?? "";

/**
 * Builds one product of the rows that belong to it. Its own fields come from the first row that has them. A variant that
 * cannot be read fails its row; when none is left, or the first row is unusable, all rows fail.
 * `valueOrder`: option name → values in the order to show.
 */
export function buildProduct(
  rows: FlatRow[],
  file: FileContext,
  valueOrder = new Map<string, string[]>(),
): (ProductDraft | RowProblem)[] {
  const first = rows[0] as FlatRow;
  const problems: RowProblem[] = [];
  const fail = (row: FlatRow, { code, message }: Message) => problems.push(failed(row.row, code, message));
  const names = optionNames(rows);
  const name = firstText(rows, "name").replace(/\s+/g, " ");
  const refused = refusal(first, name, names, file);
  if (refused) {
    for (const row of rows) fail(row, refused);
    return problems;
  }
  file.products.set(`${first.identity}:${first.key}`, first.row);

  const usable = rows.filter((row) => !row.failure);
  for (const row of rows) if (row.failure) fail(row, row.failure);
  const holders = usable.filter(holdsVariant);
  const taken = new Map<string, number>();
  const variants: VariantDraft[] = [];
  const lost = new Set<FlatRow>();
  for (const row of holders.length > 0 ? holders : [first]) {
    const variant = buildVariant(row, names, taken, file);
    if ("message" in variant) {
      fail(row, variant);
      lost.add(row);
    } else variants.push(variant);
  }
  const kept = usable.filter((row) => !lost.has(row));
  if (variants.length === 0) {
    for (const row of kept) fail(row, { code: "no_variant", message: "None of the product's variants could be read." });
    return problems;
  }

  // The pictures of a variant that failed are still the product's.
  const { pictures, ofRow } = collectPictures(usable);
  for (const variant of variants) variant.picture = ofRow.get(variant.row) ?? null;
  const description = cleanHtml(firstText(usable, "description"));
  if (description.cut)
    first.notes.push({ code: "description_cut", message: "The description was cut at 20,000 characters." });
  for (const row of kept) for (const { code, message } of row.notes) problems.push(note(row.row, code, message));
  const draft: ProductDraft = {
    kind: "product",
    key: first.key,
    identity: first.identity,
    row: first.row,
    name: name || null,
    descriptionHtml: description.html || null,
    brand: firstText(usable, "brand") || null,
    category: usable.find(({ category }) => category)?.category ?? null,
    status: usable.find(({ status }) => status)?.status ?? null,
    options: optionValues(names, variants, valueOrder),
    variants,
    pictures,
    rows: kept.map(({ row }) => row).sort((a, b) => a - b),
    clears: file.clears,
  };
  return [draft, ...problems];
}
