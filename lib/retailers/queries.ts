import { asc, inArray, sql } from "drizzle-orm";
import { type Database, database } from "@/db/client";
import { hoursExceptions, openingHours, retailers } from "@/db/schema";
import { type Shift, type SpecialDay, seenStatuses } from "./rules";
import type { RetailerView } from "./views";

// `retailers.id` is spelt out: from a single table Drizzle writes a bare "id", which a subquery would take for its own.
/** The week of each row of `retailers`, as `openState` reads it. */
export const weekOf = sql<Shift[]>`(
  select coalesce(json_agg(json_build_object('weekday', h.weekday, 'opens', to_char(h.opens, 'HH24:MI'), 'closes', to_char(h.closes, 'HH24:MI')) order by h.weekday, h.opens), '[]')
  from ${openingHours} h where h.retailer_id = retailers.id)`;
/** The days of each row of `retailers` that differ from its week, without those that are past wherever the shop is. */
export const specialDaysOf = sql<SpecialDay[]>`(
  select coalesce(json_agg(json_build_object('day', d.day, 'name', d.name, 'shifts', d.shifts) order by d.day), '[]')
  from (select e.day, max(e.name) as name,
      coalesce(json_agg(json_build_object('opens', to_char(e.opens, 'HH24:MI'), 'closes', to_char(e.closes, 'HH24:MI')) order by e.opens) filter (where e.opens is not null), '[]') as shifts
    from ${hoursExceptions} e
    where e.retailer_id = retailers.id and e.day >= (now() at time zone 'UTC')::date - 2 group by e.day) d)`;
const published = sql<number>`(
  select count(*)::int from products p where p.retailer_id = retailers.id and p.status = 'published'
    and exists (select from variants v where v.product_id = p.id and v.active))`;

const select = (on: Database = database("shop")) =>
  on
    .select({ shop: retailers, hours: weekOf, specialDays: specialDaysOf, products: published })
    .from(retailers)
    .$dynamic();
type Row = Awaited<ReturnType<typeof select>>[number];

const toView = ({ shop, hours, specialDays, products }: Row): RetailerView => ({
  id: shop.id,
  handle: shop.handle,
  name: shop.name,
  tagline: shop.tagline,
  description: shop.description,
  trade: shop.trade,
  status: shop.status,
  email: shop.email,
  phone: shop.phone,
  address: { line: shop.addressLine, postcode: shop.postcode, city: shop.city, country: shop.country },
  timezone: shop.timezone,
  hue: shop.hue,
  banner: shop.banner ? `/pictures/${shop.banner}` : null,
  delivery: {
    delivers: shop.delivers,
    picksUp: shop.picksUp,
    radius: shop.deliveryRadius,
    minimumOrder: shop.minimumOrder,
    deliveryFee: shop.deliveryFee,
    freeAbove: shop.freeAbove,
    preparation: shop.preparation,
  },
  hours,
  specialDays: specialDays.map((day) => ({ ...day, shifts: [...day.shifts] })),
  products,
});

const visible = inArray(retailers.status, [...seenStatuses]);

/** The open market's shops by name. One round trip. */
export async function retailerList(page: { offset: number; limit: number }, on?: Database): Promise<RetailerView[]> {
  const rows = await select(on).where(visible).orderBy(asc(retailers.name)).offset(page.offset).limit(page.limit);
  return rows.map(toView);
}

/** How many shops the open market has. */
export const retailerCount = (on: Database): Promise<number> => on.$count(retailers, visible);

/** A shop with its hours by handle; null when it is not there or not yet open to the market. */
export async function retailerByHandle(handle: string): Promise<RetailerView | null> {
  const [row] = await select().where(sql`${retailers.handle} = ${handle} and ${visible}`);
  return row ? toView(row) : null;
}
