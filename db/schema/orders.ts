import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  smallint,
  text,
  timestamp,
  unique,
} from "drizzle-orm/pg-core";
import { users } from "./accounts";
import { products, variants } from "./catalog";
import { retailers } from "./retailers";

const at = (name: string) => timestamp(name, { withTimezone: true });

export const orderStatus = pgEnum("order_status", [
  "pending",
  "confirmed",
  "preparing",
  "ready_for_pickup",
  "picked_up",
  "out_for_delivery",
  "delivered",
  "rejected",
  "cancelled",
  "returned",
]);
export const paymentStatus = pgEnum("payment_status", ["due", "paid", "refunded"]);
export const paymentMethod = pgEnum("payment_method", ["cash_on_delivery", "cash_on_pickup"]);
export const fulfilment = pgEnum("fulfilment", ["delivery", "pickup"]);

/** Where an order goes. `postcode` and `city` are "" in a country without them. */
export type Address = {
  organization?: string;
  line1: string;
  line2?: string;
  district?: string;
  city: string;
  region?: string;
  postcode: string;
  country: string;
};

/** What a shopper sent at once: one order for each retailer hangs on it. */
export const submits = pgTable(
  "submits",
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    number: integer().notNull().unique().generatedAlwaysAsIdentity({ name: "order_numbers", startWith: 1001 }),
    userId: integer("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "restrict" }),
    idempotencyKey: text("idempotency_key").notNull(),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (t) => [unique("submits_once").on(t.userId, t.idempotencyKey)],
);

export const orders = pgTable(
  "orders",
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    submitId: integer("submit_id")
      .notNull()
      .references(() => submits.id, { onDelete: "restrict" }),
    retailerId: integer("retailer_id")
      .notNull()
      .references(() => retailers.id, { onDelete: "restrict" }),
    userId: integer("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "restrict" }),
    number: text().notNull().unique(),
    status: orderStatus().notNull().default("pending"),
    paymentStatus: paymentStatus("payment_status").notNull().default("due"),
    paymentMethod: paymentMethod("payment_method").notNull(),
    fulfilment: fulfilment().notNull(),
    contactName: text("contact_name").notNull(),
    contactEmail: text("contact_email").notNull(),
    contactPhone: text("contact_phone").notNull(),
    address: jsonb().$type<Address>(),
    note: text().notNull().default(""),
    currency: text().notNull(),
    /** Money in minor units of `currency`. */
    subtotal: bigint({ mode: "number" }).notNull(),
    discount: bigint({ mode: "number" }).notNull().default(0),
    shipping: bigint({ mode: "number" }).notNull(),
    total: bigint({ mode: "number" }).notNull(),
    weight: integer().notNull(),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (t) => [
    unique("orders_one_per_retailer").on(t.submitId, t.retailerId),
    index("orders_user").on(t.userId, t.id.desc()),
    // Boards are of one status and one way of handing over, by the time of placing; several are merged from these.
    index("orders_retailer").on(t.retailerId, t.status, t.fulfilment, t.createdAt, t.id),
    index("orders_retailer_newest").on(t.retailerId, t.id.desc()),
    // The rows behind a figure of a period: of the market, of a shop, and of what does not count any more.
    index("orders_by_time").on(t.createdAt, t.id),
    index("orders_retailer_by_time").on(t.retailerId, t.createdAt, t.id),
    index("orders_undone").on(t.createdAt, t.id).where(sql`status in ('cancelled', 'rejected', 'returned')`),
    index("orders_status").on(t.status, t.fulfilment, t.createdAt, t.id),
    check("orders_total", sql`${t.total} = ${t.subtotal} - ${t.discount} + ${t.shipping}`),
    check("orders_money", sql`${t.discount} >= 0 and ${t.shipping} >= 0 and ${t.discount} <= ${t.subtotal}`),
    check("orders_address", sql`${t.fulfilment} = 'pickup' or ${t.address} is not null`),
    check(
      "orders_way",
      sql`${t.fulfilment} = case when ${t.status} in ('ready_for_pickup', 'picked_up') then 'pickup'::fulfilment when ${t.status} in ('out_for_delivery', 'delivered') then 'delivery'::fulfilment else ${t.fulfilment} end`,
    ),
    check("orders_payment", sql`(${t.fulfilment} = 'delivery') = (${t.paymentMethod} = 'cash_on_delivery')`),
  ],
);

/** Snapshots: what the shopper bought stays readable when the product changes or goes. */
export const orderLines = pgTable(
  "order_lines",
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    orderId: integer("order_id")
      .notNull()
      .references(() => orders.id, { onDelete: "restrict" }),
    position: smallint().notNull(),
    productId: integer("product_id").references(() => products.id, { onDelete: "set null" }),
    variantId: integer("variant_id").references(() => variants.id, { onDelete: "set null" }),
    name: text().notNull(),
    options: text().notNull().default(""),
    sku: text(),
    unitPrice: bigint("unit_price", { mode: "number" }).notNull(),
    quantity: integer().notNull(),
    total: bigint({ mode: "number" }).notNull(),
    weight: integer().notNull(),
  },
  (t) => [
    unique("order_lines_position").on(t.orderId, t.position),
    index("order_lines_variant").on(t.variantId),
    index("order_lines_product").on(t.productId, t.orderId),
    check("order_lines_quantity", sql`${t.quantity} > 0`),
    check("order_lines_total", sql`${t.total} = ${t.unitPrice} * ${t.quantity}`),
  ],
);

export const orderStatusLog = pgTable(
  "order_status_log",
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    orderId: integer("order_id")
      .notNull()
      .references(() => orders.id, { onDelete: "cascade" }),
    from: orderStatus("from_status"),
    to: orderStatus("to_status").notNull(),
    userId: integer("user_id"),
    note: text().notNull().default(""),
    at: at("at").notNull().defaultNow(),
  },
  (t) => [index("order_status_log_order").on(t.orderId, t.id)],
);
