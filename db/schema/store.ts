import { bigint, index, integer, pgSchema, text, timestamp } from "drizzle-orm/pg-core";

/** A schema of its own, so that only the login that checks codes is granted anything in it. */
export const codes = pgSchema("codes");

/** A one-time code that waits for its answer. `key` and `hash` are HMACs: neither person nor code stands here. */
export const storedCodes = codes.table(
  "code",
  {
    key: text().primaryKey(),
    hash: text().notNull(),
    attempts: integer().notNull().default(0),
    expiresAt: timestamp("expires_at", { withTimezone: true }).notNull(),
  },
  (t) => [index("code_expires_at").on(t.expiresAt)],
);

/** What was taken from a rate limit: parallel lists of moments (ms since 1970) and amounts, oldest first. */
export const rateHits = codes.table(
  "hit",
  {
    bucket: text().primaryKey(),
    moments: bigint({ mode: "number" }).array().notNull().default([]),
    amounts: integer().array().notNull().default([]),
    expiresAt: timestamp("expires_at", { withTimezone: true }).notNull(),
  },
  (t) => [index("hit_expires_at").on(t.expiresAt)],
);
