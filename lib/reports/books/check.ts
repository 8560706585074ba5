import { type SQL, sql } from "drizzle-orm";
import { transaction } from "@/db/client";
import { bookChecks } from "@/db/schema";
import { undone } from "@/db/schema/order-transitions";
import { type BookCheckView, type BookName, bookNames } from "./views";

/** Differences of one book that are kept. */
const kept = 100;

/** Each gives a row for everything that it compares: what is booked, and what its parts come to. */
const books: Record<BookName, SQL> = {
  stock: sql`
    select v.id::text as record, v.stock::bigint as booked, coalesce(l.sum, 0)::bigint as counted
    from variants v left join (select variant_id, sum(delta) as sum from stock_ledger group by variant_id) l on l.variant_id = v.id`,
  order_lines: sql`
    select o.number as record, o.subtotal as booked, coalesce(l.sum, 0)::bigint as counted
    from orders o left join (select order_id, sum(total) as sum from order_lines group by order_id) l on l.order_id = o.id`,
  order_totals: sql`select number as record, total as booked, subtotal - discount + shipping as counted from orders`,
  sold_counts: sql`
    select p.id::text as record, p.sold_count::bigint as booked, coalesce(l.sum, 0)::bigint as counted
    from products p left join (
      select l.product_id, sum(l.quantity) as sum from order_lines l join orders o on o.id = l.order_id
      where o.status::text <> all (${sql.param([...undone])}) group by l.product_id) l on l.product_id = p.id`,
  // The position of a status in its list stands for it: the last one of the log is the order's.
  order_status: sql`
    select o.number as record, array_position(enum_range(null::order_status), o.status)::bigint as booked,
      coalesce(array_position(enum_range(null::order_status), l.to_status), 0)::bigint as counted
    from orders o left join lateral (
      select to_status from order_status_log where order_id = o.id order by id desc limit 1) l on true`,
};

type Row = { record: string; booked: string; counted: string };

type Compared = { name: BookName; compared: number; found: number; differences: Row[] | null };

const compare = (name: BookName): SQL => sql`(
  with book as materialized (${books[name]})
  select ${name}::text as name, (select count(*)::int from book) as compared,
    (select count(*)::int from book where booked is distinct from counted) as found,
    (select jsonb_agg(jsonb_build_object('record', record, 'booked', booked::text, 'counted', counted::text))
      from (select * from book where booked is distinct from counted order by record limit ${kept}) d) as differences)`;

/** Compares everything that is kept twice, in one statement: all of it as it stood at one moment. Writes down what was found. */
export async function checkBooks(): Promise<BookCheckView> {
  const began = performance.now();
  return transaction({ tier: "worker", userId: null }, async (tx) => {
    await tx.execute(sql`select set_config('statement_timeout', '900s', true)`);
    const { rows } = await tx.execute<Compared>(sql.join(bookNames.map(compare), sql` union all `));
    const by = (value: (book: Compared) => number) => Object.fromEntries(rows.map((book) => [book.name, value(book)]));
    const [row] = await tx
      .insert(bookChecks)
      .values({
        took: Math.round(performance.now() - began),
        compared: by(({ compared }) => compared),
        found: by(({ found }) => found),
        differences: rows.flatMap(({ name, differences }) =>
          (differences ?? []).map((each) => ({ check: name, ...each })),
        ),
      })
      .returning();
    return viewOf(row!);
  });
}

/** What was written down, as it is shown. */
export function viewOf({ at, took, compared, found, differences }: typeof bookChecks.$inferSelect): BookCheckView {
  return {
    at: at.toISOString(),
    took,
    books: bookNames.map((name) => ({
      name,
      compared: compared[name] ?? 0,
      found: found[name] ?? 0,
      differences: differences.flatMap(({ check, ...rest }) => (check === name ? [rest] : [])),
    })),
  };
}
