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
  for one in select p.oid from pg_proc p where p.prosecdef and p.pronamespace = 'public'::regnamespace and p.proowner = (select oid from pg_roles where rolname = current_user) loop
    execute format('alter function %s set search_path = pg_catalog, public, pg_temp', one);
  end loop;
end $$;
--> statement-breakpoint
-- Each status leaves its row; an order that is cancelled, rejected or returned gives its stock back, once.
create or replace function orders_log_status() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare line record;
begin
  if tg_op = 'INSERT' then
    insert into order_status_log (order_id, to_status, user_id) values (new.id, new.status, app_uid());
    return null;
  end if;
  insert into order_status_log (order_id, from_status, to_status, user_id, note)
    values (new.id, old.status, new.status, app_uid(), coalesce(current_setting('app.note', true), ''));
  if new.status in ('cancelled', 'rejected', 'returned') then
    for line in select id, variant_id, quantity from order_lines where order_id = new.id and variant_id is not null order by variant_id loop
      perform set_config('app.stock_reason', case new.status when 'returned' then 'return' else 'cancel' end, true),
        set_config('app.stock_reference', line.id::text, true);
      update variants set stock = stock + line.quantity where id = line.variant_id;
    end loop;
    perform set_config('app.stock_reason', '', true), set_config('app.stock_reference', '', true);
  end if;
  return null;
end $$;
