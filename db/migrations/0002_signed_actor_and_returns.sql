CREATE TABLE "actor_key" (
	"single" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"inner_pad" "bytea" NOT NULL,
	"outer_pad" "bytea" NOT NULL,
	CONSTRAINT "actor_key_single" CHECK ("actor_key"."single")
);
--> statement-breakpoint
DROP INDEX "stock_ledger_once";--> statement-breakpoint
CREATE UNIQUE INDEX "stock_ledger_once" ON "stock_ledger" USING btree ("reason","reference","variant_id") WHERE reason in ('order', 'cancel', 'return');--> statement-breakpoint
-- Who acts: what db/actor.ts signed for the login that asks, null for anything else. The HMAC is put together from
-- hashes (RFC 2104), so that no extension is needed.
create or replace function app_uid() returns integer language plpgsql stable parallel safe security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  given text := coalesce(current_setting('app.uid', true), '');
  id text := split_part(given, '.', 1);
begin
  if given <> '' and given = (
    select id || '.' || encode(sha256(k.outer_pad || sha256(k.inner_pad || convert_to(session_user || ':' || id, 'UTF8'))), 'hex')
    from actor_key k) then
    return id::integer;
  end if;
  return null;
end $$;
--> statement-breakpoint
-- What runs with the owner's rights finds the owner's tables, whatever its caller has put before them.
do $$
declare one regprocedure;
begin
  for one in select p.oid from pg_proc p where p.prosecdef and p.pronamespace = 'public'::regnamespace and p.proowner = current_user::regrole loop
    execute format('alter function %s set search_path = pg_catalog, public, pg_temp', one);
  end loop;
end $$;
