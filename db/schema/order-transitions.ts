/**
 * The one table of an order's life. Screens and API read it through `lib/orders/rules`, and `db/migrate` turns it into
 * the guard that refuses any other UPDATE.
 */
export const orderTransitions = {
  pending: ["confirmed", "rejected", "cancelled"],
  confirmed: ["preparing", "cancelled"],
  preparing: ["ready_for_pickup", "out_for_delivery", "cancelled"],
  ready_for_pickup: ["picked_up", "cancelled"],
  out_for_delivery: ["delivered"],
  picked_up: ["returned"],
  delivered: ["returned"],
  rejected: [],
  cancelled: [],
  returned: [],
} as const satisfies Record<string, readonly string[]>;

/** Where an order has given its stock back and counts as sold no more. The trigger `orders_log_status` does the former. */
export const undone = ["cancelled", "rejected", "returned"] as const satisfies (keyof typeof orderTransitions)[];
