import type { Database } from "@/db/client";
import { AppError } from "@/lib/platform/errors";
import { type Actor, admin, operator, productManager, retailer, shopOwner, supervisor } from "@/lib/web/actor";
import type { Context } from "@/lib/web/context";
import { keptRetailer } from "../queries";
import type { KeptRetailerView } from "../views";

const market = [admin, productManager, operator, supervisor];

export const listed = { allow: market, limit: "none", readOnly: true } as const;
export const reads = { allow: [...market, retailer], limit: "none", readOnly: true } as const;
/** An owner keeps their own shops, operators and admins all of them. */
export const writes = { allow: [admin, operator, shopOwner], limit: "write" } as const;

/** Whether somebody keeps every shop, by the first right that lets them write. */
export const keepsAll = (actor: Actor): boolean => admin.holds(actor) || operator.holds(actor);

type Asked = { tx: Database; actor: Actor; context: Context };

/**
 * The shop that somebody asks about.
 * @throws not_found for one that is not there, or not theirs
 */
export async function shopSeen({ tx, actor, context }: Asked, id: number): Promise<KeptRetailerView> {
  const theirs = market.some((guard) => guard.holds(actor)) || actor.shops.includes(id);
  const shop = theirs ? await keptRetailer(tx, id) : undefined;
  if (!shop) throw new AppError("not_found", context.say("errors.not_found"));
  return shop;
}

/**
 * The same, to be changed: nobody else changes it until the transaction ends.
 * @throws forbidden also for staff of the shop, who see it
 */
export async function shopToChange({ tx, actor, context }: Asked, id: number): Promise<KeptRetailerView> {
  const changes = keepsAll(actor) || actor.owns.includes(id);
  if (!changes && actor.shops.includes(id)) throw new AppError("forbidden", context.say("errors.forbidden"));
  const shop = changes ? await keptRetailer(tx, id, true) : undefined;
  if (!shop) throw new AppError("not_found", context.say("errors.not_found"));
  return shop;
}
