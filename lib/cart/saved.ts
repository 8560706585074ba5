import { and, asc, eq, inArray, notInArray, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { products, retailers, savedCartLines, variants } from "@/db/schema";
import { seenStatuses } from "@/lib/retailers/rules";
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
      // What a paused shop sells stays in the cart until it takes orders again.
      and(
        inArray(variants.id, [...ids]),
        variants.active,
        eq(products.status, "published"),
        inArray(retailers.status, [...seenStatuses]),
      ),
    );
  return new Map(rows.map((row) => [row.variantId, row]));
}

/** Until the transaction ends, nobody else changes this cart: what is read is what the change is made to. */
const oneAtATime = (tx: Database, userId: number) =>
  tx.execute(sql`select pg_advisory_xact_lock(hashtext('charsu.cart'), ${userId})`);

const savedLines = (tx: Database, userId: number): Promise<CartLine[]> =>
  tx
    .select({ variantId: savedCartLines.variantId, quantity: savedCartLines.quantity })
    .from(savedCartLines)
    .where(eq(savedCartLines.userId, userId))
    .orderBy(asc(savedCartLines.position), asc(savedCartLines.variantId));

/**
 * The lines of whoever asks: the account's for somebody who is signed in, whatever this browser's cookie says, and the
 * cookie's for everybody else.
 */
export async function currentCart(
  tx: Database,
  userId: number | null,
  cookie?: string | undefined,
): Promise<CartLine[]> {
  return userId === null ? parseCart(cookie ?? "") : savedLines(tx, userId);
}

/** As {@link currentCart}, to be changed by {@link saveCart} or {@link takeFromSaved} in this transaction. */
export async function cartToChange(
  tx: Database,
  userId: number | null,
  cookie?: string | undefined,
): Promise<CartLine[]> {
  if (userId !== null) await oneAtATime(tx, userId);
  return currentCart(tx, userId, cookie);
}

/** Takes what was bought out of the saved cart. */
export async function takeFromSaved(tx: Database, userId: number, bought: readonly number[]): Promise<void> {
  await tx
    .delete(savedCartLines)
    .where(and(eq(savedCartLines.userId, userId), inArray(savedCartLines.variantId, [...bought])));
}

/** Makes the saved cart hold exactly these lines. What this login does not see of the catalog stays as it was. */
export async function saveCart(tx: Database, userId: number, lines: readonly CartLine[]): Promise<void> {
  const ids = lines.map((line) => line.variantId);
  await tx
    .delete(savedCartLines)
    .where(and(eq(savedCartLines.userId, userId), ids.length ? notInArray(savedCartLines.variantId, ids) : undefined));
  if (!lines.length) return;
  const rows = lines.map((line, position) => ({ ...line, position }));
  // A variant that is gone by now is not worth an error.
  await tx.execute(sql`
    insert into saved_cart_lines (user_id, variant_id, quantity, position)
    select ${userId}, l."variantId", l.quantity, l.position
    from json_to_recordset(${JSON.stringify(rows)}::json) as l("variantId" int, quantity int, position int)
    join ${variants} v on v.id = l."variantId"
    on conflict (user_id, variant_id) do update set quantity = excluded.quantity, position = excluded.position, updated_at = now()
    where (saved_cart_lines.quantity, saved_cart_lines.position) is distinct from (excluded.quantity, excluded.position)`);
}

/**
 * At sign-in: the browser's cart and the saved one become one, and the account keeps it.
 * @returns the lines that it keeps, and how many of them differ from what the browser held
 */
export async function uniteCarts(tx: Database, userId: number, browser: readonly CartLine[]) {
  const saved = await cartToChange(tx, userId);
  const sellable = await sellableOf(
    tx,
    [...browser, ...saved].map((line) => line.variantId),
  );
  const { lines, changed } = unite(browser, saved, sellable, maxLines);
  await saveCart(tx, userId, lines);
  return { lines: await savedLines(tx, userId), changed };
}
