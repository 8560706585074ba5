import { orderTransitions } from "@/db/schema/order-transitions";
import { type PostalAddress, tidyAddress } from "@/lib/accounts/addresses/rules";
import { type Delivery, type Fulfilment, type Handover, handoversOf } from "@/lib/cart/rules";

export type OrderStatus = keyof typeof orderTransitions;

export const orderStatuses = Object.keys(orderTransitions) as [OrderStatus, ...OrderStatus[]];

export const isOrderStatus = (text: unknown): text is OrderStatus => orderStatuses.some((each) => each === text);

/** Whether an order may go from one status to another. */
export function mayMove(from: OrderStatus, to: OrderStatus): boolean {
  return (orderTransitions[from] as readonly OrderStatus[]).includes(to);
}

type Placed = { fulfilment: Fulfilment; subtotal: number; discount: number; shipping: number };
type Again = Omit<Handover, "fulfilment"> & { total: number };

/**
 * What handing over a placed order costs after its shopper chose again: what was settled while the way stays, the
 * shop's terms of now when it changes. The database's half is the trigger `orders_guard_amounts`.
 * @returns null when the shop does not offer that; `missing` is what a delivery would want to be larger by, `total` what
 * the order costs then; all in minor units
 */
export function handoverAgain(order: Placed, wanted: Fulfilment, shop: Delivery): Again | null {
  const terms =
    wanted === order.fulfilment
      ? { shipping: order.shipping, missing: 0 }
      : handoversOf(shop, order.subtotal).find(({ fulfilment }) => fulfilment === wanted);
  return terms ? { ...terms, total: order.subtotal - order.discount + terms.shipping } : null;
}

/** Price and quantity of a line as a page showed it: what an honest submit compares with. */
export type ShownLine = { variantId: number; quantity: number; price: number };

/** What people call a line where its product alone would not tell it from another: "Mug, blue, M". */
export const lineLabel = ({ name, options }: { name: string; options: string }): string =>
  [name, options].filter(Boolean).join(", ");

/** `12x2@1250.45x1@900`, kept in the form, so that the server knows what the shopper saw. Prices in minor units. */
export function formatShown(lines: readonly ShownLine[]): string {
  return lines.map((line) => `${line.variantId}x${line.quantity}@${line.price}`).join(".");
}

/** Malformed parts are dropped: what was not shown counts as new. */
export function parseShown(text: string): ShownLine[] {
  return text.split(".").flatMap((part) => {
    const match = /^(\d{1,10})x(\d{1,4})@(\d{1,15})$/.exec(part);
    return match ? [{ variantId: Number(match[1]), quantity: Number(match[2]), price: Number(match[3]) }] : [];
  });
}

export type Difference = {
  variantId: number;
  what: "price" | "quantity" | "added" | "gone";
  was: number | null;
  now: number | null;
};

/** What differs between the lines that were shown and the lines as they are; empty when nothing does. */
export function differences(shown: readonly ShownLine[], current: readonly ShownLine[]): Difference[] {
  const before = new Map(shown.map((line) => [line.variantId, line]));
  const now = new Map(current.map((line) => [line.variantId, line]));
  const found: Difference[] = [];
  for (const line of current) {
    const { variantId } = line;
    const old = before.get(variantId);
    if (!old) found.push({ variantId, what: "added", was: null, now: line.quantity });
    else {
      if (old.price !== line.price) found.push({ variantId, what: "price", was: old.price, now: line.price });
      if (old.quantity !== line.quantity)
        found.push({ variantId, what: "quantity", was: old.quantity, now: line.quantity });
    }
  }
  for (const { variantId, quantity } of shown) {
    if (!now.has(variantId)) found.push({ variantId, what: "gone", was: quantity, now: null });
  }
  return found;
}

/** Delivery fees as they were shown, by retailer id: `3@500.8@0`. Minor units. */
export function formatFees(fees: ReadonlyMap<number, number>): string {
  return [...fees].map(([retailerId, fee]) => `${retailerId}@${fee}`).join(".");
}

/** Malformed parts are dropped. */
export function parseFees(text: string): Map<number, number> {
  return new Map(
    text.split(".").flatMap((part) => {
      const match = /^(\d{1,10})@(\d{1,15})$/.exec(part);
      return match ? [[Number(match[1]), Number(match[2])] as const] : [];
    }),
  );
}

/** An address as an order keeps it: with what its country has, and what was left empty left out. */
export function orderAddress(given: PostalAddress) {
  const { organization, line1, line2, district, city, region, postcode, country } = tidyAddress(given);
  const some = { organization, line2, district, region };
  const filled = Object.fromEntries(Object.entries(some).filter(([, value]) => value)) as Partial<
    Record<keyof typeof some, string>
  >;
  return { ...filled, line1, postcode: postcode ?? "", city: city ?? "", country };
}

/** The number people say: `1001-2`. */
export const orderNumber = (submit: number, index: number): string => `${submit}-${index + 1}`;

/** Statuses as the shopper's page draws them, for one kind of handover. */
export function milestones(fulfilment: "delivery" | "pickup"): OrderStatus[] {
  return fulfilment === "delivery"
    ? ["pending", "confirmed", "preparing", "out_for_delivery", "delivered"]
    : ["pending", "confirmed", "preparing", "ready_for_pickup", "picked_up"];
}
