import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { users } from "@/db/schema";
import { saveCart } from "@/lib/cart/saved";
import { countSold } from "@/lib/live/sold-counts";
import { submitOrders } from "@/lib/orders/operations/submit";
import { rebuildFigures } from "@/lib/reports/rebuild";
import { nobody } from "@/lib/web/actor";
import { plainContext } from "@/lib/web/context";
import { ageOrders } from "./age-orders";

/** People who were here before; nobody signs in as them. */
const customers = ["Clara Vonk", "Idris Baptiste", "Yuki Sorensen", "Pilar Adamu"].map((name) => ({
  name,
  email: `${name.toLowerCase().replace(" ", ".")}@example.com`,
}));
const address = { line1: "Marktplatz 4", postcode: "10117", city: "Berlin", country: "DE" };
/** Shops in one cart. */
const together = 3;

type Favourite = { id: number; handle: string; least: number; place: number; pickup: boolean };

/** A few well-stocked things of each shop; their places are their popularity, 1 is bought the most. */
async function favourites(db: Database): Promise<Favourite[]> {
  const { rows } = await db.execute<Favourite>(sql`
    select * from (
      select v.id, r.handle, v.min_quantity as least, r.picks_up as pickup,
        row_number() over (partition by r.id order by md5(p.key))::int as place
      from retailers r join products p on p.retailer_id = r.id and p.status = 'published'
        join variants v on v.product_id = p.id and v.position = 0 and v.active
      where v.stock >= 8 * v.min_quantity and coalesce(v.max_quantity, 8) >= 3 * v.min_quantity) as found
    where place <= ${customers.length} order by handle, place`);
  return rows;
}

/** Orders that earlier customers placed through the shop itself, so that some things sell better than others; returns how many. */
export async function placePastOrders(db: Database): Promise<number> {
  const { rows } = await db.execute<{ none: boolean }>(sql`select not exists (select from submits) as none`);
  if (!rows[0]?.none) return 0;
  const people = await db
    .insert(users)
    .values(customers.map((customer) => ({ ...customer, emailConfirmedAt: new Date() })))
    .onConflictDoNothing()
    .returning({ id: users.id, name: users.name, email: users.email });
  const goods = await favourites(db);
  const shops = [...new Set(goods.map(({ handle }) => handle))];
  let placed = 0;
  for (const [index, { id, name, email }] of people.entries()) {
    const context = () => plainContext({ ...nobody, userId: id, name }, { ip: `192.0.2.${index + 1}` });
    for (let first = 0; first < shops.length; first += together) {
      const visited = shops.slice(first, first + together);
      // The first customer buys the first favourite alone, the last one all of them.
      const chosen = goods.filter(({ handle, place }) => visited.includes(handle) && place <= index + 1);
      await saveCart(
        db,
        id,
        chosen.map((each) => ({ variantId: each.id, quantity: each.least * (each.place === 1 ? 2 : 1) })),
      );
      const result = await submitOrders.safe(context(), {
        idempotencyKey: `demo-${id}-${first}`,
        contact: { name, email: email ?? "", phone: "+49 30 0000000" },
        address,
        choices: Object.fromEntries(
          chosen.map(({ handle, pickup }) => [handle, pickup ? ("pickup" as const) : ("delivery" as const)]),
        ),
      });
      // A cart below a shop's minimum is no order, here as anywhere.
      if (result.ok) placed += result.data.orders.length;
    }
  }
  await ageOrders(db);
  await rebuildFigures();
  const { rows: sold } = await db.execute<{ id: number }>(sql`select distinct product_id as id from order_lines`);
  await countSold(sold.map((row) => row.id));
  return placed;
}
