import { type Actor, admin, type Guard, operator, retailer, supervisor } from "@/lib/web/actor";
import type { Mover } from "../rules";

/** Who reads orders, the broadest view first: the guards of every operation here, so that login and masks go together. */
export const readers = [admin, operator, supervisor, retailer] as const satisfies Guard[];

/** Who moves them. */
export const movers = [admin, operator, retailer] as const satisfies Guard[];

const first = (guards: readonly Guard[], actor: Actor) => guards.find((guard) => guard.holds(actor));

/** Whether the login that this person reads orders by sees contact data masked. */
export const seesMasked = (actor: Actor): boolean => {
  const guard = first(readers, actor);
  return guard === operator || guard === supervisor;
};

/** Whether this person reads the orders of all shops. */
export const keepsMarket = (actor: Actor): boolean => first(readers, actor) !== retailer;

/** As whom this person moves an order of a shop; null when they may not. */
export function moverOf(actor: Actor, retailerId: number): Mover | null {
  const guard = first(movers, actor);
  if (guard === admin) return "admin";
  if (guard === operator) return "operator";
  return guard === retailer && actor.shops.includes(retailerId) ? "retailer" : null;
}
