CREATE EXTENSION IF NOT EXISTS pg_trgm;--> statement-breakpoint
CREATE TYPE "public"."row_outcome" AS ENUM('created', 'updated', 'unchanged', 'failed');--> statement-breakpoint
CREATE TYPE "public"."upload_status" AS ENUM('reading', 'mapping', 'ready', 'running', 'done', 'undoing', 'undone', 'refused', 'failed');--> statement-breakpoint
ALTER TYPE "public"."retailer_status" ADD VALUE 'refused';--> statement-breakpoint
CREATE TABLE "book_checks" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "book_checks_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"took" integer NOT NULL,
	"compared" jsonb NOT NULL,
	"found" jsonb NOT NULL,
	"differences" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "bulk_changes" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "bulk_changes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"user_id" integer NOT NULL,
	"kind" text NOT NULL,
	"value" text NOT NULL,
	"items" jsonb NOT NULL,
	"unchanged" integer NOT NULL,
	"made" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"done_at" timestamp with time zone,
	"left" jsonb DEFAULT '[]'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "old_addresses" (
	"kind" text NOT NULL,
	"address" text NOT NULL,
	"record_id" integer NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "old_addresses_kind_address_pk" PRIMARY KEY("kind","address")
);
--> statement-breakpoint
CREATE TABLE "picture_files" (
	"hash" text PRIMARY KEY NOT NULL,
	"stored" text,
	"problem" text,
	"tries" smallint DEFAULT 0 NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "picture_files_hash" CHECK ("picture_files"."hash" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
CREATE TABLE "unpictured" (
	"product_id" integer PRIMARY KEY NOT NULL,
	"retailer_id" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "basket_starts" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "basket_starts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"retailer_id" integer NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "baskets_by_day" (
	"retailer_id" integer NOT NULL,
	"day" date NOT NULL,
	"begun" integer NOT NULL,
	CONSTRAINT "baskets_by_day_retailer_id_day_pk" PRIMARY KEY("retailer_id","day")
);
--> statement-breakpoint
CREATE TABLE "category_sales_by_day" (
	"retailer_id" integer NOT NULL,
	"day" date NOT NULL,
	"category_id" integer NOT NULL,
	"units" integer NOT NULL,
	"revenue" bigint NOT NULL,
	CONSTRAINT "category_sales_by_day_retailer_id_day_category_id_pk" PRIMARY KEY("retailer_id","day","category_id")
);
--> statement-breakpoint
CREATE TABLE "product_sales_by_day" (
	"retailer_id" integer NOT NULL,
	"day" date NOT NULL,
	"product_id" integer NOT NULL,
	"category_id" integer NOT NULL,
	"units" integer NOT NULL,
	"revenue" bigint NOT NULL,
	CONSTRAINT "product_sales_by_day_retailer_id_day_product_id_pk" PRIMARY KEY("retailer_id","day","product_id")
);
--> statement-breakpoint
CREATE TABLE "report_state" (
	"single" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"as_of" timestamp with time zone NOT NULL,
	CONSTRAINT "report_state_single" CHECK ("report_state"."single")
);
--> statement-breakpoint
CREATE TABLE "sales_by_day" (
	"retailer_id" integer NOT NULL,
	"day" date NOT NULL,
	"placed" integer NOT NULL,
	"orders" integer NOT NULL,
	"units" integer NOT NULL,
	"revenue" bigint NOT NULL,
	"shipping" bigint NOT NULL,
	"timezone" text NOT NULL,
	CONSTRAINT "sales_by_day_retailer_id_day_pk" PRIMARY KEY("retailer_id","day"),
	CONSTRAINT "sales_by_day_counts" CHECK ("sales_by_day"."orders" between 0 and "sales_by_day"."placed")
);
--> statement-breakpoint
CREATE TABLE "hours_exceptions" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "hours_exceptions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"retailer_id" integer NOT NULL,
	"day" date NOT NULL,
	"opens" time,
	"closes" time,
	"name" text DEFAULT '' NOT NULL,
	CONSTRAINT "hours_exceptions_shift" UNIQUE NULLS NOT DISTINCT("retailer_id","day","opens"),
	CONSTRAINT "hours_exceptions_both" CHECK (("hours_exceptions"."opens" is null) = ("hours_exceptions"."closes" is null))
);
--> statement-breakpoint
CREATE TABLE "upload_changes" (
	"upload_id" integer NOT NULL,
	"retailer_id" integer NOT NULL,
	"product_id" integer NOT NULL,
	"name" text NOT NULL,
	"before" jsonb,
	"after" jsonb,
	"undone" text,
	"reasons" text[] DEFAULT '{}' NOT NULL,
	CONSTRAINT "upload_changes_upload_id_product_id_pk" PRIMARY KEY("upload_id","product_id")
);
--> statement-breakpoint
CREATE TABLE "upload_mappings" (
	"retailer_id" integer NOT NULL,
	"shape" text NOT NULL,
	"columns" text[] NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "upload_mappings_retailer_id_shape_pk" PRIMARY KEY("retailer_id","shape")
);
--> statement-breakpoint
CREATE TABLE "upload_rows" (
	"upload_id" integer NOT NULL,
	"retailer_id" integer NOT NULL,
	"row" integer NOT NULL,
	"planned" "row_outcome" NOT NULL,
	"outcome" "row_outcome",
	"product_key" text,
	"product_name" text,
	"product_id" integer,
	"message" text DEFAULT '' NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	CONSTRAINT "upload_rows_upload_id_row_pk" PRIMARY KEY("upload_id","row")
);
--> statement-breakpoint
CREATE TABLE "uploads" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "uploads_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"retailer_id" integer NOT NULL,
	"user_id" integer,
	"acts_as" integer,
	"status" "upload_status" DEFAULT 'reading' NOT NULL,
	"file_name" text NOT NULL,
	"bytes" integer NOT NULL,
	"file" text,
	"result" text,
	"problem" jsonb,
	"sheets" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"sheet" integer DEFAULT 0 NOT NULL,
	"layout" text,
	"header_row" integer DEFAULT 0 NOT NULL,
	"columns" jsonb,
	"clear_empty" boolean DEFAULT false NOT NULL,
	"rows" integer DEFAULT 0 NOT NULL,
	"planned" jsonb,
	"tally" jsonb,
	"undone" jsonb,
	"import_id" integer,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"confirmed_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	"undone_at" timestamp with time zone,
	CONSTRAINT "uploads_retailer" UNIQUE("retailer_id","id"),
	CONSTRAINT "uploads_bytes" CHECK ("uploads"."bytes" > 0)
);
--> statement-breakpoint
DROP INDEX "orders_retailer";--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "standing" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "name_key" text GENERATED ALWAYS AS (lower(name)) STORED;--> statement-breakpoint
ALTER TABLE "pictures" ADD COLUMN "original" text;--> statement-breakpoint
ALTER TABLE "pictures" ADD COLUMN "problem" text;--> statement-breakpoint
ALTER TABLE "pictures" ADD COLUMN "tries" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "pictures" ADD COLUMN "retry_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "stock_ledger" ADD COLUMN "note" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "retailers" ADD COLUMN "status_note" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "retailers" ADD COLUMN "banner_original" text;--> statement-breakpoint
ALTER TABLE "retailers" ADD COLUMN "low_stock" integer DEFAULT 5 NOT NULL;--> statement-breakpoint
ALTER TABLE "bulk_changes" ADD CONSTRAINT "bulk_changes_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unpictured" ADD CONSTRAINT "unpictured_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hours_exceptions" ADD CONSTRAINT "hours_exceptions_retailer_id_retailers_id_fk" FOREIGN KEY ("retailer_id") REFERENCES "public"."retailers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "upload_changes" ADD CONSTRAINT "upload_changes_upload" FOREIGN KEY ("upload_id","retailer_id") REFERENCES "public"."uploads"("id","retailer_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "upload_mappings" ADD CONSTRAINT "upload_mappings_retailer_id_retailers_id_fk" FOREIGN KEY ("retailer_id") REFERENCES "public"."retailers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "upload_rows" ADD CONSTRAINT "upload_rows_upload" FOREIGN KEY ("upload_id","retailer_id") REFERENCES "public"."uploads"("id","retailer_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "uploads" ADD CONSTRAINT "uploads_retailer_id_retailers_id_fk" FOREIGN KEY ("retailer_id") REFERENCES "public"."retailers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "uploads" ADD CONSTRAINT "uploads_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "uploads" ADD CONSTRAINT "uploads_acts_as_users_id_fk" FOREIGN KEY ("acts_as") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "uploads" ADD CONSTRAINT "uploads_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "bulk_changes_user" ON "bulk_changes" USING btree ("user_id","created_at");--> statement-breakpoint
CREATE INDEX "old_addresses_record" ON "old_addresses" USING btree ("kind","record_id");--> statement-breakpoint
CREATE INDEX "picture_files_due" ON "picture_files" USING btree ("at" DESC NULLS LAST) WHERE stored is null and problem is null;--> statement-breakpoint
CREATE INDEX "picture_files_age" ON "picture_files" USING btree ("at");--> statement-breakpoint
CREATE INDEX "unpictured_retailer" ON "unpictured" USING btree ("retailer_id","product_id");--> statement-breakpoint
CREATE INDEX "baskets_by_day_market" ON "baskets_by_day" USING btree ("day","retailer_id");--> statement-breakpoint
CREATE INDEX "category_sales_by_day_market" ON "category_sales_by_day" USING btree ("day","category_id","units","revenue");--> statement-breakpoint
CREATE INDEX "product_sales_by_day_market" ON "product_sales_by_day" USING btree ("day","product_id","units","revenue");--> statement-breakpoint
CREATE INDEX "product_sales_by_day_product" ON "product_sales_by_day" USING btree ("product_id","day");--> statement-breakpoint
CREATE INDEX "sales_by_day_market" ON "sales_by_day" USING btree ("day","retailer_id");--> statement-breakpoint
CREATE INDEX "upload_changes_undone" ON "upload_changes" USING btree ("upload_id","undone","product_id");--> statement-breakpoint
CREATE INDEX "upload_rows_planned" ON "upload_rows" USING btree ("upload_id","planned","row");--> statement-breakpoint
CREATE INDEX "upload_rows_outcome" ON "upload_rows" USING btree ("upload_id","outcome","row");--> statement-breakpoint
CREATE INDEX "uploads_status" ON "uploads" USING btree ("status","id");--> statement-breakpoint
CREATE INDEX "uploads_kept" ON "uploads" USING btree ("created_at") WHERE file is not null or result is not null;--> statement-breakpoint
ALTER TABLE "pictures" ADD CONSTRAINT "pictures_original_picture_files_hash_fk" FOREIGN KEY ("original") REFERENCES "public"."picture_files"("hash") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "user_roles_role" ON "user_roles" USING btree ("role","user_id");--> statement-breakpoint
CREATE INDEX "users_name" ON "users" USING btree ("name_key","id");--> statement-breakpoint
CREATE INDEX "users_phone" ON "users" USING btree ((coalesce("phone", '~')) collate "C","id");--> statement-breakpoint
CREATE INDEX "users_active" ON "users" USING btree ("active","id");--> statement-breakpoint
CREATE INDEX "users_standing" ON "users" USING btree ("standing","id");--> statement-breakpoint
CREATE INDEX "users_joined" ON "users" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "users_search" ON "users" USING gin (lower("name") gin_trgm_ops,lower(coalesce("email", '')) gin_trgm_ops,coalesce("phone", '') gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "brands_search" ON "brands" USING gin (lower("name") gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "categories_search" ON "categories" USING gin (lower("name") gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "categories_children" ON "categories" USING btree ("parent_id","position","name","id");--> statement-breakpoint
CREATE INDEX "pictures_original" ON "pictures" USING btree ("original") WHERE original is not null;--> statement-breakpoint
CREATE INDEX "pictures_due" ON "pictures" USING btree ("retry_at","id") WHERE original is null and stored is null and problem is null;--> statement-breakpoint
CREATE INDEX "products_of_retailer" ON "products" USING btree ("retailer_id","id");--> statement-breakpoint
CREATE INDEX "products_by_status" ON "products" USING btree ("status","id");--> statement-breakpoint
CREATE INDEX "products_of_retailer_by_status" ON "products" USING btree ("retailer_id","status","id");--> statement-breakpoint
CREATE INDEX "products_by_name" ON "products" USING btree (lower("name"),"id");--> statement-breakpoint
CREATE INDEX "products_of_retailer_by_name" ON "products" USING btree ("retailer_id",lower("name"),"id");--> statement-breakpoint
CREATE INDEX "products_by_sold" ON "products" USING btree ("sold_count","id");--> statement-breakpoint
CREATE INDEX "products_of_retailer_by_sold" ON "products" USING btree ("retailer_id","sold_count","id");--> statement-breakpoint
CREATE INDEX "products_in_category" ON "products" USING btree ("category_id","id");--> statement-breakpoint
CREATE INDEX "products_by_key" ON "products" USING btree (lower("key") text_pattern_ops);--> statement-breakpoint
CREATE INDEX "variants_stock_level" ON "variants" USING btree ("retailer_id","stock","id");--> statement-breakpoint
CREATE INDEX "variants_by_sku" ON "variants" USING btree (lower("sku") text_pattern_ops);--> statement-breakpoint
CREATE INDEX "variants_by_price" ON "variants" USING btree ("price","id");--> statement-breakpoint
CREATE INDEX "variants_of_retailer_by_price" ON "variants" USING btree ("retailer_id","price","id");--> statement-breakpoint
CREATE INDEX "order_lines_product" ON "order_lines" USING btree ("product_id","order_id");--> statement-breakpoint
CREATE INDEX "orders_retailer_newest" ON "orders" USING btree ("retailer_id","id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "orders_by_time" ON "orders" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "orders_retailer_by_time" ON "orders" USING btree ("retailer_id","created_at","id");--> statement-breakpoint
CREATE INDEX "orders_undone" ON "orders" USING btree ("created_at","id") WHERE status in ('cancelled', 'rejected', 'returned');--> statement-breakpoint
CREATE INDEX "orders_status" ON "orders" USING btree ("status","fulfilment","created_at","id");--> statement-breakpoint
CREATE INDEX "audit_log_person" ON "audit_log" USING btree ("user_id","id");--> statement-breakpoint
CREATE INDEX "audit_log_relation" ON "audit_log" USING btree ("relation","id");--> statement-breakpoint
CREATE INDEX "audit_log_at" ON "audit_log" USING btree ("at","id");--> statement-breakpoint
CREATE INDEX "retailers_banner_original" ON "retailers" USING btree ("banner_original") WHERE banner_original is not null;--> statement-breakpoint
CREATE INDEX "retailers_listed" ON "retailers" USING btree (("status" <> 'pending'),lower("name"),"id");--> statement-breakpoint
CREATE INDEX "retailers_by_status" ON "retailers" USING btree ("status",lower("name"),"id");--> statement-breakpoint
CREATE INDEX "retailers_search" ON "retailers" USING gin (lower("name") gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "retailers_by_city" ON "retailers" USING btree (lower("city") text_pattern_ops);--> statement-breakpoint
CREATE INDEX "retailers_by_trade" ON "retailers" USING btree (lower("trade") text_pattern_ops);--> statement-breakpoint
CREATE INDEX "orders_retailer" ON "orders" USING btree ("retailer_id","status","fulfilment","created_at","id");--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_way" CHECK ("orders"."fulfilment" = case when "orders"."status" in ('ready_for_pickup', 'picked_up') then 'pickup'::fulfilment when "orders"."status" in ('out_for_delivery', 'delivered') then 'delivery'::fulfilment else "orders"."fulfilment" end);--> statement-breakpoint
ALTER TABLE "retailers" ADD CONSTRAINT "retailers_low_stock" CHECK ("retailers"."low_stock" between 0 and 10000);