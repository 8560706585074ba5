import { and, desc, eq, type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { addresses, orders, retailers, submits, users } from "@/db/schema";
import { AppError } from "@/lib/platform/errors";
import type { Say } from "@/lib/platform/messages";
import { money } from "@/lib/platform/money";
import { orderAddress } from "./rules";
import type { OrderView } from "./views";

type LineRow = {
  name: string;
  options: string;
  sku: string | null;
  slug: string | null;
  quantity: number;
  price: number;
  total: number;
};
type LogRow = { status: string; note: string; at: string };

const lines = sql<LineRow[]>`(
  select json_agg(json_build_object('name', l.name, 'options', l.options, 'sku', l.sku, 'slug', p.slug, 'quantity', l.quantity,
    'price', l.unit_price, 'total', l.total) order by l.position)
  from order_lines l left join products p on p.id = l.product_id where l.order_id = ${orders.id})`;
const log = sql<LogRow[]>`(
  select json_agg(json_build_object('status', s.to_status, 'note', s.note, 'at', s.at) order by s.id)
  from order_status_log s where s.order_id = ${orders.id})`;

/**
 * Orders with lines and log, newest first, in one round trip. The transaction's login sees only what is the actor's:
 * somebody else's order is simply not there.
 */
export async function selectOrders(
  tx: Database,
  where: SQL,
  locale: string,
  page?: { limit: number; offset: number },
): Promise<OrderView[]> {
  const rows = await tx
    .select({
      order: orders,
      retailer: { handle: retailers.handle, name: retailers.name, timezone: retailers.timezone },
      lines,
      log,
    })
    .from(orders)
    .innerJoin(submits, eq(submits.id, orders.submitId))
    .innerJoin(retailers, eq(retailers.id, orders.retailerId))
    .where(where)
    .orderBy(desc(orders.submitId), orders.id)
    .limit(page?.limit ?? 1000)
    .offset(page?.offset ?? 0);
  return rows.map(({ order, retailer, lines, log }) => {
    const price = (amount: number) => money(amount, order.currency, locale);
    return {
      number: order.number,
      retailer,
      status: order.status,
      paymentStatus: order.paymentStatus,
      payment: order.paymentMethod,
      fulfilment: order.fulfilment,
      contact: { name: order.contactName, email: order.contactEmail, phone: order.contactPhone },
      address: order.address,
      note: order.note,
      subtotal: price(order.subtotal),
      discount: price(order.discount),
      shipping: price(order.shipping),
      total: price(order.total),
      weight: order.weight,
      placedAt: order.createdAt.toISOString(),
      lines: lines.map((line) => ({
        name: line.name,
        options: line.options,
        sku: line.sku,
        productSlug: line.slug,
        quantity: line.quantity,
        unitPrice: price(line.price),
        total: price(line.total),
      })),
      log: log.map(({ status, note, at }) => ({ status, note, at: new Date(at).toISOString() })),
    };
  });
}

/**
 * A pending order of whoever acts, locked until the transaction ends: a shop that confirms it meanwhile waits.
 * @throws AppError `conflict` when it is not pending any more, `not_found` when it is not there or not theirs
 */
export async function lockPending(tx: Database, number: string, say: Say) {
  const mine = eq(orders.number, number);
  const [order] = await tx
    .select()
    .from(orders)
    .where(and(mine, eq(orders.status, "pending")))
    .for("update");
  if (order) return order;
  const [settled] = await tx.select({ status: orders.status }).from(orders).where(mine);
  if (!settled) throw new AppError("not_found", say("errors.not_found"));
  throw new AppError("conflict", say("orders.settled", { status: say(`orders.status.${settled.status}`) }));
}

export type CheckoutDefaults = {
  contact: { name: string; email: string; phone: string };
  address: NonNullable<OrderView["address"]> | null;
};

/**
 * What a checkout begins with: the saved default address and who it is for, as on the last order otherwise, or as the
 * account knows it. One round trip.
 */
export async function checkoutDefaults(tx: Database, userId: number): Promise<CheckoutDefaults> {
  const [row] = await tx
    .select({ user: { name: users.name, email: users.email, phone: users.phone }, saved: addresses, last: orders })
    .from(users)
    .leftJoin(addresses, and(eq(addresses.userId, users.id), addresses.isDefault))
    .leftJoin(orders, eq(orders.userId, users.id))
    .where(eq(users.id, userId))
    .orderBy(sql`${orders.address} is null`, sql`${orders.id} desc nulls last`)
    .limit(1);
  const { user, saved, last } = row ?? {};
  return {
    contact: {
      name: saved?.name ?? last?.contactName ?? user?.name ?? "",
      email: last?.contactEmail ?? user?.email ?? "",
      phone: saved?.phone || (last?.contactPhone ?? user?.phone ?? ""),
    },
    address: saved ? orderAddress(saved) : (last?.address ?? null),
  };
}
