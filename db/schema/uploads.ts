import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
} from "drizzle-orm/pg-core";
import { users } from "./accounts";
import { imports } from "./catalog";
import { retailers } from "./retailers";

const at = (name: string) => timestamp(name, { withTimezone: true });

export const uploadStatus = pgEnum("upload_status", [
  "reading",
  "mapping",
  "ready",
  "running",
  "done",
  "undoing",
  "undone",
  "refused",
  "failed",
]);
export const rowOutcome = pgEnum("row_outcome", ["created", "updated", "unchanged", "failed"]);

/** The beginning of each sheet of a file; a CSV has one without a name. */
export type SheetSample = { name: string; rows: { row: number; cells: string[] }[] };
/** Which columns mean what: the name of a field for each column, "" for one that is left out. `row` 0: no header. */
export type ColumnMap = { row: number; columns: string[] };
export type RowTally = { created: number; updated: number; unchanged: number; failed: number };
export type UndoTally = { removed: number; restored: number; kept: number };

/** One file that somebody brings: what is in it, what would come of it, what came of it. */
export const uploads = pgTable(
  "uploads",
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    retailerId: integer("retailer_id")
      .notNull()
      .references(() => retailers.id, { onDelete: "cascade" }),
    /** Who brought it. */
    userId: integer("user_id").references(() => users.id, { onDelete: "set null" }),
    /** As whom the job works: whoever asked for what is being done. */
    actsAs: integer("acts_as").references((): AnyPgColumn => users.id, { onDelete: "set null" }),
    status: uploadStatus().notNull().default("reading"),
    fileName: text("file_name").notNull(),
    bytes: integer().notNull(),
    /** SHA-256 of the file, its name in the folder of private files; null once it was removed. */
    file: text(),
    /** The same of the file that goes back. */
    result: text(),
    /** Why it was refused or failed: a code, and words for the person. */
    problem: jsonb().$type<{ code: string; message: string }>(),
    sheets: jsonb().$type<SheetSample[]>().notNull().default([]),
    /** Position of the sheet that is read. */
    sheet: integer().notNull().default(0),
    layout: text({ enum: ["charsu", "shopify", "woocommerce", "own"] }),
    /** The row that names the columns; 0 without one. */
    headerRow: integer("header_row").notNull().default(0),
    /** Null where the layout is recognized. */
    columns: jsonb().$type<ColumnMap>(),
    clearEmpty: boolean("clear_empty").notNull().default(false),
    rows: integer().notNull().default(0),
    planned: jsonb().$type<RowTally>(),
    tally: jsonb().$type<RowTally>(),
    undone: jsonb().$type<UndoTally>(),
    importId: integer("import_id").references(() => imports.id, { onDelete: "set null" }),
    createdAt: at("created_at").notNull().defaultNow(),
    confirmedAt: at("confirmed_at"),
    finishedAt: at("finished_at"),
    undoneAt: at("undone_at"),
  },
  (t) => [
    index("uploads_status").on(t.status, t.id),
    index("uploads_kept").on(t.createdAt).where(sql`file is not null or result is not null`),
    unique("uploads_retailer").on(t.retailerId, t.id),
    check("uploads_bytes", sql`${t.bytes} > 0`),
  ],
);

/** Every row of the file that says something: what would come of it, and once it was worked on, what came of it. */
export const uploadRows = pgTable(
  "upload_rows",
  {
    uploadId: integer("upload_id").notNull(),
    retailerId: integer("retailer_id").notNull(),
    row: integer().notNull(),
    planned: rowOutcome().notNull(),
    outcome: rowOutcome(),
    productKey: text("product_key"),
    productName: text("product_name"),
    productId: integer("product_id"),
    /** Why it fails; what was read differently from what it says. */
    message: text().notNull().default(""),
    note: text().notNull().default(""),
  },
  (t) => [
    primaryKey({ columns: [t.uploadId, t.row] }),
    foreignKey({
      name: "upload_rows_upload",
      columns: [t.uploadId, t.retailerId],
      foreignColumns: [uploads.id, uploads.retailerId],
    }).onDelete("cascade"),
    index("upload_rows_planned").on(t.uploadId, t.planned, t.row),
    index("upload_rows_outcome").on(t.uploadId, t.outcome, t.row),
  ],
);

/** What an upload did to each product: how it stood before and after, to be put back. */
export const uploadChanges = pgTable(
  "upload_changes",
  {
    uploadId: integer("upload_id").notNull(),
    retailerId: integer("retailer_id").notNull(),
    productId: integer("product_id").notNull(),
    name: text().notNull(),
    /** Null: the upload made it. */
    before: jsonb(),
    after: jsonb(),
    undone: text({ enum: ["removed", "restored", "kept"] }),
    /** What could not be put back, and why. */
    reasons: text().array().notNull().default(sql`'{}'`),
  },
  (t) => [
    primaryKey({ columns: [t.uploadId, t.productId] }),
    foreignKey({
      name: "upload_changes_upload",
      columns: [t.uploadId, t.retailerId],
      foreignColumns: [uploads.id, uploads.retailerId],
    }).onDelete("cascade"),
    index("upload_changes_undone").on(t.uploadId, t.undone, t.productId),
  ],
);

/** Columns that somebody of the shop named by hand once, by the shape of the file. */
export const uploadMappings = pgTable(
  "upload_mappings",
  {
    retailerId: integer("retailer_id")
      .notNull()
      .references(() => retailers.id, { onDelete: "cascade" }),
    /** SHA-256 of the header's names, or the number of columns where there is none. */
    shape: text().notNull(),
    columns: text().array().notNull(),
    updatedAt: at("updated_at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.retailerId, t.shape] })],
);
