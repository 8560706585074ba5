CREATE EXTENSION IF NOT EXISTS pg_trgm;--> statement-breakpoint
ALTER TYPE "public"."retailer_status" ADD VALUE 'refused';--> statement-breakpoint
CREATE TABLE "old_addresses" (
	"kind" text NOT NULL,
	"address" text NOT NULL,
	"record_id" integer NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "old_addresses_kind_address_pk" PRIMARY KEY("kind","address")
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
ALTER TABLE "stock_ledger" ADD COLUMN "note" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "retailers" ADD COLUMN "status_note" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "hours_exceptions" ADD CONSTRAINT "hours_exceptions_retailer_id_retailers_id_fk" FOREIGN KEY ("retailer_id") REFERENCES "public"."retailers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "old_addresses_record" ON "old_addresses" USING btree ("kind","record_id");--> statement-breakpoint
CREATE INDEX "users_search" ON "users" USING gin (lower("name") gin_trgm_ops,lower(coalesce("email", '')) gin_trgm_ops,coalesce("phone", '') gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "brands_search" ON "brands" USING gin (lower("name") gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "categories_search" ON "categories" USING gin (lower("name") gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "categories_children" ON "categories" USING btree ("parent_id","position","name","id");--> statement-breakpoint
CREATE INDEX "orders_retailer_newest" ON "orders" USING btree ("retailer_id","id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "orders_status" ON "orders" USING btree ("status","id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "orders_search" ON "orders" USING gin (lower("contact_name") gin_trgm_ops,lower("contact_email") gin_trgm_ops,regexp_replace("contact_phone", '[^0-9]', '', 'g') gin_trgm_ops);