import { orderTransitions } from "@/db/schema/order-transitions";
import { type OrderStatus, orderStatuses } from "../rules";

export type PaymentStatus = "due" | "paid" | "refunded";
export type Way = "delivery" | "pickup";

/** Who may move orders. A supervisor moves none. */
export type Mover = "admin" | "operator" | "retailer";

/** Where somebody still waits for something. */
export const openStatuses = [
  "pending",
  "confirmed",
  "preparing",
  "ready_for_pickup",
  "out_for_delivery",
] as const satisfies OrderStatus[];

export const isOpen = (status: OrderStatus): boolean => (openStatuses as readonly OrderStatus[]).includes(status);

export const endedStatuses: readonly OrderStatus[] = orderStatuses.filter((status) => !isOpen(status));

/** What only one kind of handing over comes to. The database's half is the check `orders_way`. */
const onlyBy: Partial<Record<OrderStatus, Way>> = {
  ready_for_pickup: "pickup",
  picked_up: "pickup",
  out_for_delivery: "delivery",
  delivered: "delivery",
};

/** Rejecting is the shop's, cancelling the market's. Source: DESIGN 6; the database's half are the policies of `orders`. */
const mayMake = (to: OrderStatus, mover: Mover): boolean =>
  mover === "retailer" ? to !== "cancelled" : to !== "rejected";

/** Where this person may move an order now, the way ahead first. */
export const movesOf = (
  { status, fulfilment }: { status: OrderStatus; fulfilment: Way },
  mover: Mover,
): OrderStatus[] =>
  orderTransitions[status].filter((to) => (onlyBy[to] ?? fulfilment) === fulfilment && mayMake(to, mover));

/** The move that brings an order on its way; null at its end. */
export function nextStep(order: { status: OrderStatus; fulfilment: Way }): OrderStatus | null {
  const [next] = movesOf(order, "retailer");
  return isOpen(order.status) ? (next ?? null) : null;
}

/** Cash changes hands with the goods, there and back. Source: DESIGN 6. */
export function paymentAfter(to: OrderStatus, now: PaymentStatus): PaymentStatus {
  if (now === "due" && (to === "delivered" || to === "picked_up")) return "paid";
  return now === "paid" && to === "returned" ? "refunded" : now;
}

/** As many as are counted: what is open is looked at every day, what has ended is only counted to tell many from few. */
export const mostCounted = (status: OrderStatus): number => (isOpen(status) ? 10_000 : 1000);
