import type { Database } from "../client";
import {
  categories,
  openingHours,
  products,
  retailerMembers,
  retailers,
  type staffRole,
  userRoles,
  users,
  variants,
} from "../schema";

let counter = 0;
const next = () => {
  counter += 1;
  return counter;
};

type Insert<T extends { $inferInsert: object }> = Partial<T["$inferInsert"]>;

/** A shopper with an e-mail address of their own. */
export async function makeUser(db: Database, over: Insert<typeof users> = {}) {
  const [row] = await db
    .insert(users)
    .values({ name: "Test Shopper", email: `shopper-${next()}-${process.pid}@example.com`, ...over })
    .returning();
  return row!;
}

/** An account that holds one of the staff roles. */
export async function makeStaff(db: Database, role: (typeof staffRole.enumValues)[number]) {
  const user = await makeUser(db, { name: `Test ${role}` });
  await db.insert(userRoles).values({ userId: user.id, role });
  return { ...user, roles: [role] };
}

/** Somebody who works for a shop. */
export async function makeMember(db: Database, retailerId: number, role: "owner" | "staff" = "owner") {
  const user = await makeUser(db, { name: `Test ${role}` });
  await db.insert(retailerMembers).values({ retailerId, userId: user.id, role });
  return { ...user, shops: [retailerId], owns: role === "owner" ? [retailerId] : [] };
}

/** An open shop that delivers for 5.00 and hands over at the counter. */
export async function makeRetailer(db: Database, over: Insert<typeof retailers> = {}) {
  const handle = `shop-${next()}-${process.pid}`;
  const [row] = await db
    .insert(retailers)
    .values({
      handle,
      name: `Shop ${handle}`,
      country: "DE",
      timezone: "Europe/Berlin",
      status: "active",
      deliveryFee: 500,
      ...over,
    })
    .returning();
  await db
    .insert(openingHours)
    .values([1, 2, 3, 4, 5].map((weekday) => ({ retailerId: row!.id, weekday, opens: "09:00", closes: "18:00" })));
  return row!;
}

export async function makeCategory(db: Database, over: Insert<typeof categories> = {}) {
  const number = next();
  const [row] = await db
    .insert(categories)
    .values({ name: `Category ${number}`, slug: `category-${number}`, ...over })
    .returning();
  return row!;
}

/** A published product with one variant. */
export async function makeProduct(
  db: Database,
  retailerId: number,
  over: Insert<typeof products> & { variant?: Insert<typeof variants> } = {},
) {
  const { variant: variantOver, ...productOver } = over;
  const key = `product-${next()}-${process.pid}`;
  const [product] = await db
    .insert(products)
    .values({ retailerId, key, slug: key, name: `Product ${key}`, status: "published", ...productOver })
    .returning();
  const [variant] = await db
    .insert(variants)
    .values({ productId: product!.id, retailerId, price: 1000, stock: 10, weight: 250, ...variantOver })
    .returning();
  return { product: product!, variant: variant! };
}
