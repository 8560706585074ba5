import { type Actor, admin, operator, productManager, retailer, supervisor } from "@/lib/web/actor";

/** Who reads products of the back office, by which login first. */
export const reads = {
  allow: [admin, productManager, operator, supervisor, retailer],
  limit: "none",
  readOnly: true,
} as const;

/** Who keeps them. */
export const writes = { allow: [admin, productManager, retailer], limit: "write" } as const;

/** The shops whose products somebody reads here; null: all of the market's. */
export const shopsRead = (actor: Actor): readonly number[] | null => (actor.roles.length ? null : actor.shops);

/** The same for those whose products somebody keeps. */
export const shopsKept = (actor: Actor): readonly number[] | null =>
  admin.holds(actor) || productManager.holds(actor) ? null : actor.shops;
