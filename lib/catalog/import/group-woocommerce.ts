import { buildProduct } from "./build-product";
import type { FileContext } from "./build-variant";
import { failed, type ProductDraft, type RowProblem } from "./draft";
import { ImportFileError } from "./errors";
import type { WooRow } from "./layouts/woocommerce";
import { joinVariations } from "./layouts/woocommerce-parent";

/** Parents and variations that are held back until the end of the file; some 1 to 4 KB each. */
const maxHeld = 60_000;

/** Products of WooCommerce rows: simple ones at once, the others at the end, as variations may stand before parents. */
export async function* groupWooRows(
  rows: AsyncIterable<WooRow>,
  file: FileContext,
): AsyncGenerator<ProductDraft | RowProblem> {
  const parents: WooRow[] = [];
  const byName = new Map<string, WooRow>();
  const variations = new Map<WooRow | string, WooRow[]>();
  let held = 0;
  for await (const row of rows) {
    const { flat } = row;
    if (flat.failure) yield failed(flat.row, flat.failure.code, flat.failure.message);
    else if (row.type === "simple") yield* buildProduct([flat], file);
    else {
      if (++held > maxHeld) {
        const message = `The file has more than ${maxHeld} parents and variations; split it.`;
        throw new ImportFileError("too_large", message, flat.row);
      }
      if (row.type === "variable") {
        parents.push(row);
        for (const name of row.names) if (!byName.has(name)) byName.set(name, row);
      } else variations.set(row.parent, [...(variations.get(row.parent) ?? []), row]);
    }
  }
  for (const [name, children] of [...variations]) {
    const parent = byName.get(name as string);
    variations.delete(name);
    if (parent) {
      const others = variations.get(parent) ?? [];
      variations.set(
        parent,
        [...others, ...children].sort((a, b) => a.flat.row - b.flat.row),
      );
      continue;
    }
    for (const { flat } of children) yield failed(flat.row, "no_parent", `The parent “${name}” is not in the file.`);
  }
  for (const parent of parents) {
    const children = variations.get(parent);
    if (children) {
      const { rows: joined, valueOrder } = joinVariations(parent, children);
      yield* buildProduct(joined, file, valueOrder);
    } else {
      yield failed(parent.flat.row, "no_variations", "A variable product without variations in the file has no price.");
    }
  }
}
