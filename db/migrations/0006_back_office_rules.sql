-- Which staff role acts, for policies that tell roles of one login apart.
create function app_is(wanted staff_role) returns boolean language sql stable parallel safe security definer set search_path = pg_catalog, public, pg_temp as $$
  select exists (
    select from user_roles r join users u on u.id = r.user_id where r.user_id = app_uid() and r.role = wanted and u.active)
$$;
--> statement-breakpoint
-- The shops that whoever acts owns. A function, because a policy of retailer_members cannot ask retailer_members.
create function app_owns() returns setof integer language sql stable parallel safe security definer set search_path = pg_catalog, public, pg_temp as $$
  select retailer_id from retailer_members where user_id = app_uid() and role = 'owner'
$$;
--> statement-breakpoint
-- Contact data as staff see it until they ask for it: enough to recognise, too little to use.
create function masked(contact text) returns text language sql immutable parallel safe as $$
  select case
    when contact is null or contact = '' then contact
    when position('@' in contact) > 1 then left(contact, 1) || '…' || substr(contact, position('@' in contact))
    else left(contact, 3) || '…' || right(contact, 2)
  end
$$;
--> statement-breakpoint
-- The same for what the audit keeps of a row.
create function masked(kept jsonb) returns jsonb language sql immutable parallel safe as $$
  select case when kept is null then null else coalesce(jsonb_object_agg(key, case
    when value in ('null', '""') then value
    when key in ('email', 'phone', 'contact_email', 'contact_phone', 'unconfirmed') then to_jsonb(masked(value #>> '{}'))
    when key in ('address', 'network', 'note') then to_jsonb('…'::text)
    else value
  end), '{}') end from jsonb_each(kept)
$$;
--> statement-breakpoint
-- Accounts as operators and supervisors read them.
create view people with (security_barrier) as
  select u.id, u.name, masked(u.email) as email, masked(u.phone) as phone, u.locale, u.active, u.deleted_at, u.created_at,
    (select max(s.last_seen_at) from sessions s where s.user_id = u.id) as last_seen_at
  from users u
  where (select app_is('operator') or app_is('supervisor'));
--> statement-breakpoint
-- To whom and where an order goes, as operators and supervisors read it.
create view order_contacts with (security_barrier) as
  select o.id as order_id, o.contact_name as name, masked(o.contact_email) as email, masked(o.contact_phone) as phone,
    case when o.address is null then null
      else jsonb_build_object('city', o.address -> 'city', 'country', o.address -> 'country') end as address
  from orders o
  where (select app_is('operator') or app_is('supervisor'));
--> statement-breakpoint
create view audit_entries with (security_barrier) as
  select id, at, user_id, login, action, relation, record, masked(before) as before, masked(after) as after, position, previous_hash, hash
  from audit_log
  where (select app_is('supervisor'));
--> statement-breakpoint
-- Whoever looks behind the mask is written down, with the reason, in the same transaction.
create function reveal_person(wanted integer, reason text) returns table (email text, phone text) language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if not app_is('operator') then
    raise exception 'only operators look behind the mask' using errcode = 'insufficient_privilege';
  end if;
  if not exists (select from users u where u.id = wanted) then return; end if;
  insert into audit_log (user_id, login, action, relation, record, after)
    values (app_uid(), session_user, 'reveal', 'users', wanted::text, jsonb_build_object('reason', reason));
  return query select u.email, u.phone from users u where u.id = wanted;
end $$;
--> statement-breakpoint
create function reveal_order(wanted integer, reason text) returns table (email text, phone text, address jsonb) language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if not app_is('operator') then
    raise exception 'only operators look behind the mask' using errcode = 'insufficient_privilege';
  end if;
  if not exists (select from orders o where o.id = wanted) then return; end if;
  insert into audit_log (user_id, login, action, relation, record, after)
    values (app_uid(), session_user, 'reveal', 'orders', wanted::text, jsonb_build_object('reason', reason));
  return query select o.contact_email, o.contact_phone, o.address from orders o where o.id = wanted;
end $$;
--> statement-breakpoint
-- Staff find by what they may not read whole. Newest first, at most a page's worth.
create function find_people(part text, most integer) returns setof integer language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if not (app_is('operator') or app_is('admin')) then
    raise exception 'only operators and admins find people' using errcode = 'insufficient_privilege';
  end if;
  return query select u.id from users u
    where lower(u.name) like '%' || part || '%' or lower(coalesce(u.email, '')) like '%' || part || '%' or coalesce(u.phone, '') like '%' || part || '%'
    order by u.id desc limit most;
end $$;
--> statement-breakpoint
create function find_orders(part text, most integer) returns setof integer language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare digits text := regexp_replace(part, '[^0-9]', '', 'g');
begin
  if not (app_is('operator') or app_is('admin')) then
    raise exception 'only operators and admins find orders' using errcode = 'insufficient_privilege';
  end if;
  return query select o.id from orders o
    where lower(o.contact_name) like '%' || part || '%' or lower(o.contact_email) like '%' || part || '%'
      or (length(digits) >= 3 and regexp_replace(o.contact_phone, '[^0-9]', '', 'g') like '%' || digits || '%')
    order by o.id desc limit most;
end $$;
--> statement-breakpoint
-- Where a product or category was: its page leads on.
create function products_moved() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into old_addresses (kind, address, record_id) values ('product', old.slug, new.id)
    on conflict (kind, address) do update set record_id = excluded.record_id, at = now();
  return null;
end $$;
--> statement-breakpoint
create trigger products_moved after update of slug on products
  for each row when (old.slug <> new.slug) execute function products_moved();
--> statement-breakpoint
create function categories_moved() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into old_addresses (kind, address, record_id) values ('category', old.path, new.id)
    on conflict (kind, address) do update set record_id = excluded.record_id, at = now();
  return null;
end $$;
--> statement-breakpoint
create trigger categories_moved after update on categories
  for each row when (old.path <> new.path and old.path <> '' and new.path <> '') execute function categories_moved();
--> statement-breakpoint
-- A shop opens when staff say so; its owner may only pause it and open it again.
create function retailers_guard_status() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if app_uid() is not null and not app_is('operator') and not app_is('admin')
     and (old.status::text, new.status::text) not in (('active', 'paused'), ('paused', 'active')) then
    raise exception 'a shop is not opened by its owner' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger retailers_guard_status before update of status on retailers
  for each row when (old.status is distinct from new.status) execute function retailers_guard_status();
--> statement-breakpoint
-- Nobody takes away the last admin. The lock makes two who step down at once see each other.
create function keep_an_admin() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if app_uid() is null then return null; end if;
  perform pg_advisory_xact_lock(hashtext('charsu.admins'));
  if not exists (select from user_roles r join users u on u.id = r.user_id where r.role = 'admin' and u.active) then
    raise exception 'the last admin stays' using errcode = 'check_violation', constraint = 'users_last_admin';
  end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger user_roles_keep_an_admin after delete or update on user_roles
  deferrable initially deferred for each row when (old.role = 'admin') execute function keep_an_admin();
--> statement-breakpoint
create constraint trigger users_keep_an_admin after update on users
  deferrable initially deferred for each row when (old.active and not new.active) execute function keep_an_admin();
--> statement-breakpoint
-- Why stock was moved by hand stands in its ledger row.
create or replace function variants_ledger() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare moved integer := new.stock - case tg_op when 'UPDATE' then old.stock else 0 end;
begin
  if moved <> 0 then
    insert into stock_ledger (variant_id, delta, balance, reason, reference, user_id, note) values (
      new.id, moved, new.stock,
      coalesce(nullif(current_setting('app.stock_reason', true), ''), case tg_op when 'INSERT' then 'initial' else 'adjust' end)::stock_reason,
      nullif(current_setting('app.stock_reference', true), '')::integer,
      app_uid(),
      coalesce(current_setting('app.stock_note', true), ''));
  end if;
  return null;
end $$;
--> statement-breakpoint
-- As the cart asks it: delivery costs nothing from what the shop delivers freely, and for an order that costs nothing.
create or replace function orders_guard_amounts() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare fee bigint;
begin
  if (new.subtotal, new.discount, new.currency) is distinct from (old.subtotal, old.discount, old.currency) then
    raise exception 'the amounts of order % are settled', old.number using errcode = 'check_violation', constraint = 'orders_settled';
  end if;
  if (new.shipping, new.fulfilment) is distinct from (old.shipping, old.fulfilment) then
    fee := case
      when new.fulfilment = 'pickup' then 0
      when old.fulfilment = 'delivery' then old.shipping
      when old.subtotal = 0 then 0
      else (select case when r.free_above <= old.subtotal then 0 else r.delivery_fee end from retailers r where r.id = old.retailer_id)
    end;
    if old.status <> 'pending' or new.shipping <> fee then
      raise exception 'the shipping of order % would be %', old.number, fee using errcode = 'check_violation', constraint = 'orders_settled';
    end if;
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger hours_exceptions_audit after insert or update or delete on hours_exceptions for each row execute function audit_row();
--> statement-breakpoint
-- Who moves a part of the tree waits for whoever moves another: two who put their parts into each other see it.
create or replace function categories_place() returns trigger language plpgsql as $$
declare above record;
begin
  if tg_op = 'UPDATE' and new.parent_id is distinct from old.parent_id then
    perform pg_advisory_xact_lock(hashtext('charsu.categories'));
  end if;
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
-- What becomes part of another category is found there.
create function categories_merged() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare home integer := nullif(current_setting('app.category_home', true), '')::integer;
begin
  if home is not null then
    update old_addresses set record_id = home, at = now() where kind = 'category' and record_id = old.id;
    insert into old_addresses (kind, address, record_id) values ('category', old.path, home)
      on conflict (kind, address) do update set record_id = excluded.record_id, at = now();
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger categories_merged after delete on categories for each row execute function categories_merged();
