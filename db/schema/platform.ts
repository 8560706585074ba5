import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  customType,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  timestamp,
} from "drizzle-orm/pg-core";

const at = (name: string) => timestamp(name, { withTimezone: true });
const bytea = customType<{ data: Buffer }>({ dataType: () => "bytea" });

/** The outbox: written in the transaction of the operation, delivered after its commit. */
export const events = pgTable("events", {
  id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
  name: text().notNull(),
  payload: jsonb().$type<Record<string, unknown>>().notNull(),
  userId: integer("user_id"),
  at: at("at").notNull().defaultNow(),
});

/** Written by triggers. `position` and the hashes are filled when the transaction commits, one transaction at a time. */
export const auditLog = pgTable(
  "audit_log",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    at: at("at").notNull().defaultNow(),
    userId: integer("user_id"),
    login: text().notNull(),
    action: text().notNull(),
    relation: text().notNull(),
    record: text().notNull(),
    before: jsonb(),
    after: jsonb(),
    position: bigint({ mode: "number" }).unique(),
    previousHash: text("previous_hash"),
    hash: text(),
  },
  (t) => [
    index("audit_log_record").on(t.relation, t.record, t.id),
    index("audit_log_person").on(t.userId, t.id),
    index("audit_log_relation").on(t.relation, t.id),
    index("audit_log_at").on(t.at, t.id),
  ],
);

/** The key that `app_uid()` checks signatures with, in one row that the owner alone can read; see db/actor.ts. */
export const actorKey = pgTable(
  "actor_key",
  {
    single: boolean().primaryKey().default(true),
    inner: bytea("inner_pad").notNull(),
    outer: bytea("outer_pad").notNull(),
  },
  (t) => [check("actor_key_single", sql`${t.single}`)],
);
