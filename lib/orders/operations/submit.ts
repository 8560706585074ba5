import { and, eq, sql } from "drizzle-orm";
import type * as z from "zod";
import type { Database } from "@/db/client";
import { orderLines, orders, submits, users } from "@/db/schema";
import { type CartLine, cartCookie } from "@/lib/cart/cookie";
import { fulfilmentOf, type PricedBasket, priceCart, problemView, totalsOf } from "@/lib/cart/read";
import type { Fulfilment } from "@/lib/cart/rules";
import { currentCart, takeFromSaved } from "@/lib/cart/saved";
import { env } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";
import type { Say } from "@/lib/platform/messages";
import { formatMoney } from "@/lib/platform/money";
import { customer } from "@/lib/web/actor";
import { operation } from "@/lib/web/operation";
import { submitInput } from "../input";
import { selectOrders } from "../queries";
import { differences, formatFees, formatShown, orderNumber, parseFees, parseShown } from "../rules";
import { submitView } from "../views";

type Input = z.output<typeof submitInput>;
type Chosen = { basket: PricedBasket; fulfilment: Fulfilment; totals: ReturnType<typeof totalsOf> };

/**
 * Claims the key. A second claim waits for the first to end and then finds its orders; that its cart is empty by then
 * is why the content is not compared.
 * @returns the new submit, or the number of the one that used the key before
 */
async function claim(tx: Database, userId: number, idempotencyKey: string) {
  const [fresh] = await tx
    .insert(submits)
    .values({ userId, idempotencyKey })
    .onConflictDoNothing()
    .returning({ id: submits.id, number: submits.number });
  if (fresh) return { fresh, earlier: null };
  const same = and(eq(submits.userId, userId), eq(submits.idempotencyKey, idempotencyKey));
  const [earlier] = await tx.select({ number: submits.number }).from(submits).where(same);
  return { fresh: null, earlier: earlier!.number };
}

function choose(baskets: readonly PricedBasket[], input: Input, say: Say): Chosen[] {
  const chosen = baskets.map((basket) => {
    const wanted = input.choices?.[basket.retailer.handle] ?? input.fulfilment;
    const fulfilment = fulfilmentOf(basket, wanted);
    if (wanted && wanted !== fulfilment) {
      const message = say("checkout.not_offered", { shop: basket.retailer.name });
      throw new AppError("invalid", message, { errors: [{ field: "fulfilment", code: "not_offered", message }] });
    }
    const payment = fulfilment === "delivery" ? "cash_on_delivery" : "cash_on_pickup";
    if (input.payment && input.payment !== payment) {
      const message = say("checkout.payment_mismatch");
      throw new AppError("invalid", message, { errors: [{ field: "payment", code: "payment_mismatch", message }] });
    }
    return { basket, fulfilment, totals: totalsOf(basket, fulfilment) };
  });
  if (chosen.some((each) => each.fulfilment === "delivery") && !input.address) {
    const message = say("checkout.address_needed");
    throw new AppError("invalid", message, { errors: [{ field: "address.line1", code: "required", message }] });
  }
  return chosen;
}

/** All baskets that were named, or none: a name without one is told, as when its shop closed in the meantime. */
function nothingToOrder(baskets: readonly PricedBasket[], input: Input, say: Say): AppError {
  const found = new Set(baskets.map(({ retailer }) => retailer.handle));
  const message = say("checkout.empty");
  const errors = (input.retailers ?? []).flatMap((handle, index) =>
    found.has(handle) ? [] : [{ field: `retailers.${index}`, code: "nothing_to_order", message }],
  );
  return new AppError("invalid", message, { errors });
}

/** Stock, minimum and maximum quantities and the retailer's minimum, with a field for each line that cannot be bought. */
function refuseUnbuyable(
  chosen: readonly Chosen[],
  gone: readonly CartLine[],
  items: readonly CartLine[],
  say: Say,
  locale: string,
): void {
  const position = (variantId: number) => items.findIndex((line) => line.variantId === variantId);
  const errors = chosen.flatMap(({ basket }) =>
    basket.lines.flatMap((line) => {
      if (!line.problem) return [];
      const { code, message } = problemView(line.problem, line, say);
      return [{ field: `items.${position(line.variantId)}.quantity`, code, message: `${line.name}: ${message}` }];
    }),
  );
  for (const line of gone) {
    errors.push({
      field: `items.${position(line.variantId)}.variantId`,
      code: "gone",
      message: say("cart.problem.gone", { count: 0 }),
    });
  }
  const mendable = errors.every(({ code }) => code === "below_minimum" || code === "above_maximum");
  if (errors.length) throw new AppError(mendable ? "invalid" : "out_of_stock", errors[0]!.message, { errors });
  for (const { basket, totals } of chosen) {
    if (totals.missingToMinimum === 0) continue;
    const amount = formatMoney(totals.missingToMinimum, env.CHARSU_CURRENCY, locale);
    const message = say("cart.missing", { amount, shop: basket.retailer.name });
    throw new AppError("invalid", message, {
      errors: [{ field: `baskets.${basket.retailer.handle}`, code: "below_minimum_order", message }],
    });
  }
}

type Change = {
  name: string;
  what: "price" | "quantity" | "added" | "gone" | "shipping";
  was: string | null;
  now: string | null;
};

/** Delivery fees that are not what was shown. A basket that is picked up has none. */
function changedFees(
  chosen: readonly Chosen[],
  shown: ReadonlyMap<number, number>,
  amount: (value: number) => string,
): Change[] {
  return chosen.flatMap(({ basket: { retailer }, fulfilment, totals }) => {
    const was = shown.get(retailer.id);
    if (fulfilment === "pickup" || was === undefined || was === totals.shipping) return [];
    return [{ name: retailer.name, what: "shipping", was: amount(was), now: amount(totals.shipping) }];
  });
}

/** An honest submit: what differs from what was shown is told, line by line, and nothing is written. */
function refuseChanged(chosen: readonly Chosen[], input: Input, say: Say, locale: string): void {
  const amount = (value: number) => formatMoney(value, env.CHARSU_CURRENCY, locale);
  const total = chosen.reduce((sum, { totals }) => sum + totals.total, 0);
  const current = chosen.flatMap(({ basket }) => basket.lines);
  const names = new Map(current.map((line) => [line.variantId, line.name]));
  const show = (what: string, value: number | null) =>
    value === null ? null : what === "price" ? amount(value) : String(value);
  const lines = input.shown === undefined ? [] : differences(parseShown(input.shown), current);
  const changes: Change[] = [
    ...lines.map(({ variantId, what, was, now }) => ({
      name: names.get(variantId) ?? "",
      what,
      was: show(what, was),
      now: show(what, now),
    })),
    ...changedFees(chosen, parseFees(input.shownFees ?? ""), amount),
  ];
  const expected = input.expectedTotal;
  if (!changes.length && (expected === undefined || expected === total)) return;
  const fees = new Map(
    chosen
      .filter((each) => each.fulfilment === "delivery")
      .map(({ basket, totals }) => [basket.retailer.id, totals.shipping]),
  );
  throw new AppError("changed", say("checkout.changed"), {
    data: {
      changes,
      total: { was: expected === undefined ? null : amount(expected), now: amount(total) },
      /** Sent with the next try, it says that the shopper has seen all this. */
      accept: { expectedTotal: total, shown: formatShown(current), shownFees: formatFees(fees) },
    },
  });
}

async function write(
  tx: Database,
  submit: { id: number; number: number },
  chosen: readonly Chosen[],
  userId: number,
  input: Input,
) {
  const { contact } = input;
  const rows = await tx
    .insert(orders)
    .values(
      chosen.map(({ basket, fulfilment, totals }, index) => ({
        submitId: submit.id,
        retailerId: basket.retailer.id,
        userId,
        number: orderNumber(submit.number, index),
        paymentMethod: fulfilment === "delivery" ? ("cash_on_delivery" as const) : ("cash_on_pickup" as const),
        fulfilment,
        contactName: contact.name,
        contactEmail: contact.email,
        contactPhone: contact.phone,
        address: fulfilment === "delivery" ? (input.address ?? null) : null,
        note: input.note ?? "",
        currency: env.CHARSU_CURRENCY,
        subtotal: totals.subtotal,
        discount: totals.discount,
        shipping: totals.shipping,
        total: totals.total,
        weight: totals.weight,
      })),
    )
    .returning({ id: orders.id, retailerId: orders.retailerId });
  const orderOf = new Map(rows.map((row) => [row.retailerId, row.id]));
  // The trigger on these rows takes the stock; in id order, as everywhere.
  const lines = chosen
    .flatMap(({ basket }) =>
      basket.lines.map((line, position) => ({
        orderId: orderOf.get(basket.retailer.id)!,
        position,
        productId: line.productId,
        variantId: line.variantId,
        name: line.name,
        options: line.options,
        sku: line.sku,
        unitPrice: line.price,
        quantity: line.quantity,
        total: line.price * line.quantity,
        weight: line.weight,
      })),
    )
    .sort((a, b) => a.variantId - b.variantId);
  await tx.insert(orderLines).values(lines);
  return { orderIds: rows.map((row) => row.id), productIds: [...new Set(lines.map((line) => line.productId))] };
}

/**
 * Places an order with each retailer of the cart, all or none. Source: DESIGN 6.
 * The key makes it safe to send again: the same key answers with the same orders.
 */
export const submitOrders = operation({
  name: "orders.submit",
  summary: "Submits the cart: one order for each retailer, all of them or none.",
  http: {
    method: "POST",
    path: "/api/orders",
    status: 201,
    headers: { idempotencyKey: "Idempotency-Key" },
    errors: ["changed", "out_of_stock"],
  },
  message: "Order placed.",
  cookies: { cart: "cart" },
  input: submitInput,
  output: submitView,
  allow: [customer],
  limit: "submit",
  run: async ({ input, actor, context, tx, record }) => {
    const { say, locale } = context;
    const userId = actor.userId!;
    const lines = await currentCart(tx, userId, input.cart);
    const { fresh, earlier } = await claim(tx, userId, input.idempotencyKey);
    if (!fresh) return { number: earlier, orders: await selectOrders(tx, eq(submits.number, earlier), locale) };

    if (lines.length) await tx.execute(sql`select lock_variants(${sql.param(lines.map((line) => line.variantId))})`);
    const priced = await priceCart(tx, lines);
    const wanted = input.retailers ? new Set(input.retailers) : null;
    const baskets = priced.baskets.filter(({ retailer }) => !wanted || wanted.has(retailer.handle));
    const nothing = wanted ? !baskets.length || baskets.length < wanted.size : !lines.length;
    if (nothing || (!baskets.length && input.shown !== undefined)) throw nothingToOrder(baskets, input, say);
    const chosen = choose(baskets, input, say);
    // What the page had already left out is not in the way.
    const shown = input.shown === undefined ? null : new Set(parseShown(input.shown).map((line) => line.variantId));
    const gone = wanted ? [] : priced.gone.filter((line) => !shown || shown.has(line.variantId));
    refuseUnbuyable(chosen, gone, lines, say, locale);
    refuseChanged(chosen, input, say, locale);

    const written = await write(tx, fresh, chosen, userId, input);
    // Who gave no name yet is greeted from now on by the one on the order.
    await tx
      .update(users)
      .set({ name: input.contact.name })
      .where(and(eq(users.id, userId), eq(users.name, "")));
    const bought = new Set(chosen.flatMap(({ basket }) => basket.lines.map((line) => line.variantId)));
    await takeFromSaved(tx, userId, [...bought]);
    context.cookies.push(cartCookie(lines.filter((line) => !bought.has(line.variantId))));
    await record("order.placed", { submitId: fresh.id, number: fresh.number, userId, ...written });
    return { number: fresh.number, orders: await selectOrders(tx, eq(submits.id, fresh.id), locale) };
  },
});
