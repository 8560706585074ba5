import type { ClearedField, VariantDraft } from "./draft";
import type { FlatRow, Message } from "./flat-row";
import { type Parsed, parseCount, parsePrice, parseWeight } from "./numbers";

/** What is read about a whole file while its products pass by. */
export type FileContext = {
  exponent: number;
  /** Fields whose empty cells say that there is to be nothing. */
  clears: ReadonlySet<ClearedField>;
  /** The row of each SKU so far. */
  skus: Map<string, number>;
  /** The first row of each product so far. */
  products: Map<string, number>;
};

class Failure extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

function value(parsed: Parsed, code: string, what: string): { value: number | null; rounded: boolean } {
  if ("problem" in parsed) throw new Failure(code, `The ${what} ${parsed.problem}.`.replace(/ (“)/, " $1"));
  return parsed;
}

function readStock(text: string, notes: Message[]): number | null {
  const stock = value(parseCount(text), "stock", "stock").value;
  if (stock === null || stock >= 0) return stock;
  notes.push({ code: "negative_stock", message: `A stock of ${stock} is read as 0.` });
  return 0;
}

function readQuantities(row: FlatRow): { minQuantity: number | null; maxQuantity: number | null } {
  const minQuantity = value(parseCount(row.minQuantity), "min_quantity", "minimum quantity").value;
  const maxQuantity = value(parseCount(row.maxQuantity), "max_quantity", "maximum quantity").value;
  if (minQuantity !== null && minQuantity < 1) throw new Failure("min_quantity", "The minimum quantity is below 1.");
  if (maxQuantity !== null && maxQuantity < (minQuantity ?? 1)) {
    throw new Failure("max_quantity", `The maximum quantity is below ${minQuantity ?? 1}.`);
  }
  return { minQuantity, maxQuantity };
}

function readOptions(row: FlatRow, names: (string | null)[]): string[] {
  return names.flatMap((name, index) => {
    if (name === null) return [];
    const option = row.options[index]?.value ?? "";
    if (option === "") throw new Failure("missing_option", `There is no value for “${name}”.`);
    if (option.length > 200) throw new Failure("option", `The value for “${name}” is longer than 200 characters.`);
    return [option];
  });
}

/**
 * One variant of a product whose options have these names (`null`: the column is not used). `taken` holds the option
 * values so far. Returns what is wrong instead when the row cannot be one; notes are added to the row's own.
 */
export function buildVariant(
  row: FlatRow,
  names: (string | null)[],
  taken: Map<string, number>,
  file: FileContext,
): VariantDraft | Message {
  try {
    const options = readOptions(row, names);
    const price = value(parsePrice(row.price, file.exponent), "price", "price");
    const stock = readStock(row.stock, row.notes);
    const weightGrams = value(parseWeight(row.weight, row.weightUnit), "weight", "weight").value;
    const quantities = readQuantities(row);
    if (row.sku.length > 200) throw new Failure("sku", "The SKU is longer than 200 characters.");
    const sameSku = row.sku === "" ? undefined : file.skus.get(row.sku);
    if (sameSku !== undefined)
      throw new Failure("duplicate_sku", `The SKU “${row.sku}” stands in row ${sameSku} already.`);
    const combination = JSON.stringify(options);
    const same = taken.get(combination);
    if (same !== undefined) {
      const what = options.length > 0 ? `“${options.join(" / ")}” stands` : "A variant without options stands";
      throw new Failure("duplicate_variant", `${what} in row ${same} already.`);
    }
    if (row.sku !== "") file.skus.set(row.sku, row.row);
    taken.set(combination, row.row);
    if (price.rounded) {
      row.notes.push({
        code: "price_rounded",
        message: `The price “${row.price}” has more decimals than the currency; it was rounded.`,
      });
    }
    return {
      row: row.row,
      key: row.sku || options.join(" / "),
      sku: row.sku || null,
      barcode: row.barcode || null,
      options,
      price: price.value,
      stock,
      weightGrams,
      ...quantities,
      picture: null,
    };
  } catch (error) {
    if (error instanceof Failure) return { code: error.code, message: error.message };
    throw error;
  }
}
