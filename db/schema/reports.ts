import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
} from "drizzle-orm/pg-core";

const at = (name: string) => timestamp(name, { withTimezone: true });
/** The day on the clock of the shop. */
const shopDay = () => date("day", { mode: "string" }).notNull();
/** Minor units of the market's currency. */
const amount = (name: string) => bigint(name, { mode: "number" }).notNull();

/**
 * What each shop sold on each of its days; made from the orders by `lib/reports/cells`, never added to. What counts and
 * what revenue is stands there.
 */
export const salesByDay = pgTable(
  "sales_by_day",
  {
    retailerId: integer("retailer_id").notNull(),
    day: shopDay(),
    /** Orders that were placed, whatever became of them. */
    placed: integer().notNull(),
    /** Those of them that count, their pieces and their money. */
    orders: integer().notNull(),
    units: integer().notNull(),
    revenue: amount("revenue"),
    shipping: amount("shipping"),
    /** The time zone that the days were counted by. */
    timezone: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.retailerId, t.day] }),
    index("sales_by_day_market").on(t.day, t.retailerId),
    check("sales_by_day_counts", sql`${t.orders} between 0 and ${t.placed}`),
  ],
);

/** The same by product. A product that is gone is 0, and so is the category of what stands in none. */
export const productSalesByDay = pgTable(
  "product_sales_by_day",
  {
    retailerId: integer("retailer_id").notNull(),
    day: shopDay(),
    productId: integer("product_id").notNull(),
    /** Where the product stands now: moving it moves what it sold. */
    categoryId: integer("category_id").notNull(),
    units: integer().notNull(),
    revenue: amount("revenue"),
  },
  (t) => [
    primaryKey({ columns: [t.retailerId, t.day, t.productId] }),
    // With what is summed, so that the sums of the whole market are read from the index alone.
    index("product_sales_by_day_market").on(t.day, t.productId, t.units, t.revenue),
    index("product_sales_by_day_product").on(t.productId, t.day),
  ],
);

/** The sums of those by category, without what stands below it. */
export const categorySalesByDay = pgTable(
  "category_sales_by_day",
  {
    retailerId: integer("retailer_id").notNull(),
    day: shopDay(),
    categoryId: integer("category_id").notNull(),
    units: integer().notNull(),
    revenue: amount("revenue"),
  },
  (t) => [
    primaryKey({ columns: [t.retailerId, t.day, t.categoryId] }),
    index("category_sales_by_day_market").on(t.day, t.categoryId, t.units, t.revenue),
  ],
);

/**
 * A basket that began: the first thing of a shop in a cart that held nothing of it. Rows wait here until they are counted,
 * and go in the transaction that counts them.
 */
export const basketStarts = pgTable("basket_starts", {
  id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
  retailerId: integer("retailer_id").notNull(),
  at: at("at").notNull().defaultNow(),
});

/** How many began on each day of a shop. */
export const basketsByDay = pgTable(
  "baskets_by_day",
  { retailerId: integer("retailer_id").notNull(), day: shopDay(), begun: integer().notNull() },
  (t) => [primaryKey({ columns: [t.retailerId, t.day] }), index("baskets_by_day_market").on(t.day, t.retailerId)],
);

/** One row: until when all that happened is in the figures. It is missing until they were made for the first time. */
export const reportState = pgTable(
  "report_state",
  { single: boolean().primaryKey().default(true), asOf: at("as_of").notNull() },
  (t) => [check("report_state_single", sql`${t.single}`)],
);
