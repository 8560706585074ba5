import { integer, jsonb, pgTable, timestamp } from "drizzle-orm/pg-core";

/** A look through the books: what was compared, and what does not agree. */
export const bookChecks = pgTable("book_checks", {
  id: integer().primaryKey().generatedAlwaysAsIdentity(),
  at: timestamp({ withTimezone: true }).notNull().defaultNow(),
  /** Milliseconds. */
  took: integer().notNull(),
  /** Records compared, by check. */
  compared: jsonb().$type<Record<string, number>>().notNull(),
  /** Differences by check; at most a hundred of each are kept in `differences`. */
  found: jsonb().$type<Record<string, number>>().notNull(),
  differences: jsonb().$type<{ check: string; record: string; booked: string; counted: string }[]>().notNull(),
});
