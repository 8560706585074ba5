-- Who acts: set for each transaction by db/client.ts; null when nobody is signed in.
create function app_uid() returns integer language sql stable parallel safe
  return nullif(current_setting('app.uid', true), '')::integer;
--> statement-breakpoint
-- The category tree: path and lineage follow the parent, a cycle is refused, children follow their parent.
create function categories_place() returns trigger language plpgsql as $$
declare above record;
begin
  if new.parent_id is null then
    new.path := new.slug;
    new.lineage := array[new.id];
  else
    select path, lineage into above from categories where id = new.parent_id for share;
    if new.id = any (above.lineage) then
      raise exception 'category % cannot stand below itself', new.id using errcode = 'check_violation', constraint = 'categories_no_cycle';
    end if;
    new.path := above.path || '/' || new.slug;
    new.lineage := above.lineage || new.id;
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger categories_place before insert or update of parent_id, slug, path on categories
  for each row execute function categories_place();
--> statement-breakpoint
create function categories_follow() returns trigger language plpgsql as $$
begin
  update categories set path = '' where parent_id = new.id;
  return null;
end $$;
--> statement-breakpoint
create trigger categories_follow after update of parent_id, slug, path on categories
  for each row when (old.path is distinct from new.path or old.lineage is distinct from new.lineage)
  execute function categories_follow();
--> statement-breakpoint
-- Every movement of stock leaves its ledger row, whoever moves it.
create function variants_ledger() returns trigger language plpgsql security definer set search_path from current as $$
declare moved integer := new.stock - case tg_op when 'UPDATE' then old.stock else 0 end;
begin
  if moved <> 0 then
    insert into stock_ledger (variant_id, delta, balance, reason, reference, user_id) values (
      new.id, moved, new.stock,
      coalesce(nullif(current_setting('app.stock_reason', true), ''), case tg_op when 'INSERT' then 'initial' else 'adjust' end)::stock_reason,
      nullif(current_setting('app.stock_reference', true), '')::integer,
      app_uid());
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger variants_ledger after insert or update of stock on variants
  for each row execute function variants_ledger();
--> statement-breakpoint
create function ledger_append_only() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and pg_trigger_depth() > 1 then
    return old; -- the variant itself goes
  end if;
  raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end $$;
--> statement-breakpoint
create trigger stock_ledger_append_only before update or delete on stock_ledger
  for each row execute function ledger_append_only();
--> statement-breakpoint
-- A submit takes its locks in id order before it looks at anything, so that two submits never wait for each other in a ring.
-- The shop's login may not write products: this function and the trigger below are the only ways it touches stock.
create function lock_variants(ids integer[]) returns setof integer language sql security definer set search_path from current as $$
  select id from variants where id = any (ids) order by id for no key update
$$;
--> statement-breakpoint
create function order_lines_take_stock() returns trigger language plpgsql security definer set search_path from current as $$
begin
  perform set_config('app.stock_reason', 'order', true), set_config('app.stock_reference', new.id::text, true);
  update variants set stock = stock - new.quantity where id = new.variant_id and stock >= new.quantity;
  if not found then
    raise exception 'variant % has not % left', new.variant_id, new.quantity using errcode = 'check_violation', constraint = 'variants_stock';
  end if;
  perform set_config('app.stock_reason', '', true), set_config('app.stock_reference', '', true);
  return null;
end $$;
--> statement-breakpoint
create trigger order_lines_take_stock after insert on order_lines
  for each row execute function order_lines_take_stock();
--> statement-breakpoint
-- An order's lines are written with it or never: no line may be added to an order of an earlier transaction.
create function order_lines_with_order() returns trigger language plpgsql security definer set search_path from current as $$
begin
  perform 1 from orders where id = new.order_id and created_at = now() and status = 'pending';
  if not found then
    raise exception 'order % is closed for lines', new.order_id using errcode = 'check_violation', constraint = 'order_lines_with_order';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger order_lines_with_order before insert on order_lines
  for each row execute function order_lines_with_order();
--> statement-breakpoint
-- Each status leaves its row; a cancelled or rejected order gives its stock back, once.
create function orders_log_status() returns trigger language plpgsql security definer set search_path from current as $$
declare line record;
begin
  if tg_op = 'INSERT' then
    insert into order_status_log (order_id, to_status, user_id) values (new.id, new.status, app_uid());
    return null;
  end if;
  insert into order_status_log (order_id, from_status, to_status, user_id, note)
    values (new.id, old.status, new.status, app_uid(), coalesce(current_setting('app.note', true), ''));
  if new.status in ('cancelled', 'rejected') then
    for line in select id, variant_id, quantity from order_lines where order_id = new.id and variant_id is not null order by variant_id loop
      perform set_config('app.stock_reason', 'cancel', true), set_config('app.stock_reference', line.id::text, true);
      update variants set stock = stock + line.quantity where id = line.variant_id;
    end loop;
    perform set_config('app.stock_reason', '', true), set_config('app.stock_reference', '', true);
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger orders_log_insert after insert on orders for each row execute function orders_log_status();
--> statement-breakpoint
create trigger orders_log_status after update of status on orders
  for each row when (old.status is distinct from new.status) execute function orders_log_status();
--> statement-breakpoint
-- A product that has pictures has exactly one primary; looked at when the transaction commits.
create function pictures_primary() returns trigger language plpgsql security definer set search_path from current as $$
declare product integer := coalesce(new.product_id, old.product_id);
begin
  if exists (select from pictures where product_id = product)
     and (select count(*) from pictures where product_id = product and is_primary) <> 1 then
    raise exception 'product % needs exactly one primary picture', product using errcode = 'check_violation', constraint = 'pictures_exactly_one_primary';
  end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger pictures_primary after insert or update or delete on pictures
  deferrable initially deferred for each row execute function pictures_primary();
--> statement-breakpoint
-- The audit: one row for each change, without what changes with every order.
create function audit_row() returns trigger language plpgsql security definer set search_path from current as $$
declare
  noise text[] := array['stock', 'sold_count', 'search', 'updated_at', 'last_seen_at', 'password_hash'];
  was jsonb; now_is jsonb; record_id text;
begin
  if tg_op <> 'INSERT' then was := to_jsonb(old) - noise; end if;
  if tg_op <> 'DELETE' then now_is := to_jsonb(new) - noise; end if;
  if tg_op = 'UPDATE' and was = now_is then return null; end if;
  record_id := coalesce(now_is ->> 'id', was ->> 'id',
    concat_ws('/', coalesce(now_is, was) ->> 'product_id', coalesce(now_is, was) ->> 'retailer_id', coalesce(now_is, was) ->> 'user_id', coalesce(now_is, was) ->> 'role', coalesce(now_is, was) ->> 'position'));
  insert into audit_log (user_id, login, action, relation, record, before, after)
    values (app_uid(), session_user, lower(tg_op), tg_table_name, record_id, was, now_is);
  return null;
end $$;
--> statement-breakpoint
-- The chain is closed at commit: the lock that orders it is held for the length of a commit, not of an import.
create function audit_seal() returns trigger language plpgsql security definer set search_path from current as $$
declare last record;
begin
  perform pg_advisory_xact_lock(hashtext('charsu.audit'));
  select position, hash into last from audit_log where position is not null order by position desc limit 1;
  update audit_log a set
    position = coalesce(last.position, 0) + 1,
    previous_hash = coalesce(last.hash, ''),
    hash = encode(sha256(convert_to(concat_ws('|', coalesce(last.hash, ''), a.id, extract(epoch from a.at), a.user_id, a.login, a.action, a.relation, a.record, a.before, a.after), 'UTF8')), 'hex')
    where a.id = new.id;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger audit_seal after insert on audit_log
  deferrable initially deferred for each row execute function audit_seal();
--> statement-breakpoint
create function audit_append_only() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.hash is null then
    return new; -- the seal itself
  end if;
  raise exception 'audit_log is append-only' using errcode = 'insufficient_privilege';
end $$;
--> statement-breakpoint
create trigger audit_append_only before update or delete on audit_log
  for each row execute function audit_append_only();
--> statement-breakpoint
do $$
declare relation text;
begin
  foreach relation in array array['users', 'user_roles', 'credentials', 'retailers', 'retailer_members', 'opening_hours', 'categories', 'brands', 'products', 'product_options', 'variants', 'pictures'] loop
    execute format('create trigger %I after insert or update or delete on %I for each row execute function audit_row()', relation || '_audit', relation);
  end loop;
  create trigger orders_audit after update on orders for each row execute function audit_row();
end $$;
