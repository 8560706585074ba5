import { charsuColumns } from "../import/layouts/charsu-columns";

/** What a column of a file can be, named by hand: Charsu's own columns, and weight in kilograms. */
export const uploadFields = [...charsuColumns, "weight_kg"] as const;
export type UploadField = (typeof uploadFields)[number];

export const uploadStatuses = [
  "reading",
  "mapping",
  "ready",
  "running",
  "done",
  "undoing",
  "undone",
  "refused",
  "failed",
] as const;
export type UploadStatus = (typeof uploadStatuses)[number];

export const rowOutcomes = ["created", "updated", "unchanged", "failed"] as const;
export type RowOutcome = (typeof rowOutcomes)[number];

/** A job is at work, or about to be. */
export const isBusy = (status: UploadStatus): boolean =>
  status === "reading" || status === "running" || status === "undoing";
/** Columns, sheet and empty cells may still be chosen. */
export const mayChoose = (status: UploadStatus): boolean => status === "mapping" || status === "ready";
/** Something was written that can be taken back: also by a batch that was left half-way. */
export const mayUndo = (status: UploadStatus, confirmed: boolean): boolean =>
  confirmed && (status === "done" || status === "failed");

/** Other names of fields, as `bare` leaves them. */
const synonyms: Record<UploadField, readonly string[]> = {
  handle: ["slug", "url handle", "parent sku", "product key"],
  name: ["title", "product name", "item", "item name", "product title", "label"],
  description: ["body", "body html", "long description", "details", "short description", "summary"],
  brand: ["vendor", "manufacturer", "make", "partner", "publisher"],
  category: ["categories", "type", "product type", "category1", "product category", "collection", "department"],
  status: ["state", "published"],
  option1_name: ["option groups", "optiongroups", "option 1 name", "attribute 1 name"],
  option1_value: ["option values", "optionvalues", "option 1 value", "attribute 1 value s", "size", "variant title"],
  option2_name: ["option 2 name", "attribute 2 name"],
  option2_value: ["option 2 value", "attribute 2 value s"],
  option3_name: ["option 3 name", "attribute 3 name"],
  option3_value: ["option 3 value", "attribute 3 value s"],
  sku: ["article number", "item number", "article", "code", "product code", "upc"],
  barcode: ["ean", "gtin", "isbn", "ean13", "gtin upc ean or isbn"],
  price: ["regular price", "unit price", "price eur", "price usd", "price gbp", "amount", "cost"],
  stock: [
    "quantity",
    "qty",
    "inventory",
    "inventory count",
    "inventory quantity",
    "stock on hand",
    "stockonhand",
    "on hand",
    "num in stock",
  ],
  weight_g: ["weight", "grams", "weight grams", "weight in g"],
  min_quantity: ["minimum quantity", "minimum order quantity", "moq"],
  max_quantity: ["maximum quantity"],
  image: ["picture", "image url", "image src", "thumbnail", "photo", "image 1", "assets", "image1 src", "images"],
  image_alt: ["image alt text", "alt", "alt text"],
  weight_kg: ["weight kg", "kilograms", "weight in kg"],
};

/** A header without language, punctuation and what every column of an export begins with. */
const bare = (name: string) =>
  name
    .toLowerCase()
    .replace(/:[a-z]{2}(?:_[a-z]+)?$/i, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .replace(/^(?:product|variant|item) (?=\S)/, "")
    .trim();

const byName = new Map<string, UploadField>(
  uploadFields.flatMap((field) =>
    [field.replaceAll("_", " "), ...synonyms[field]].map((name) => [name, field] as const),
  ),
);

const share = (samples: readonly string[], test: (text: string) => boolean) =>
  samples.length === 0 ? 0 : samples.filter(test).length / samples.length;

const distinct = (samples: readonly string[]) => new Set(samples).size / Math.max(1, samples.length);

/** What a column without a name looks like by what stands in it. */
function byContent(samples: readonly string[]): UploadField[] {
  const filled = samples.filter((text) => text !== "");
  const most = (test: (text: string) => boolean) => filled.length > 0 && share(filled, test) >= 0.8;
  const found: UploadField[] = [];
  if (most((text) => /^https?:\/\//.test(text))) return ["image"];
  if (share(filled, (text) => / > /.test(text)) >= 0.5) return ["category"];
  if (most((text) => /^[^\d]{0,2}\d{1,7}[.,]\d{2}\D{0,3}$/.test(text))) return ["price"];
  if (most((text) => /^\d{1,5}$/.test(text))) return ["stock"];
  const code = most((text) => /^[\p{L}\d][\p{L}\d._/-]{3,29}$/u.test(text) && /\d/.test(text));
  if (code && distinct(filled) > 0.9) return ["sku", "barcode"];
  if (share(filled, (text) => text.length > 80 || /<\w/.test(text)) >= 0.4) found.push("description");
  if (distinct(filled) > 0.7) found.push("name", "description");
  else found.push("category", "brand");
  return found;
}

/**
 * What each column probably means: by its name, and by what stands in it where no row names the columns. `""` where
 * nothing speaks for anything; no field twice.
 * @param names the header; null without one
 * @param samples the first cells of each column, trimmed
 */
export function suggestColumns(
  names: readonly string[] | null,
  samples: readonly (readonly string[])[],
): (UploadField | "")[] {
  const taken = new Set<UploadField>();
  const columns: (UploadField | "")[] = samples.map(() => "");
  const take = (index: number, field: UploadField | undefined) => {
    if (field === undefined || taken.has(field) || columns[index] !== "") return;
    taken.add(field);
    columns[index] = field;
  };
  if (!names) {
    for (const [index, cells] of samples.entries()) {
      take(
        index,
        byContent(cells).find((field) => !taken.has(field)),
      );
    }
    return columns;
  }
  // A column's own name before a name that is only like it.
  for (const [index, name] of names.entries()) take(index, fieldOf(name.replaceAll("_", " ").trim().toLowerCase()));
  for (const [index, name] of names.entries()) take(index, fieldOf(bare(name)));
  return columns;
}

const fieldOf = (name: string): UploadField | undefined => byName.get(name);

/** Whether columns say enough to tell products apart. */
export const identifies = (columns: readonly string[]): boolean =>
  columns.some((field) => field === "handle" || field === "name" || field === "sku");

const problems = [
  "too_large",
  "unsupported_format",
  "encrypted",
  "empty_file",
  "unsupported_media_type",
  "not_found",
  "unauthenticated",
  "forbidden",
  "rate_limited",
  "malformed",
] as const;

/** Why a file that was sent was not taken, as far as there are words for it; most often there was none. */
export const uploadProblem = (code: string) => problems.find((known) => known === code) ?? "invalid";
