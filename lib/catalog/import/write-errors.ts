/** What a constraint of the database means to the person whose file it refused. */
const byConstraint: Record<string, string> = {
  products_retailer_key: "Another product of the shop has this handle.",
  products_slug_unique: "Another product has the same address; import the file again.",
  products_name_length: "The name must have 1 to 300 characters.",
  variants_sku: "The SKU belongs to another variant of the shop already.",
  variants_options: "Another variant of the product has the same option values already.",
  variants_price: "The price is below zero.",
  variants_stock: "The stock is below zero.",
  variants_weight: "The weight is below zero.",
  variants_min: "The minimum quantity is below 1.",
  variants_max: "The maximum quantity is below the minimum quantity.",
  pictures_url: "The product has the same picture twice.",
};

/** By SQLSTATE. Source: PostgreSQL, appendix A. */
const byState: Record<string, string> = {
  "22003": "A number is too large.",
  "22021": "The text holds a character that cannot be stored.",
  "22P05": "The text holds a character that cannot be stored.",
  "54000": "A text is too long.",
};

type PgError = { code?: unknown; constraint?: string; cause?: unknown };

/** Why the database refused a product, in words; null when it is not the product's fault. */
export function refusalOf(error: unknown): string | null {
  for (let at = error as PgError | undefined; at && typeof at === "object"; at = at.cause as PgError | undefined) {
    if (typeof at.code !== "string") continue;
    const known = (at.constraint && byConstraint[at.constraint]) || byState[at.code];
    if (known) return known;
    if (/^2[23]/.test(at.code)) return "The catalog's rules do not allow this product.";
  }
  return null;
}
