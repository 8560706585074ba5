import { type CartLine, largestId, maxLines, maxQuantity } from "@/lib/cart/cookie";

type Asked = { set?: string | undefined; quantity?: string | undefined };

/**
 * What is wanted after a form of the page that says how many there are to be of a thing, 0 for none of it. Saying it again
 * changes nothing: the page's address may be opened twice.
 */
export function changedItems(wanted: readonly CartLine[], { set = "", quantity = "" }: Asked): CartLine[] {
  const variantId = /^\d{1,10}$/.test(set) ? Number(set) : 0;
  if (variantId < 1 || variantId > largestId || !/^\d{1,5}$/.test(quantity)) return [...wanted];
  const lines = new Map(wanted.map((line) => [line.variantId, line.quantity]));
  const many = Math.min(maxQuantity, Number(quantity));
  if (many === 0) lines.delete(variantId);
  else if (lines.has(variantId) || lines.size < maxLines) lines.set(variantId, many);
  return [...lines].map(([id, quantity]) => ({ variantId: id, quantity }));
}
