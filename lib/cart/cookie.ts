/** What the cart cookie holds: ids and quantities, never a price. Source: DESIGN 5. */
export type CartLine = { variantId: number; quantity: number };

export const maxLines = 100;
export const maxQuantity = 9999;
/** What a variant's id can be at most. */
export const largestId = 2_147_483_647;
/** What browsers keep of a cookie, more than twice the longest cart. */
const longest = 4096;
/** Seconds in a year. */
const life = 365 * 24 * 3600;

/** `12x2.45x1` as lines. Whatever is malformed is dropped, a variant named twice counts once with the larger quantity. */
export function parseCart(cookie: string): CartLine[] {
  const lines = new Map<number, CartLine>();
  const parts = cookie.slice(0, longest).split(".");
  // Cut off in the middle, a part could read as another quantity.
  if (cookie.length > longest) parts.pop();
  for (const part of parts) {
    const match = /^([1-9]\d{0,9})x([1-9]\d{0,3})$/.exec(part);
    if (!match) continue;
    const variantId = Number(match[1]);
    const quantity = Math.max(Number(match[2]), lines.get(variantId)?.quantity ?? 0);
    if (variantId > largestId || (lines.size >= maxLines && !lines.has(variantId))) continue;
    lines.set(variantId, { variantId, quantity });
  }
  return [...lines.values()];
}

export function formatCart(lines: readonly CartLine[]): string {
  return lines.map(({ variantId, quantity }) => `${variantId}x${quantity}`).join(".");
}

/** The things in a cart, counted as the badge shows them. */
export const countOf = (lines: readonly CartLine[]): number => lines.reduce((sum, { quantity }) => sum + quantity, 0);

/** The cookie that holds the lines; an empty cart removes it. */
export function cartCookie(lines: readonly CartLine[]) {
  return { name: "cart", value: lines.length ? formatCart(lines) : null, httpOnly: false, maxAge: life };
}
