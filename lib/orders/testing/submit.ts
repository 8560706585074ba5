import { sql } from "drizzle-orm";
import type * as z from "zod";
import type { Database } from "@/db/client";
import { parseCart } from "@/lib/cart/cookie";
import { saveCart } from "@/lib/cart/saved";
import type { Context } from "@/lib/web/context";
import type { Operation } from "@/lib/web/operation";

let counter = 0;

/** A key that no other submit has. */
export function freshKey(): string {
  counter += 1;
  return `test-key-${counter}`;
}

export const address = { line1: "Marktplatz 1", postcode: "10115", city: "Berlin", country: "DE" };
export const contact = { name: "Sara Shopper", email: "sara@example.com", phone: "+49 30 1234567" };

type WithCart<T> = T & { cart?: string };

/** An operation as a shopper meets it whose saved cart holds what `cart` of the input says, in the words of the cookie. */
export function withCart<I extends z.ZodType, O extends z.ZodType>(operation: Operation<I, O>, owner: () => Database) {
  async function fill(context: Context, input: unknown): Promise<z.input<I>> {
    const { cart, ...rest } = input as WithCart<object>;
    const { userId } = await context.actor();
    if (userId !== null && cart !== undefined) {
      await owner().transaction((tx) => saveCart(tx, userId, parseCart(cart)));
    }
    return rest as z.input<I>;
  }
  return {
    /** Puts `cart` into the saved cart; what is left of the input may be given to the others. */
    fill,
    safe: async (context: Context, input: unknown) => operation.safe(context, await fill(context, input)),
    call: async (context: Context, input: WithCart<z.input<I>>) => operation.call(context, await fill(context, input)),
  };
}

/** A complete submit of these `[variant id, quantity]` lines, as the form sends it; for {@link withCart}. */
export function submitOf(lines: readonly (readonly [number, number])[], over: Record<string, unknown> = {}) {
  const cart = lines.map(([variantId, quantity]) => `${variantId}x${quantity}`).join(".");
  return { idempotencyKey: freshKey(), cart, contact, address, ...over };
}

/** How many rows each table holds; the code store apart, where rate limits count on their own. */
export async function rowCounts(owner: Database): Promise<Record<string, number>> {
  const { rows } = await owner.execute<{ table: string; rows: number }>(sql`
    select tablename as table, (xpath('/row/n/text()', query_to_xml(format('select count(*) as n from %I', tablename), false, true, '')))[1]::text::int as rows
    from pg_tables where schemaname = 'public' order by tablename`);
  return Object.fromEntries(rows.map((row) => [row.table, row.rows]));
}

/** Variants whose stock is negative or not the sum of their ledger; there must be none at any time. */
export async function brokenLedgers(owner: Database): Promise<unknown[]> {
  const { rows } = await owner.execute(sql`
    select v.id, v.stock, coalesce(sum(l.delta), 0)::int as ledger
    from variants v left join stock_ledger l on l.variant_id = v.id
    group by v.id having v.stock < 0 or v.stock <> coalesce(sum(l.delta), 0)`);
  return rows;
}
