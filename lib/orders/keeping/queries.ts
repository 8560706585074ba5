import { eq, type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { orders, retailers } from "@/db/schema";
import type { Address } from "@/db/schema/orders";
import { AppError } from "@/lib/platform/errors";
import { money } from "@/lib/platform/money";
import type { Actor } from "@/lib/web/actor";
import { moverOf, seesMasked } from "./operations/who";
import { movesOf } from "./rules";
import type { BoardOrderView, KeptOrderView } from "./views";

type LineRow = {
  name: string;
  options: string;
  sku: string | null;
  slug: string | null;
  quantity: number;
  price: number;
  total: number;
};

/** Every column that all logins of the back office may read. */
const columns = {
  id: orders.id,
  number: orders.number,
  retailerId: orders.retailerId,
  shop: { handle: retailers.handle, name: retailers.name, timezone: retailers.timezone },
  status: orders.status,
  paymentStatus: orders.paymentStatus,
  payment: orders.paymentMethod,
  fulfilment: orders.fulfilment,
  name: orders.contactName,
  note: orders.note,
  currency: orders.currency,
  subtotal: orders.subtotal,
  discount: orders.discount,
  shipping: orders.shipping,
  total: orders.total,
  weight: orders.weight,
  placedAt: orders.createdAt,
  lines: sql<LineRow[]>`(
    select coalesce(json_agg(json_build_object('name', l.name, 'options', l.options, 'sku', l.sku, 'slug', p.slug, 'quantity', l.quantity,
      'price', l.unit_price, 'total', l.total) order by l.position), '[]')
    from order_lines l left join products p on p.id = l.product_id where l.order_id = ${orders.id})`,
};

const selectKept = (tx: Database) =>
  tx.select(columns).from(orders).innerJoin(retailers, eq(retailers.id, orders.retailerId)).$dynamic();
export type KeptRow = Awaited<ReturnType<typeof selectKept>>[number];

/** Orders by their ids, in the order of these; those that the login does not see are left out. */
export async function keptByIds(tx: Database, ids: readonly number[]): Promise<KeptRow[]> {
  if (!ids.length) return [];
  const wanted = sql.param([...ids]);
  return selectKept(tx)
    .where(sql`${orders.id} = any (${wanted})`)
    .orderBy(sql`array_position(${wanted}::int[], ${orders.id})`);
}

/** @throws AppError `not_found` for an order that is not there, or not theirs */
export async function keptByNumber(tx: Database, number: string, notFound: string): Promise<KeptRow> {
  const [row] = await selectKept(tx).where(eq(orders.number, number));
  if (!row) throw new AppError("not_found", notFound);
  return row;
}

type Contact = { id: number; email: string; phone: string; address: Partial<Address> | null };

/** Whom to call and where to go: masked for logins that see no more. */
export async function contactsOf(tx: Database, actor: Actor, ids: readonly number[]): Promise<Map<number, Contact>> {
  if (!ids.length) return new Map();
  const wanted = sql.param([...ids]);
  const from: SQL = seesMasked(actor)
    ? sql`select order_id as id, email, phone, address from order_contacts where order_id = any (${wanted})`
    : sql`select id, contact_email as email, contact_phone as phone, address from orders where id = any (${wanted})`;
  const { rows } = await tx.execute<Contact>(from);
  return new Map(rows.map((row) => [row.id, row]));
}

/** What an order view says of a contact. */
export function contactView({ email, phone, address }: Omit<Contact, "id">) {
  return { email, phone, address: address && { ...address, city: address.city ?? "", country: address.country ?? "" } };
}

/** An order as it stands on a board, for whoever asks. */
export function boardView(row: KeptRow, actor: Actor, locale: string): BoardOrderView {
  const mover = moverOf(actor, row.retailerId);
  return {
    number: row.number,
    retailer: row.shop,
    status: row.status,
    paymentStatus: row.paymentStatus,
    fulfilment: row.fulfilment,
    name: row.name,
    note: row.note,
    pieces: row.lines.reduce((sum, { quantity }) => sum + quantity, 0),
    lines: row.lines.map(({ name, options, quantity }) => ({ name, options, quantity })),
    total: money(row.total, row.currency, locale),
    placedAt: row.placedAt.toISOString(),
    moves: mover ? movesOf(row, mover) : [],
  };
}

type HistoryRow = { to_status: KeptRow["status"]; note: string; at: Date | string; side: never; name: string | null };

/** One order with all that those who keep it see of it. Three round trips, whatever it holds. */
export async function keptView(tx: Database, row: KeptRow, actor: Actor, locale: string): Promise<KeptOrderView> {
  const contacts = await contactsOf(tx, actor, [row.id]);
  const { rows: history } = await tx.execute<HistoryRow>(sql`select * from order_history(${row.id})`);
  const price = (amount: number) => money(amount, row.currency, locale);
  return {
    ...boardView(row, actor, locale),
    payment: row.payment,
    lines: row.lines.map((line) => ({
      name: line.name,
      options: line.options,
      sku: line.sku,
      productSlug: line.slug,
      quantity: line.quantity,
      unitPrice: price(line.price),
      total: price(line.total),
    })),
    subtotal: price(row.subtotal),
    discount: price(row.discount),
    shipping: price(row.shipping),
    weight: row.weight,
    contact: contactView(contacts.get(row.id)!),
    masked: seesMasked(actor),
    history: history.map(({ to_status, note, at, side, name }) => ({
      status: to_status,
      note,
      at: new Date(at).toISOString(),
      by: side,
      name,
    })),
  };
}
