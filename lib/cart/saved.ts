import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { products, retailers, savedCartLines, variants } from "@/db/schema";
import { type CartLine, maxLines, parseCart } from "./cookie";
import { type Sellable, unite } from "./rules";

async function sellableOf(tx: Database, ids: readonly number[]): Promise<Map<number, Sellable>> {
  if (!ids.length) return new Map();
  const rows = await tx
    .select({
      variantId: variants.id,
      price: variants.price,
      stock: variants.stock,
      weight: variants.weight,
      minQuantity: variants.minQuantity,
      maxQuantity: variants.maxQuantity,
    })
    .from(variants)
    .innerJoin(products, eq(products.id, variants.productId))
    .innerJoin(retailers, eq(retailers.id, variants.retailerId))
    .where(
      sql`${inArray(variants.id, [...ids])} and ${variants.active} and ${products.status} = 'published' and ${retailers.status} = 'active'`,
    );
  return new Map(rows.map((row) => [row.variantId, row]));
}

/** Two windows of one account that write at once would wait for each other's rows, or leave lines of both. */
const oneAtATime = (tx: Database, userId: number) =>
  tx.execute(sql`select pg_advisory_xact_lock(hashtext('charsu.cart'), ${userId})`);

/** Takes what was bought out of the saved cart. */
export async function takeFromSaved(tx: Database, userId: number, bought: readonly number[]): Promise<void> {
  await oneAtATime(tx, userId);
  await tx
    .delete(savedCartLines)
    .where(and(eq(savedCartLines.userId, userId), inArray(savedCartLines.variantId, [...bought])));
}

/** Makes the saved cart hold exactly these lines. */
export async function saveCart(tx: Database, userId: number, lines: readonly CartLine[]): Promise<void> {
  await oneAtATime(tx, userId);
  await tx.delete(savedCartLines).where(eq(savedCartLines.userId, userId));
  if (!lines.length) return;
  const rows = lines.map((line, position) => ({ userId, ...line, position }));
  // A variant that is gone by now is not worth an error.
  await tx.execute(sql`
    insert into saved_cart_lines (user_id, variant_id, quantity, position)
    select ${userId}, l."variantId", l.quantity, l.position
    from json_to_recordset(${JSON.stringify(rows)}::json) as l("variantId" int, quantity int, position int)
    join ${variants} v on v.id = l."variantId"
    on conflict (user_id, variant_id) do update set quantity = excluded.quantity, position = excluded.position, updated_at = now()`);
}

const savedLines = (tx: Database, userId: number): Promise<CartLine[]> =>
  tx
    .select({ variantId: savedCartLines.variantId, quantity: savedCartLines.quantity })
    .from(savedCartLines)
    .where(eq(savedCartLines.userId, userId))
    .orderBy(asc(savedCartLines.position));

/**
 * The lines of whoever asks: the cookie's, or the account's where there is none, as for an API client without cookies.
 * Both are written together, so that no cookie never means a cart that was emptied here.
 */
export async function currentCart(
  tx: Database,
  userId: number | null,
  cookie: string | undefined,
): Promise<CartLine[]> {
  if (cookie !== undefined) return parseCart(cookie);
  return userId === null ? [] : savedLines(tx, userId);
}

/** At sign-in: the browser's cart and the saved one become one, and the account keeps it. */
export async function uniteCarts(tx: Database, userId: number, browser: readonly CartLine[]) {
  await oneAtATime(tx, userId);
  const saved = await savedLines(tx, userId);
  const sellable = await sellableOf(
    tx,
    [...browser, ...saved].map((line) => line.variantId),
  );
  const united = unite(browser, saved, sellable, maxLines);
  await saveCart(tx, userId, united.lines);
  return united;
}
