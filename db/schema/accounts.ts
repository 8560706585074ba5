import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";

const at = (name: string) => timestamp(name, { withTimezone: true });

/** Roles that staff hold. A customer is anybody with an account; a retailer is a member of a shop. */
export const staffRole = pgEnum("staff_role", ["product_manager", "operator", "supervisor", "admin"]);

export const users = pgTable(
  "users",
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    name: text().notNull().default(""),
    email: text(),
    phone: text(),
    emailConfirmedAt: at("email_confirmed_at"),
    phoneConfirmedAt: at("phone_confirmed_at"),
    locale: text(),
    active: boolean().notNull().default(true),
    /** A second address or number given at registration: shown to its owner to be confirmed, never signed in with. */
    unconfirmed: text(),
    deletedAt: at("deleted_at"),
    /** Raised by demotion and reset: every token with a lower version is dead. */
    sessionVersion: integer("session_version").notNull().default(1),
    /**
     * The highest of what the person is, for lists by role: 0 a shopper, 1 with a shop, then the staff roles in their
     * order from 2. Kept by triggers over `user_roles` and `retailer_members`.
     */
    standing: smallint().notNull().default(0),
    /** A column, not an expression: `lower` is not leakproof, and a position by it would not reach its index under row-level security. */
    nameKey: text("name_key").generatedAlwaysAs(sql`lower(name)`),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (t) => [
    index("users_name").on(t.nameKey, t.id),
    index("users_phone").on(sql`(coalesce(${t.phone}, '~')) collate "C"`, t.id),
    index("users_active").on(t.active, t.id),
    index("users_standing").on(t.standing, t.id),
    index("users_joined").on(t.createdAt, t.id),
    uniqueIndex("users_email_key").on(sql`lower(${t.email})`),
    uniqueIndex("users_phone_key").on(t.phone),
    index("users_search").using(
      "gin",
      sql`lower(${t.name}) gin_trgm_ops`,
      sql`lower(coalesce(${t.email}, '')) gin_trgm_ops`,
      sql`coalesce(${t.phone}, '') gin_trgm_ops`,
    ),
    check("users_reachable", sql`${t.email} is not null or ${t.phone} is not null or not ${t.active}`),
    check("users_phone_e164", sql`${t.phone} ~ '^\\+[1-9][0-9]{6,14}$'`),
    check("users_name_length", sql`length(${t.name}) <= 120`),
  ],
);

export const userRoles = pgTable(
  "user_roles",
  {
    userId: integer("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    role: staffRole().notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.role] }), index("user_roles_role").on(t.role, t.userId)],
);

/** Apart from `users`, so that a login that may read a name can never read a hash. */
export const credentials = pgTable("credentials", {
  userId: integer("user_id")
    .primaryKey()
    .references(() => users.id, { onDelete: "cascade" }),
  passwordHash: text("password_hash").notNull(),
  mustChange: boolean("must_change").notNull().default(false),
  updatedAt: at("updated_at").notNull().defaultNow(),
});

export const sessions = pgTable(
  "sessions",
  {
    id: uuid().primaryKey().defaultRandom(),
    userId: integer("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    version: integer().notNull(),
    userAgent: text("user_agent").notNull().default(""),
    /** Network of the last use, its last part left out: enough to recognise a place, too little to follow somebody. */
    network: text().notNull().default(""),
    createdAt: at("created_at").notNull().defaultNow(),
    lastSeenAt: at("last_seen_at").notNull().defaultNow(),
    expiresAt: at("expires_at").notNull(),
    revokedAt: at("revoked_at"),
  },
  (t) => [index("sessions_user").on(t.userId)],
);

/** One row for each refresh token of a session; a second use of one revokes the session. */
export const refreshTokens = pgTable(
  "refresh_tokens",
  {
    hash: text().primaryKey(),
    sessionId: uuid("session_id")
      .notNull()
      .references(() => sessions.id, { onDelete: "cascade" }),
    usedAt: at("used_at"),
    expiresAt: at("expires_at").notNull(),
  },
  (t) => [index("refresh_tokens_session").on(t.sessionId)],
);

/** What a registration filled in, kept beside its code until that proves the address. */
export const registrations = pgTable(
  "registrations",
  {
    /** SHA-256 of the code's challenge. */
    challengeHash: text("challenge_hash").primaryKey(),
    name: text().notNull(),
    email: text(),
    phone: text(),
    passwordHash: text("password_hash"),
    /** What a retailer applies with; absent for a shopper. */
    shop: jsonb(),
    expiresAt: at("expires_at").notNull(),
  },
  (t) => [index("registrations_expiry").on(t.expiresAt)],
);

/** The second factor of a staff account (TOTP, RFC 6238); the secret is encrypted with a key derived from AUTH_SECRET. */
export const twoFactors = pgTable("two_factors", {
  userId: integer("user_id")
    .primaryKey()
    .references(() => users.id, { onDelete: "cascade" }),
  secret: text().notNull(),
  /** Null while it is being set up. */
  confirmedAt: at("confirmed_at"),
  /** The last time step that was used: no code works twice. */
  lastStep: bigint("last_step", { mode: "number" }).notNull().default(0),
});

export const recoveryCodes = pgTable(
  "recovery_codes",
  {
    userId: integer("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    hash: text().notNull(),
    usedAt: at("used_at"),
  },
  (t) => [primaryKey({ columns: [t.userId, t.hash] })],
);

/** Where a person has things sent. One of them is the default as long as there is any. */
export const addresses = pgTable(
  "addresses",
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    userId: integer("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    name: text().notNull(),
    organization: text().notNull().default(""),
    line1: text().notNull(),
    line2: text().notNull().default(""),
    /** A part of the city, where post is sorted by it. */
    district: text().notNull().default(""),
    city: text().notNull().default(""),
    /** State, province, emirate or prefecture, where an address has one. */
    region: text().notNull().default(""),
    postcode: text().notNull().default(""),
    country: text().notNull(),
    phone: text().notNull().default(""),
    isDefault: boolean("is_default").notNull().default(false),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (t) => [
    index("addresses_user").on(t.userId, t.id),
    uniqueIndex("addresses_one_default").on(t.userId).where(sql`${t.isDefault}`),
    check("addresses_country_code", sql`${t.country} ~ '^[A-Z]{2}$'`),
  ],
);
