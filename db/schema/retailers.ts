import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  date,
  doublePrecision,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
  time,
  timestamp,
  unique,
} from "drizzle-orm/pg-core";
import { users } from "./accounts";

export const retailerStatus = pgEnum("retailer_status", ["pending", "active", "paused", "suspended", "refused"]);
export const memberRole = pgEnum("member_role", ["owner", "staff"]);

export const retailers = pgTable(
  "retailers",
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    handle: text().notNull().unique(),
    name: text().notNull(),
    tagline: text().notNull().default(""),
    description: text().notNull().default(""),
    trade: text().notNull().default(""),
    status: retailerStatus().notNull().default("pending"),
    /** Why staff refused or suspended it, told to its owner. */
    statusNote: text("status_note").notNull().default(""),
    email: text(),
    phone: text(),
    addressLine: text("address_line").notNull().default(""),
    postcode: text().notNull().default(""),
    city: text().notNull().default(""),
    country: text().notNull(),
    latitude: doublePrecision(),
    longitude: doublePrecision(),
    /** IANA name; opening hours are local to it. */
    timezone: text().notNull(),
    /** Degrees on the colour wheel for its banner and placeholders. */
    hue: smallint().notNull().default(30),
    /** The name of its largest size, once there is one; `bannerOriginal` is in `picture_files`. */
    banner: text(),
    bannerOriginal: text("banner_original"),
    delivers: boolean().notNull().default(true),
    picksUp: boolean("picks_up").notNull().default(true),
    /** Metres around the shop; null delivers anywhere. */
    deliveryRadius: integer("delivery_radius"),
    /** Money in minor units of the market's currency. */
    minimumOrder: bigint("minimum_order", { mode: "number" }).notNull().default(0),
    deliveryFee: bigint("delivery_fee", { mode: "number" }).notNull().default(0),
    freeAbove: bigint("free_above", { mode: "number" }),
    preparation: text().notNull().default(""),
    /** At so many pieces and fewer a variant is said to run low. */
    lowStock: integer("low_stock").notNull().default(5),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    index("retailers_banner_original").on(t.bannerOriginal).where(sql`banner_original is not null`),
    // Those that wait come first.
    index("retailers_listed").on(sql`(${t.status} <> 'pending')`, sql`lower(${t.name})`, t.id),
    index("retailers_by_status").on(t.status, sql`lower(${t.name})`, t.id),
    index("retailers_search").using("gin", sql`lower(${t.name}) gin_trgm_ops`),
    index("retailers_by_city").on(sql`lower(${t.city}) text_pattern_ops`),
    index("retailers_by_trade").on(sql`lower(${t.trade}) text_pattern_ops`),
    check("retailers_handle_shape", sql`${t.handle} ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`),
    check("retailers_country_code", sql`${t.country} ~ '^[A-Z]{2}$'`),
    check("retailers_position", sql`${t.latitude} between -90 and 90 and ${t.longitude} between -180 and 180`),
    check("retailers_money", sql`${t.minimumOrder} >= 0 and ${t.deliveryFee} >= 0 and ${t.freeAbove} >= 0`),
    check("retailers_low_stock", sql`${t.lowStock} between 0 and 10000`),
    check("retailers_radius", sql`${t.deliveryRadius} > 0`),
    check("retailers_hands_over", sql`${t.delivers} or ${t.picksUp}`),
  ],
);

export const retailerMembers = pgTable(
  "retailer_members",
  {
    retailerId: integer("retailer_id")
      .notNull()
      .references(() => retailers.id, { onDelete: "cascade" }),
    userId: integer("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    role: memberRole().notNull(),
  },
  (t) => [primaryKey({ columns: [t.retailerId, t.userId] }), index("retailer_members_user").on(t.userId)],
);

/** A day that differs from the week's hours: closed, or open in this shift alone. Several shifts are several rows. */
export const hoursExceptions = pgTable(
  "hours_exceptions",
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    retailerId: integer("retailer_id")
      .notNull()
      .references(() => retailers.id, { onDelete: "cascade" }),
    /** In the shop's own time zone. */
    day: date({ mode: "string" }).notNull(),
    /** Null with `closes` for a day on which the shop stays closed. */
    opens: time(),
    closes: time(),
    /** What the day is, as a holiday's name. */
    name: text().notNull().default(""),
  },
  (t) => [
    unique("hours_exceptions_shift").on(t.retailerId, t.day, t.opens).nullsNotDistinct(),
    check("hours_exceptions_both", sql`(${t.opens} is null) = (${t.closes} is null)`),
  ],
);

/** One row for each shift; `closes` at or before `opens` ends on the next day. */
export const openingHours = pgTable(
  "opening_hours",
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    retailerId: integer("retailer_id")
      .notNull()
      .references(() => retailers.id, { onDelete: "cascade" }),
    /** 0 is Sunday, as in `Date.prototype.getDay`. */
    weekday: smallint().notNull(),
    opens: time().notNull(),
    closes: time().notNull(),
  },
  (t) => [
    unique("opening_hours_shift").on(t.retailerId, t.weekday, t.opens),
    check("opening_hours_weekday", sql`${t.weekday} between 0 and 6`),
  ],
);
