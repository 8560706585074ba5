import { and, eq, inArray } from "drizzle-orm";
import type { Database } from "@/db/client";
import { categories, pictures, products, retailers, variants } from "@/db/schema";
import { env } from "@/lib/platform/env";
import type { Say } from "@/lib/platform/messages";
import { money } from "@/lib/platform/money";
import { specialDaysOf, weekOf } from "@/lib/retailers/queries";
import {
  type OpenState,
  openState,
  type Shift,
  type SpecialDay,
  seenStatuses,
  takesOrders,
} from "@/lib/retailers/rules";
import type { CartLine } from "./cookie";
import {
  basketTotals,
  type Fulfilment,
  type LineProblem,
  lineProblem,
  nearestQuantity,
  type Sellable,
  usualFulfilment,
} from "./rules";
import type { BasketView, CartLineView, CartView } from "./views";

/** A line of the cart with all that the database knows of it now. */
export type PricedLine = Sellable & {
  quantity: number;
  productId: number;
  slug: string;
  name: string;
  options: string;
  sku: string | null;
  stored: string | null;
  alt: string;
  category: string | null;
  problem: LineProblem | null;
};

export type PricedBasket = {
  retailer: typeof retailers.$inferSelect;
  hours: Shift[];
  specialDays: SpecialDay[];
  lines: PricedLine[];
};

/** A cart's baskets, and the lines that nobody sells any more. */
export type PricedCart = { baskets: PricedBasket[]; gone: CartLine[] };

/** What a cart's ids mean now: prices, stock and shops, in one round trip. Order and grouping follow the cookie. */
export async function priceCart(db: Database, lines: readonly CartLine[]): Promise<PricedCart> {
  if (!lines.length) return { baskets: [], gone: [] };
  const ids = lines.map((line) => line.variantId);
  const rows = await db
    .select({
      variant: variants,
      retailer: retailers,
      productId: products.id,
      slug: products.slug,
      name: products.name,
      category: categories.name,
      stored: pictures.stored,
      alt: pictures.alt,
      hours: weekOf,
      specialDays: specialDaysOf,
    })
    .from(variants)
    .innerJoin(products, eq(products.id, variants.productId))
    .innerJoin(retailers, eq(retailers.id, variants.retailerId))
    .leftJoin(categories, eq(categories.id, products.categoryId))
    .leftJoin(pictures, and(eq(pictures.productId, products.id), pictures.primary))
    .where(
      and(
        inArray(variants.id, ids),
        variants.active,
        eq(products.status, "published"),
        inArray(retailers.status, [...seenStatuses]),
      ),
    );
  const found = new Map(rows.map((row) => [row.variant.id, row]));
  const baskets = new Map<number, PricedBasket>();
  for (const { variantId, quantity } of lines) {
    const row = found.get(variantId);
    if (!row) continue;
    const { variant } = row;
    const { retailer, hours, specialDays } = row;
    const paused = !takesOrders(retailer.status);
    const sellable = { ...variant, variantId, paused };
    const basket = baskets.get(retailer.id) ?? { retailer, hours, specialDays, lines: [] };
    baskets.set(retailer.id, basket);
    basket.lines.push({
      variantId,
      price: variant.price,
      stock: variant.stock,
      weight: variant.weight,
      minQuantity: variant.minQuantity,
      maxQuantity: variant.maxQuantity,
      paused,
      quantity,
      productId: row.productId,
      slug: row.slug,
      name: row.name,
      options: variant.optionValues.join(", "),
      sku: variant.sku,
      stored: row.stored,
      alt: row.alt ?? "",
      category: row.category,
      problem: lineProblem(sellable, quantity),
    });
  }
  return { baskets: [...baskets.values()], gone: lines.filter((line) => !found.has(line.variantId)) };
}

/** A line's problem in words, and the quantity that would mend it. */
export function problemView(problem: LineProblem, line: PricedLine, say: Say): NonNullable<CartLineView["problem"]> {
  const fix = nearestQuantity(line, line.quantity) || null;
  const [count = 0] = Object.values(problem).filter((each) => typeof each === "number");
  return { code: problem.code, message: say(`cart.problem.${problem.code}`, { count }), fix };
}

function lineView(line: PricedLine, locale: string, say: Say): CartLineView {
  const price = (amount: number) => money(amount, env.CHARSU_CURRENCY, locale);
  return {
    variantId: line.variantId,
    productSlug: line.slug,
    name: line.name,
    options: line.options,
    image: line.stored ? `/pictures/${line.stored}` : null,
    imageAlt: line.alt,
    category: line.category,
    quantity: line.quantity,
    minQuantity: line.minQuantity,
    maxQuantity: line.maxQuantity,
    stock: line.stock,
    unitPrice: price(line.price),
    total: price(line.price * line.quantity),
    weight: line.weight * line.quantity,
    problem: line.problem && problemView(line.problem, line, say),
  };
}

/** How this basket is handed over: as chosen where the shop offers it, as usual otherwise. */
export function fulfilmentOf(basket: PricedBasket, choice: Fulfilment | undefined): Fulfilment {
  const { delivers, picksUp } = basket.retailer;
  if (choice === "delivery" && delivers) return "delivery";
  if (choice === "pickup" && picksUp) return "pickup";
  return usualFulfilment(basket.retailer);
}

/** The sums of a priced basket; lines with a problem do not count. */
export function totalsOf(basket: PricedBasket, fulfilment: Fulfilment) {
  const lines = basket.lines.map((line) => ({ ...line, buyable: line.problem === null }));
  return basketTotals(lines, basket.retailer, fulfilment);
}

function openNote(state: OpenState, locale: string, say: Say): string | null {
  const { weekday } = state;
  const time = state.open ? state.until : state.opens;
  if (time === null) return state.open ? say("cart.open_always") : null;
  if (weekday === null) return say(state.open ? "cart.open_until" : "cart.opens_today", { time });
  const long = new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: "UTC" });
  const dated = new Intl.DateTimeFormat(locale, { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" });
  const date = state.open ? undefined : state.day;
  const day = date === undefined ? long.format(Date.UTC(2023, 0, 1 + weekday)) : dated.format(Date.parse(date));
  return say(state.open ? "cart.open_until_day" : "cart.opens_on", { day, time });
}

/** What a view is made for. */
export type Viewing = { now: Date; locale: string; say: Say };

/** A basket as pages and API show it, handed over as chosen or as usual. */
export function basketView(basket: PricedBasket, { now, locale, say }: Viewing, choice?: Fulfilment): BasketView {
  const price = (amount: number) => money(amount, env.CHARSU_CURRENCY, locale);
  const { retailer } = basket;
  const fulfilment = fulfilmentOf(basket, choice);
  const totals = totalsOf(basket, fulfilment);
  const state = openState(basket.hours, retailer.timezone, now, basket.specialDays);
  const takes = takesOrders(retailer.status);
  return {
    retailer: {
      id: retailer.id,
      handle: retailer.handle,
      name: retailer.name,
      hue: retailer.hue,
      city: retailer.city,
      country: retailer.country,
    },
    open: takes && state.open,
    openNote: takes ? openNote(state, locale, say) : say("cart.paused"),
    delivers: retailer.delivers,
    picksUp: retailer.picksUp,
    fulfilment,
    lines: basket.lines.map((line) => lineView(line, locale, say)),
    subtotal: price(totals.subtotal),
    shipping: price(totals.shipping),
    discount: price(totals.discount),
    total: price(totals.total),
    missingToMinimum: price(totals.missingToMinimum),
    weight: totals.weight,
    ready: totals.missingToMinimum === 0 && basket.lines.every((line) => line.problem === null),
  };
}

/** A priced cart as pages and API show it. */
export function cartViewOf({ baskets, gone }: PricedCart, viewing: Viewing): CartView {
  const pieces = [...baskets.flatMap(({ lines }) => lines), ...gone];
  const views = baskets.map((basket) => basketView(basket, viewing));
  return {
    baskets: views,
    gone: gone.map(({ variantId }) => ({ variantId })),
    total: money(
      views.reduce((sum, basket) => sum + basket.total.amount, 0),
      env.CHARSU_CURRENCY,
      viewing.locale,
    ),
    count: pieces.reduce((sum, line) => sum + line.quantity, 0),
  };
}
