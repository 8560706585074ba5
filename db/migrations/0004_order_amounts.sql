-- What an order costs is settled when it is placed. A shopper may still change how a pending one is handed over: its
-- shipping then is the shop's fee, nothing for pickup, nothing above what the shop delivers freely.
create function orders_guard_amounts() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare fee bigint;
begin
  if (new.subtotal, new.discount, new.currency) is distinct from (old.subtotal, old.discount, old.currency) then
    raise exception 'the amounts of order % are settled', old.number using errcode = 'check_violation', constraint = 'orders_settled';
  end if;
  if (new.shipping, new.fulfilment) is distinct from (old.shipping, old.fulfilment) then
    fee := case
      when new.fulfilment = 'pickup' then 0
      when old.fulfilment = 'delivery' then old.shipping
      else (select case when r.free_above <= old.subtotal then 0 else r.delivery_fee end from retailers r where r.id = old.retailer_id)
    end;
    if old.status <> 'pending' or new.shipping <> fee then
      raise exception 'the shipping of order % would be %', old.number, fee using errcode = 'check_violation', constraint = 'orders_settled';
    end if;
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger orders_guard_amounts before update on orders
  for each row execute function orders_guard_amounts();
