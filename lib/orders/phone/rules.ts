import { type CartLine, largestId, maxLines, maxQuantity } from "@/lib/cart/cookie";

type Asked = { add?: string | undefined; set?: string | undefined; quantity?: string | undefined };

/**
 * What is wanted after a form of the page that adds a thing (`add`) or says how many of it (`set`, 0 for none).
 * @returns null when nothing of the kind was asked for, or not in figures
 */
export function changedItems(wanted: readonly CartLine[], { add, set, quantity = "1" }: Asked): CartLine[] | null {
  const named = add ?? set;
  if (named === undefined || !/^\d{1,10}$/.test(named) || !/^\d{1,5}$/.test(quantity)) return null;
  const variantId = Number(named);
  if (variantId < 1 || variantId > largestId) return null;
  const lines = new Map(wanted.map((line) => [line.variantId, line.quantity]));
  const many = Math.min(maxQuantity, Number(quantity) + (add === undefined ? 0 : (lines.get(variantId) ?? 0)));
  if (many === 0) lines.delete(variantId);
  else if (lines.has(variantId) || lines.size < maxLines) lines.set(variantId, many);
  return [...lines].map(([id, quantity]) => ({ variantId: id, quantity }));
}
