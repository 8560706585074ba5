import type { CartLine } from "./cookie";

/** What the database says of a variant now. Money in minor units, weight in grams. */
export type Sellable = {
  variantId: number;
  price: number;
  stock: number;
  weight: number;
  minQuantity: number;
  maxQuantity: number | null;
  /** Its shop takes no orders just now. */
  paused?: boolean;
};

export type LineProblem =
  | { code: "gone" }
  | { code: "paused" }
  | { code: "out_of_stock"; left: 0 }
  | { code: "too_many"; left: number }
  | { code: "below_minimum"; minimum: number }
  | { code: "above_maximum"; maximum: number };

/** What keeps a line from being submitted, the hardest reason first. */
export function lineProblem(variant: Sellable | undefined, quantity: number): LineProblem | null {
  if (!variant) return { code: "gone" };
  if (variant.paused) return { code: "paused" };
  if (variant.stock < variant.minQuantity) return { code: "out_of_stock", left: 0 };
  if (quantity > variant.stock) return { code: "too_many", left: variant.stock };
  if (quantity < variant.minQuantity) return { code: "below_minimum", minimum: variant.minQuantity };
  if (variant.maxQuantity !== null && quantity > variant.maxQuantity) {
    return { code: "above_maximum", maximum: variant.maxQuantity };
  }
  return null;
}

/** The most of a variant that one cart may hold now. */
export function mostOf(variant: Sellable): number {
  return variant.paused ? 0 : Math.min(variant.stock, variant.maxQuantity ?? Number.POSITIVE_INFINITY);
}

/** The quantity nearest to the wanted one that may be bought now; 0 when none may. */
export function nearestQuantity(variant: Sellable, wanted: number): number {
  const most = mostOf(variant);
  return most < variant.minQuantity ? 0 : Math.min(Math.max(wanted, variant.minQuantity), most);
}

/** What came of a line that was to be added: how many pieces, and what was in the way of all of them. */
export type AddedLine = CartLine & { added: number; problem: LineProblem | { code: "full" } | null };

/**
 * A cart with more lines in it, each as far as it can be bought now.
 * @param sellable what may be bought now
 * @param most the lines that a cart holds, and the pieces of one line
 */
export function addLines(
  held: readonly CartLine[],
  wanted: readonly CartLine[],
  sellable: ReadonlyMap<number, Sellable>,
  most: { lines: number; quantity: number },
): { lines: CartLine[]; outcomes: AddedLine[] } {
  const lines = new Map(held.map(({ variantId, quantity }) => [variantId, quantity]));
  const outcomes = wanted.map((line): AddedLine => {
    const before = lines.get(line.variantId) ?? 0;
    if (before === 0 && lines.size >= most.lines) return { ...line, added: 0, problem: { code: "full" } };
    const variant = sellable.get(line.variantId);
    const sum = Math.min(before + line.quantity, most.quantity);
    const now = variant ? nearestQuantity(variant, sum) : 0;
    if (now > before) lines.set(line.variantId, now);
    return { ...line, added: Math.max(0, now - before), problem: lineProblem(variant, sum) };
  });
  return { lines: [...lines].map(([variantId, quantity]) => ({ variantId, quantity })), outcomes };
}

export type Delivery = {
  delivers: boolean;
  picksUp: boolean;
  minimumOrder: number;
  deliveryFee: number;
  freeAbove: number | null;
};
export type Fulfilment = "delivery" | "pickup";

export type Totals = {
  subtotal: number;
  discount: number;
  shipping: number;
  total: number;
  weight: number;
  missingToMinimum: number;
};

/** How a basket is handed over when the shopper has not chosen. */
export const usualFulfilment = (shop: Delivery): Fulfilment => (shop.delivers ? "delivery" : "pickup");

/** What a shop asks for handing over a basket of this subtotal: its fee, and what is missing to its minimum, if any. */
export type Handover = { fulfilment: Fulfilment; shipping: number; missing: number };

function handover(fulfilment: Fulfilment, shop: Delivery, subtotal: number): Handover {
  if (fulfilment === "pickup") return { fulfilment, shipping: 0, missing: 0 };
  const free = subtotal === 0 || (shop.freeAbove !== null && subtotal >= shop.freeAbove);
  return {
    fulfilment,
    shipping: free ? 0 : shop.deliveryFee,
    missing: Math.max(0, shop.minimumOrder - subtotal),
  };
}

/** The ways a shop hands over a basket of this subtotal, the usual one first; a way with something missing is not open. */
export function handoversOf(shop: Delivery, subtotal: number): Handover[] {
  const ways: Fulfilment[] = [
    ...(shop.delivers ? ["delivery" as const] : []),
    ...(shop.picksUp ? ["pickup" as const] : []),
  ];
  return ways.map((way) => handover(way, shop, subtotal));
}

/** What a checkout begins with: the first way that is open; null when the basket is too small for every one. */
export const suggestedFulfilment = (shop: Delivery, subtotal: number): Fulfilment | null =>
  handoversOf(shop, subtotal).find(({ missing }) => missing === 0)?.fulfilment ?? null;

/** The sums of one retailer's basket. Lines that cannot be bought do not count. The minimum is for delivery alone. */
export function basketTotals(
  lines: readonly { price: number; quantity: number; weight: number; buyable: boolean }[],
  shop: Delivery,
  fulfilment: Fulfilment,
): Totals {
  let subtotal = 0;
  let weight = 0;
  for (const line of lines) {
    if (!line.buyable) continue;
    subtotal += line.price * line.quantity;
    weight += line.weight * line.quantity;
  }
  const { shipping, missing } = handover(fulfilment, shop, subtotal);
  return { subtotal, discount: 0, shipping, total: subtotal + shipping, weight, missingToMinimum: missing };
}

/**
 * The cart of a browser and the one that the account saved, as one: per variant the larger quantity, capped by stock
 * and maximum. Source: DESIGN 5.
 * @param sellable what may be bought now; a line of the saved cart that is not among it is left out
 * @returns the lines, and how many of them differ from what the browser held
 */
export function unite(
  browser: readonly CartLine[],
  saved: readonly CartLine[],
  sellable: ReadonlyMap<number, Sellable>,
  maxLines: number,
): { lines: CartLine[]; changed: number } {
  const wanted = new Map(browser.map((line) => [line.variantId, line.quantity]));
  for (const { variantId, quantity } of saved) {
    if (!sellable.has(variantId) || (wanted.size >= maxLines && !wanted.has(variantId))) continue;
    wanted.set(variantId, Math.max(quantity, wanted.get(variantId) ?? 0));
  }
  const held = new Map(browser.map((line) => [line.variantId, line.quantity]));
  const lines: CartLine[] = [];
  for (const [variantId, quantity] of wanted) {
    const variant = sellable.get(variantId);
    const capped = variant ? Math.min(quantity, Math.max(mostOf(variant), 1)) : quantity;
    lines.push({ variantId, quantity: capped });
  }
  return { lines, changed: lines.filter((line) => held.get(line.variantId) !== line.quantity).length };
}

type Choice = { id: number; values: readonly string[] };

/** The variants of a form by their options, for a form that is sent before its script runs. */
export const formatChoices = (variants: readonly Choice[]): string =>
  JSON.stringify(variants.map(({ id, values }) => [id, ...values]));

/**
 * The variant that a form means: the one it names, else the one that has the chosen options (`option-0`, `option-1`, …)
 * among its `choices`. Undefined when there is none; whether it is sold is not looked at.
 */
export function chosenVariant(form: FormData): string | undefined {
  const named = form.get("variantId");
  if (typeof named === "string") return named;
  const wanted = Array.from({ length: 10 }, (_, index) => form.get(`option-${index}`)).filter(
    (value) => value !== null,
  );
  const choices = parsed(String(form.get("choices") ?? ""));
  return choices.find(([, ...values]) => values.join("\0") === wanted.join("\0"))?.[0];
}

function parsed(text: string): string[][] {
  try {
    const read: unknown = JSON.parse(text);
    return Array.isArray(read) ? read.filter(Array.isArray).map((each) => each.map(String)) : [];
  } catch {
    return [];
  }
}
