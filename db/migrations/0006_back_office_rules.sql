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
-- Who works for the shops of whoever asks: an owner sees all of them, staff themselves.
create view colleagues with (security_barrier) as
  select m.retailer_id, m.user_id, m.role, u.name
  from retailer_members m join users u on u.id = m.user_id
  where m.user_id = (select app_uid())
    or m.retailer_id in (select o.retailer_id from retailer_members o where o.user_id = (select app_uid()) and o.role = 'owner');
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
-- Staff find by what they may not read whole; a supervisor, who unmasks nothing, by names alone. Newest first, at most
-- `most`. What many carry is found among the newest; what few carry by the index, which a plan with a limit would pass by.
create function find_people(part text, most integer) returns setof integer language plpgsql stable security definer
  set search_path = pg_catalog, public, pg_temp set enable_seqscan = off as $$
declare
  contacts boolean := app_is('operator') or app_is('admin');
  pattern text := '%' || regexp_replace(lower(part), '([\\%_])', '\\\1', 'g') || '%';
  at_address text := case when contacts then pattern end;
  digits text := regexp_replace(regexp_replace(part, '[^0-9]', '', 'g'), '^0+', '');
  at_number text := case when contacts and part ~ '^[-+0-9 ()./]+$' and length(digits) >= 3 then '%' || digits || '%' end;
  found integer[];
begin
  if not contacts and not app_is('supervisor') then
    raise exception 'only operators, supervisors and admins find people' using errcode = 'insufficient_privilege';
  end if;
  if length(part) < 3 then return; end if;
  found := array(
    select n.id from (select u.id, u.name, u.email, u.phone from users u order by u.id desc limit 5000) n
    where lower(n.name) like pattern or lower(coalesce(n.email, '')) like at_address or coalesce(n.phone, '') like at_number
    order by n.id desc limit most);
  -- Without three letters or digits in a row the index would be read whole: then it is the newest alone.
  if cardinality(found) < most and (part ~ '[[:alnum:]]{3}' or at_number is not null) then
    found := array(
      with every as materialized (
        select u.id from users u
        where lower(u.name) like pattern or lower(coalesce(u.email, '')) like at_address or coalesce(u.phone, '') like at_number)
      select id from every order by id desc limit most);
  end if;
  return query select unnest(found);
end $$;
--> statement-breakpoint
-- Text as it is searched: small letters, and whatever is not ASCII as its bytes, because pg_trgm passes over letters that
-- the database's locale does not know.
create function searchable(given text) returns text language plpgsql immutable parallel safe as $$
begin
  given := lower(given);
  return case when octet_length(given) = length(given) then given else encode(convert_to(given, 'UTF8'), 'escape') end;
end $$;
--> statement-breakpoint
-- All that an order is found by, but its number.
create function order_words(name text, email text, phone text) returns text language plpgsql immutable parallel safe as $$
begin
  name := lower(name || chr(10) || email || chr(10) || regexp_replace(phone, '[^0-9]', '', 'g'));
  return case when octet_length(name) = length(name) then name else encode(convert_to(name, 'UTF8'), 'escape') end;
end $$;
--> statement-breakpoint
create index orders_search on orders using gin (order_words(contact_name, contact_email, contact_phone) gin_trgm_ops);
--> statement-breakpoint
-- Compared by bytes, a number is found by its beginning.
alter table orders alter column number type text collate "C";
--> statement-breakpoint
-- Whose orders somebody keeps: null for those of all shops.
create function kept_shops() returns integer[] language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select case when app_is('operator') or app_is('supervisor') or app_is('admin') then null
    else array(select m.retailer_id from retailer_members m where m.user_id = app_uid()) end
$$;
--> statement-breakpoint
-- Ids of orders: those whose number begins so, then the newest with these words in name, e-mail or phone. What many
-- orders have in common is found among the newest, anything else by its index, of which no more is read than a moment
-- allows. Whoever keeps a shop finds by number, a supervisor also by name, not by what is masked.
create function find_orders(part text, most integer) returns setof integer language plpgsql stable security definer
  set search_path = pg_catalog, public, pg_temp set enable_seqscan = off set plan_cache_mode = force_custom_plan as $$
declare
  shops integer[] := kept_shops();
  contacts boolean := app_is('operator') or app_is('admin');
  words text := '%' || regexp_replace(searchable(part), '([\\%_])', '\\\1', 'g') || '%';
  digits text := case when part ~ '^[-+0-9 ()/.]+$' then regexp_replace(regexp_replace(part, '[^0-9]', '', 'g'), '^0+', '') end;
  numbered integer[] := '{}';
  worded integer[] := '{}';
begin
  if length(part) < 3 then return; end if;
  digits := case when length(digits) >= 3 then '%' || digits || '%' end;
  if part ~ '^[0-9]{3,9}(-[0-9]{0,3})?$' then
    numbered := array(
      select o.id from orders o where o.number like part || '%' and (shops is null or o.retailer_id = any (shops)) order by o.number limit most);
  end if;
  if shops is null then
    worded := array(
      select n.id from (
        select o.id, o.contact_name, order_words(o.contact_name, o.contact_email, o.contact_phone) as all_words from orders o order by o.id desc limit 2000) n
      where (n.all_words like words or n.all_words like digits) and (contacts or searchable(n.contact_name) like words)
      order by n.id desc limit most);
    if cardinality(worded) < most then
      worded := array(
        select w.id from (
          select o.id from orders o
          where (order_words(o.contact_name, o.contact_email, o.contact_phone) like words or order_words(o.contact_name, o.contact_email, o.contact_phone) like digits)
            and (contacts or searchable(o.contact_name) like words)
          limit 20000) w
        order by w.id desc limit most);
    end if;
  end if;
  return query select unnest(numbered || array(select id from unnest(worded) id where id <> all (numbered))) limit most;
end $$;
--> statement-breakpoint
-- The parts of a board: one kind of handing over of one shop, or of the market as a whole (null), with the days on the
-- clock of the shop as moments.
create function order_lanes(ways fulfilment[], shop integer, since date, until date)
  returns table (retailer_id integer, way fulfilment, since_at timestamptz, until_at timestamptz) language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  shops integer[] := kept_shops();
begin
  if shop is not null then shops := array(select shop where shops is null or shop = any (shops)); end if;
  return query
    select s.id, w.way, coalesce(since::timestamp at time zone s.timezone, '-infinity'), coalesce((until + 1)::timestamp at time zone s.timezone, 'infinity')
    from (select null::integer as id, 'UTC' as timezone where shops is null union all select r.id, r.timezone from retailers r where r.id = any (shops)) s
      cross join unnest(ways) w(way);
end $$;
--> statement-breakpoint
-- A page of a board: ids by the time of placing. With the owner's rights, because no policy lets a comparison of enums
-- into an index; it looks at no order but those that are kept by whoever asks. Whole keys are compared, so that no other
-- index than the one of these columns in this order will do: what a shop has little of is not looked for among all.
create function order_page(wanted order_status, ways fulfilment[], shop integer, since date, until date, newest boolean, after_at timestamptz, after_id integer, most integer)
  returns table (id integer, at timestamptz) language plpgsql stable security definer
  set search_path = pg_catalog, public, pg_temp set enable_seqscan = off set enable_bitmapscan = off set enable_sort = off as $$
declare
  lane record;
  low timestamptz; low_id integer; high timestamptz; high_id integer;
  page text := 'select o.id, o.created_at from orders o where (%1$s, o.created_at, o.id) > (%2$s, $4, $5) and (%1$s, o.created_at, o.id) < (%2$s, $6, $7) order by %3$s limit $8';
begin
  for lane in select * from order_lanes(ways, shop, since, until) loop
    low := lane.since_at; low_id := 0; high := lane.until_at; high_id := 0;
    if newest and after_at <= high then high := after_at; high_id := after_id;
    elsif not newest and after_at >= low then low := after_at; low_id := after_id; end if;
    return query execute format(page,
      case when lane.retailer_id is null then 'o.status, o.fulfilment' else 'o.retailer_id, o.status, o.fulfilment' end,
      case when lane.retailer_id is null then '$2, $3' else '$1, $2, $3' end,
      replace(case when lane.retailer_id is null then 'o.status, o.fulfilment, o.created_at, o.id' else 'o.retailer_id, o.status, o.fulfilment, o.created_at, o.id' end,
        ',', case when newest then ' desc,' else ',' end) || case when newest then ' desc' else '' end)
    using lane.retailer_id, wanted, lane.way, low, low_id, high, high_id, most;
  end loop;
end $$;
--> statement-breakpoint
-- How many orders stand in each column of a board, each counted up to a most of its own.
create function order_counts(statuses order_status[], mosts integer[], ways fulfilment[], shop integer, since date, until date)
  returns table (status order_status, count integer) language plpgsql stable security definer
  set search_path = pg_catalog, public, pg_temp set enable_seqscan = off set enable_bitmapscan = off as $$
declare
  lane record;
  counted integer;
begin
  for position in 1 .. cardinality(statuses) loop
    status := statuses[position];
    count := 0;
    for lane in select * from order_lanes(ways, shop, since, until) loop
      exit when count >= mosts[position];
      if lane.retailer_id is null then
        select count(*) into counted from (select from orders o
          where (o.status, o.fulfilment, o.created_at) >= (order_counts.status, lane.way, lane.since_at) and (o.status, o.fulfilment, o.created_at) < (order_counts.status, lane.way, lane.until_at)
          limit mosts[position] - order_counts.count) few;
      else
        select count(*) into counted from (select from orders o
          where (o.retailer_id, o.status, o.fulfilment, o.created_at) >= (lane.retailer_id, order_counts.status, lane.way, lane.since_at)
            and (o.retailer_id, o.status, o.fulfilment, o.created_at) < (lane.retailer_id, order_counts.status, lane.way, lane.until_at)
          limit mosts[position] - order_counts.count) few;
      end if;
      count := count + counted;
    end loop;
    return next;
  end loop;
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
-- A shop opens when staff say so; its owner may only pause it and open it again, and ask once more after a refusal.
create function retailers_guard_status() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if app_uid() is not null and not app_is('operator') and not app_is('admin')
     and (old.status::text, new.status::text) not in (('active', 'paused'), ('paused', 'active'), ('refused', 'pending')) then
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
  if tg_table_name = 'users' then
    if not exists (select from user_roles r where r.user_id = old.id and r.role = 'admin') then return null; end if;
  end if;
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
-- What a person is, beside the person, so that lists are sorted by it. The lock makes two who give roles at once see each other.
create function users_stand() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare who integer := coalesce(new.user_id, old.user_id);
begin
  perform from users where id = who for no key update;
  update users u set standing = now_is.standing
    from (select greatest(
      (select 1 + max(array_position(enum_range(null::staff_role), r.role)) from user_roles r where r.user_id = who),
      (select 1 from retailer_members m where m.user_id = who limit 1), 0) as standing) now_is
    where u.id = who and u.standing <> now_is.standing;
  return null;
end $$;
--> statement-breakpoint
create trigger user_roles_stand after insert or update or delete on user_roles for each row execute function users_stand();
--> statement-breakpoint
create trigger retailer_members_stand after insert or delete on retailer_members for each row execute function users_stand();
--> statement-breakpoint
update users u set standing = greatest(
  (select 1 + max(array_position(enum_range(null::staff_role), r.role)) from user_roles r where r.user_id = u.id),
  (select 1 from retailer_members m where m.user_id = u.id limit 1), 0);
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
--> statement-breakpoint
-- The life of an order with who moved it, for those who keep it. A shop is not told which person of the market it was.
create function order_history(wanted integer) returns table (id integer, from_status order_status, to_status order_status, note text, at timestamptz, side text, name text)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select l.id, l.from_status, l.to_status, l.note, l.at, by.side,
    case when by.side = 'shop' or (by.side = 'market' and kept.shops is null) then u.name end
  from orders o
    join (select kept_shops() as shops) kept on kept.shops is null or o.retailer_id = any (kept.shops)
    join order_status_log l on l.order_id = o.id
    left join users u on u.id = l.user_id
    cross join lateral (select case
      when l.user_id is null then null
      when l.user_id = o.user_id then 'shopper'
      when exists (select from retailer_members m where m.retailer_id = o.retailer_id and m.user_id = l.user_id) then 'shop'
      else 'market'
    end as side) by
  where o.id = wanted
  order by l.id
$$;
--> statement-breakpoint
-- An account for whoever calls and has none. A code to its address opens it.
create function open_account(name text, email text, phone text) returns integer language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare made integer;
begin
  if not app_is('operator') then
    raise exception 'only operators open accounts for others' using errcode = 'insufficient_privilege';
  end if;
  insert into users (name, email, phone) values (open_account.name, open_account.email, open_account.phone) returning users.id into made;
  return made;
end $$;
--> statement-breakpoint
-- Products that those who keep a catalog look for: by words of the name, a SKU or a key. Row-level security would read a
-- shop's every product for it, because it lets no index decide whose operators could leak.
create function find_products(words text, part text, within integer[], most integer) returns setof integer language plpgsql stable rows 200 security definer set search_path = pg_catalog, public, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  everything boolean := exists (select from user_roles r join users u on u.id = r.user_id where r.user_id = app_uid() and u.active);
  shops integer[] := case when everything then within else array(
    select m.retailer_id from retailer_members m where m.user_id = app_uid() and (within is null or m.retailer_id = any (within))) end;
begin
  return query select found.id from (
    (select p.id from products p
      where words <> '' and p.search @@ to_tsquery('simple', words) and (shops is null or p.retailer_id = any (shops))
      order by p.id desc limit most)
    union
    (select p.id from products p
      where part <> '' and lower(p.key) like part || '%' and (shops is null or p.retailer_id = any (shops))
      order by p.id desc limit most)
    union
    (select distinct v.product_id from variants v
      where part <> '' and lower(v.sku) like part || '%' and (shops is null or v.retailer_id = any (shops))
      order by v.product_id desc limit most)
  ) as found (id) order by found.id desc limit most;
end $$;
--> statement-breakpoint
-- Which addresses are taken, by whosever product.
create function taken_slugs(wanted text[]) returns setof text language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select slug from products where slug = any (wanted)
$$;
--> statement-breakpoint
-- Which of these variants an order names: they are not removed. Tells only those who may write them.
create function ordered_variants(ids integer[]) returns setof integer language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select v.id from variants v
  where v.id = any (ids) and exists (select from order_lines l where l.variant_id = v.id)
    and (app_is('product_manager') or app_is('admin')
      or v.retailer_id in (select m.retailer_id from retailer_members m where m.user_id = app_uid()))
$$;
--> statement-breakpoint
-- How a variant's stock came about, newest first, with who moved it: colleagues by name, the market's staff to staff alone,
-- shoppers to nobody; the order's number to whoever may read orders.
create function stock_history(wanted integer, before integer, most integer)
  returns table (id integer, delta integer, balance integer, reason stock_reason, note text, at timestamptz, side text, name text, order_number text, upload integer)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select l.id, l.delta, l.balance, l.reason, l.note, l.at, by.side,
    case when by.side = 'shop' or (by.side = 'market' and asks.staff) then u.name end,
    case when l.reason in ('order', 'cancel', 'return') and asks.orders then
      (select o.number from order_lines line join orders o on o.id = line.order_id where line.id = l.reference) end,
    case when l.reason = 'import' then l.reference end
  from variants v
    cross join lateral (select
      app_is('operator') or app_is('supervisor') or app_is('admin') or app_is('product_manager') as staff,
      app_is('operator') or app_is('supervisor') or app_is('admin') or mine.works as orders, mine.works
      from (select exists (select from retailer_members m where m.retailer_id = v.retailer_id and m.user_id = app_uid()) as works) mine) asks
    join stock_ledger l on l.variant_id = v.id
    left join users u on u.id = l.user_id
    cross join lateral (select case
      when l.user_id is null then null
      when exists (select from retailer_members m where m.retailer_id = v.retailer_id and m.user_id = l.user_id) then 'shop'
      when exists (select from user_roles r where r.user_id = l.user_id) then 'market'
      else 'shopper'
    end as side) by
  where v.id = wanted and (asks.staff or asks.works) and (before is null or l.id < before)
  order by l.id desc limit most
$$;
--> statement-breakpoint
-- What follows from something else that is audited itself is noise.
create or replace function audit_row() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  noise text[] := array['stock', 'sold_count', 'search', 'updated_at', 'last_seen_at', 'password_hash', 'standing', 'tries', 'retry_at'];
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
-- A shop's banner is one that was brought.
alter table retailers add constraint retailers_banner_file foreign key (banner_original) references picture_files (hash) on delete restrict;
--> statement-breakpoint
-- Products without a picture are few, and nothing but a list of them finds them among the others.
create function products_unpictured() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into unpictured (product_id, retailer_id) select id, retailer_id from came;
  return null;
end $$;
--> statement-breakpoint
create trigger products_unpictured after insert on products referencing new table as came
  for each statement execute function products_unpictured();
--> statement-breakpoint
create function pictures_came() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  delete from unpictured u using came where u.product_id = came.product_id;
  return null;
end $$;
--> statement-breakpoint
create trigger pictures_came after insert on pictures referencing new table as came
  for each statement execute function pictures_came();
--> statement-breakpoint
create function pictures_went() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into unpictured (product_id, retailer_id)
    select p.id, p.retailer_id from products p where p.id in (select product_id from went)
      and not exists (select from pictures f where f.product_id = p.id)
    on conflict do nothing;
  return null;
end $$;
--> statement-breakpoint
create trigger pictures_went after delete on pictures referencing old table as went
  for each statement execute function pictures_went();
--> statement-breakpoint
insert into unpictured (product_id, retailer_id)
  select p.id, p.retailer_id from products p where not exists (select from pictures f where f.product_id = p.id);
