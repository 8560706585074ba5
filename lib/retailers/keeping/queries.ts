import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { retailers } from "@/db/schema";
import { clock } from "@/lib/platform/clock";
import { decodeCursor } from "@/lib/platform/pages";
import { likePart, likeStart } from "@/lib/platform/text/like";
import { specialDaysOf, weekOf } from "../queries";
import { localDate } from "../rules";
import type { RetailerStatus } from "./rules/status";
import type { KeptRetailerRowView, KeptRetailerView } from "./views";

export type KeptFilter = {
  q?: string | undefined;
  status?: RetailerStatus | undefined;
  city?: string | undefined;
  trade?: string | undefined;
};

/** Where a row stands in the list: those that wait first, then by name. */
export const placeOf = ({ status, name }: { status: string; name: string }): string =>
  `${status === "pending" ? 0 : 1}${name.toLowerCase()}`;

/** A page of the market's shops, whatever their status. */
export async function selectKept(
  tx: Database,
  { q, status, city, trade }: KeptFilter,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<KeptRetailerRowView[]> {
  const from = decodeCursor(after);
  const [rank, name] = from ? [String(from[0]).slice(0, 1) === "1", String(from[0]).slice(1)] : [];
  // Of one status they stand by name alone, as its own index has them.
  const order = status ? sql`lower(name), id` : sql`(status <> 'pending'), lower(name), id`;
  const seen = status ? sql`(${name}, ${from?.[1]}::int)` : sql`(${rank}::boolean, ${name}, ${from?.[1]}::int)`;
  const where = [
    q && sql`lower(name) like ${likePart(q)}`,
    status && sql`status = ${status}`,
    city && sql`lower(city) like ${likeStart(city)}`,
    trade && sql`lower(trade) like ${likeStart(trade)}`,
    from && sql`(${order}) > ${seen}`,
  ].filter((each): each is SQL => Boolean(each));
  const { rows } = await tx.execute<KeptRetailerRowView & { createdAt: string | Date }>(sql`
    select id, handle, name, trade, city, country, status, created_at as "createdAt" from retailers
    where ${and(...where) ?? sql`true`} order by ${order} limit ${limit}`);
  return rows.map((row) => ({ ...row, createdAt: new Date(row.createdAt).toISOString() }));
}

/** How many shops wait for a decision, counted up to `most` and no further. */
export async function countPending(tx: Database, most: number): Promise<number> {
  const { rows } = await tx.execute<{ count: number }>(sql`
    select count(*)::int as count from (select from retailers where status = 'pending' limit ${most}) waiting`);
  return rows[0]!.count;
}

/** A shop with all that is kept of it; undefined when there is none. Nobody else changes it when it is `locked`. */
export async function keptRetailer(tx: Database, id: number, locked = false): Promise<KeptRetailerView | undefined> {
  if (locked) await tx.select({ id: retailers.id }).from(retailers).where(eq(retailers.id, id)).for("no key update");
  const [row] = await tx
    .select({ shop: retailers, hours: weekOf, specialDays: specialDaysOf })
    .from(retailers)
    .where(eq(retailers.id, id));
  if (!row) return undefined;
  const { deliveryRadius, banner, createdAt, ...shop } = row.shop;
  const today = localDate(clock.now(), shop.timezone);
  return {
    ...shop,
    deliveryRadius,
    banner: banner ? `/pictures/${banner}` : null,
    hours: row.hours,
    specialDays: row.specialDays.filter(({ day }) => day >= today).map((day) => ({ ...day, shifts: [...day.shifts] })),
    today,
    createdAt: createdAt.toISOString(),
  };
}
