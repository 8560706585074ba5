import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  bigint,
  boolean,
  check,
  customType,
  foreignKey,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  unique,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { users } from "./accounts";
import { retailers } from "./retailers";

const at = (name: string) => timestamp(name, { withTimezone: true });
const tsvector = customType<{ data: string }>({ dataType: () => "tsvector" });

export const productStatus = pgEnum("product_status", ["draft", "published", "archived"]);
export const stockReason = pgEnum("stock_reason", ["initial", "import", "order", "cancel", "return", "adjust"]);

/** An endless tree. `path` (slugs from the root) and `lineage` (ids from the root, itself last) are kept by a trigger. */
export const categories = pgTable(
  "categories",
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    parentId: integer("parent_id").references((): AnyPgColumn => categories.id, { onDelete: "restrict" }),
    name: text().notNull(),
    slug: text().notNull(),
    /** The id in the taxonomy that it was loaded from. */
    externalId: text("external_id").unique(),
    position: integer().notNull().default(0),
    path: text().notNull().default(""),
    lineage: integer().array().notNull().default(sql`'{}'`),
  },
  (t) => [
    unique("categories_sibling_slug").on(t.parentId, t.slug).nullsNotDistinct(),
    uniqueIndex("categories_path").on(t.path),
    index("categories_lineage").using("gin", t.lineage),
    index("categories_search").using("gin", sql`lower(${t.name}) gin_trgm_ops`),
    index("categories_children").on(t.parentId, t.position, t.name, t.id),
    check("categories_slug_shape", sql`${t.slug} ~ '^[^/[:space:]?#%]+$'`),
    check("categories_not_own_parent", sql`${t.parentId} <> ${t.id}`),
  ],
);

/** Where a product or category was found before: its page leads on to where it is now. Written by triggers. */
export const oldAddresses = pgTable(
  "old_addresses",
  {
    kind: text({ enum: ["product", "category"] }).notNull(),
    /** A product's slug, a category's path. */
    address: text().notNull(),
    recordId: integer("record_id").notNull(),
    at: at("at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.kind, t.address] }), index("old_addresses_record").on(t.kind, t.recordId)],
);

export const brands = pgTable(
  "brands",
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    name: text().notNull(),
    slug: text().notNull().unique(),
  },
  (t) => [
    uniqueIndex("brands_name_key").on(sql`lower(${t.name})`),
    index("brands_search").using("gin", sql`lower(${t.name}) gin_trgm_ops`),
  ],
);

export const products = pgTable(
  "products",
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    retailerId: integer("retailer_id")
      .notNull()
      .references(() => retailers.id, { onDelete: "restrict" }),
    categoryId: integer("category_id").references(() => categories.id, { onDelete: "restrict" }),
    brandId: integer("brand_id").references(() => brands.id, { onDelete: "set null" }),
    /** Stable identity inside the retailer's own files. */
    key: text().notNull(),
    slug: text().notNull().unique(),
    name: text().notNull(),
    /** HTML, cleaned before it is stored. */
    description: text().notNull().default(""),
    status: productStatus().notNull().default("draft"),
    soldCount: integer("sold_count").notNull().default(0),
    createdAt: at("created_at").notNull().defaultNow(),
    updatedAt: at("updated_at").notNull().defaultNow(),
    search: tsvector()
      .notNull()
      .generatedAlwaysAs(
        sql`setweight(to_tsvector('simple', name), 'A') || setweight(to_tsvector('simple', regexp_replace(description, '<[^>]*>', ' ', 'g')), 'C')`,
      ),
  },
  (t) => [
    unique("products_retailer_key").on(t.retailerId, t.key),
    unique("products_id_retailer").on(t.id, t.retailerId),
    index("products_category").on(t.categoryId, t.id.desc()).where(sql`status = 'published'`),
    index("products_retailer").on(t.retailerId, t.id.desc()).where(sql`status = 'published'`),
    index("products_newest").on(t.id.desc()).where(sql`status = 'published'`),
    index("products_best").on(t.soldCount.desc(), t.id.desc()).where(sql`status = 'published'`),
    index("products_brand").on(t.brandId),
    index("products_search").using("gin", t.search),
    // The lists of those who keep the catalog, whatever the status; the newest stand at the end, as in the primary key.
    index("products_of_retailer").on(t.retailerId, t.id),
    index("products_by_status").on(t.status, t.id),
    index("products_of_retailer_by_status").on(t.retailerId, t.status, t.id),
    index("products_by_name").on(sql`lower(${t.name})`, t.id),
    index("products_of_retailer_by_name").on(t.retailerId, sql`lower(${t.name})`, t.id),
    index("products_by_sold").on(t.soldCount, t.id),
    index("products_of_retailer_by_sold").on(t.retailerId, t.soldCount, t.id),
    index("products_in_category").on(t.categoryId, t.id),
    index("products_by_key").on(sql`lower(${t.key}) text_pattern_ops`),
    check("products_name_length", sql`length(${t.name}) between 1 and 300`),
    check("products_sold", sql`${t.soldCount} >= 0`),
  ],
);

export const productOptions = pgTable(
  "product_options",
  {
    productId: integer("product_id")
      .notNull()
      .references(() => products.id, { onDelete: "cascade" }),
    position: smallint().notNull(),
    name: text().notNull(),
    values: text().array().notNull(),
  },
  (t) => [primaryKey({ columns: [t.productId, t.position] })],
);

export const variants = pgTable(
  "variants",
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    productId: integer("product_id").notNull(),
    retailerId: integer("retailer_id").notNull(),
    position: smallint().notNull().default(0),
    sku: text(),
    barcode: text(),
    /** Aligned with the product's options by position. */
    optionValues: text("option_values").array().notNull().default(sql`'{}'`),
    /** Minor units of the market's currency. */
    price: bigint({ mode: "number" }).notNull(),
    stock: integer().notNull().default(0),
    /** Grams. */
    weight: integer().notNull().default(0),
    minQuantity: integer("min_quantity").notNull().default(1),
    maxQuantity: integer("max_quantity"),
    active: boolean().notNull().default(true),
  },
  (t) => [
    foreignKey({
      name: "variants_product",
      columns: [t.productId, t.retailerId],
      foreignColumns: [products.id, products.retailerId],
    }).onDelete("cascade"),
    unique("variants_options").on(t.productId, t.optionValues),
    uniqueIndex("variants_sku").on(t.retailerId, t.sku),
    index("variants_stock_level").on(t.retailerId, t.stock, t.id),
    index("variants_by_sku").on(sql`lower(${t.sku}) text_pattern_ops`),
    index("variants_by_price").on(t.price, t.id),
    index("variants_of_retailer_by_price").on(t.retailerId, t.price, t.id),
    check("variants_price", sql`${t.price} >= 0`),
    check("variants_stock", sql`${t.stock} >= 0`),
    check("variants_weight", sql`${t.weight} >= 0`),
    check("variants_min", sql`${t.minQuantity} >= 1`),
    check("variants_max", sql`${t.maxQuantity} >= ${t.minQuantity}`),
  ],
);

/** Pictures whose bytes we keep, by the SHA-256 of the original. Rows of others name them; jobs make sizes, and sweep. */
export const pictureFiles = pgTable(
  "picture_files",
  {
    hash: text().primaryKey(),
    /** The name of the largest size made of it; null until there are sizes. */
    stored: text(),
    /** Why there will be none, as `pictures.problem`. */
    problem: text(),
    /** How often making them was begun: one that ends the process is not begun for ever. */
    tries: smallint().notNull().default(0),
    /** When it was brought last. */
    at: at("at").notNull().defaultNow(),
  },
  (t) => [
    index("picture_files_due").on(t.at.desc()).where(sql`stored is null and problem is null`),
    index("picture_files_age").on(t.at),
    check("picture_files_hash", sql`${t.hash} ~ '^[0-9a-f]{64}$'`),
  ],
);

/** `original` is our copy of what came, `stored` the name of the largest size that pages show, once there is one. */
export const pictures = pgTable(
  "pictures",
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    productId: integer("product_id")
      .notNull()
      .references(() => products.id, { onDelete: "cascade" }),
    position: smallint().notNull(),
    /** Where a file named it, or `sha256:<hash>` of what somebody brought. */
    url: text().notNull(),
    original: text().references(() => pictureFiles.hash, { onDelete: "restrict" }),
    stored: text(),
    /** Why it could not be fetched, as in `lib/catalog/pictures/rules`. */
    problem: text(),
    /** How often fetching it failed, and when it is tried next. */
    tries: smallint().notNull().default(0),
    retryAt: at("retry_at").notNull().defaultNow(),
    alt: text().notNull().default(""),
    primary: boolean("is_primary").notNull().default(false),
  },
  (t) => [
    unique("pictures_url").on(t.productId, t.url),
    uniqueIndex("pictures_one_primary").on(t.productId).where(sql`is_primary`),
    index("pictures_original").on(t.original).where(sql`original is not null`),
    index("pictures_due").on(t.retryAt, t.id).where(sql`original is null and stored is null and problem is null`),
  ],
);

/** Products without a picture. Kept by triggers. */
export const unpictured = pgTable(
  "unpictured",
  {
    productId: integer("product_id")
      .primaryKey()
      .references(() => products.id, { onDelete: "cascade" }),
    retailerId: integer("retailer_id").notNull(),
  },
  (t) => [index("unpictured_retailer").on(t.retailerId, t.productId)],
);

/** What a change of many products was shown to touch, before it is made; then what came of it. */
export const bulkChanges = pgTable(
  "bulk_changes",
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    userId: integer("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    kind: text({ enum: ["status", "price", "category"] }).notNull(),
    /** What is done, for the page: the status, the percent, the category. */
    value: text().notNull(),
    /** One for each product, or for each variant where prices change: what it was when it was shown, what it will be. */
    items: jsonb().$type<BulkItem[]>().notNull(),
    /** Products that are as they would become already. */
    unchanged: integer().notNull(),
    /** So many of the items were gone through: they are, some at a time. */
    made: integer().notNull().default(0),
    createdAt: at("created_at").notNull().defaultNow(),
    doneAt: at("done_at"),
    /** Items that were left because they had changed in between. */
    left: jsonb().$type<BulkItem[]>().notNull().default([]),
  },
  (t) => [index("bulk_changes_user").on(t.userId, t.createdAt)],
);

/** `id` and `name` are the product's, `variant` one of its variants; `was` and `will` are a status, minor units or a category's id. */
export type BulkItem = {
  id: number;
  name: string;
  variant?: number;
  was: string | number | null;
  will: string | number | null;
};

export const imports = pgTable(
  "imports",
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    retailerId: integer("retailer_id")
      .notNull()
      .references(() => retailers.id, { onDelete: "cascade" }),
    fileName: text("file_name").notNull(),
    layout: text().notNull(),
    tally: jsonb().$type<{ created: number; updated: number; unchanged: number; failed: number }>().notNull(),
    userId: integer("user_id").references(() => users.id, { onDelete: "set null" }),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (t) => [index("imports_retailer").on(t.retailerId, t.id)],
);

/** Append-only; a trigger on `variants` writes it, so that its sum is the stock. */
export const stockLedger = pgTable(
  "stock_ledger",
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    variantId: integer("variant_id")
      .notNull()
      .references(() => variants.id, { onDelete: "cascade" }),
    delta: integer().notNull(),
    balance: integer().notNull(),
    reason: stockReason().notNull(),
    /** The order line or the import that moved it. */
    reference: integer(),
    userId: integer("user_id"),
    /** Why somebody moved it by hand, in their words. */
    note: text().notNull().default(""),
    at: at("at").notNull().defaultNow(),
  },
  (t) => [
    index("stock_ledger_variant").on(t.variantId, t.id),
    uniqueIndex("stock_ledger_once")
      .on(t.reason, t.reference, t.variantId)
      .where(sql`reason in ('order', 'cancel', 'return')`),
    check("stock_ledger_moves", sql`${t.delta} <> 0`),
  ],
);
