import type { Client } from "pg";

/** How much a large market holds. */
export const large = {
  retailers: 100,
  categories: 2_000,
  brands: 500,
  products: 100_000,
  users: 200_000,
  orders: 1_000_000,
  audit: 500_000,
};

const words = `array['Linen','Cedar','Copper','Saffron','Ember','Harbour','Willow','Marble','Velvet','Juniper','Amber','Slate','Meadow','Cobalt','Walnut','Cotton','Lantern','Garden','Ridge','Violet','Teapot','Blanket','Lamp','Basket','Bowl','Candle','Shelf','Carpet','Mug','Vase','Stool','Apron','Kettle','Mirror','Cushion','Tray','Jar','Knife','Board','Clock']`;
const names = `array['Ada','Bahram','Clara','Dariush','Elif','Farid','Greta','Hana','Idris','Jonas','Kaveh','Lena','Mina','Niko','Omid','Petra','Reza','Sara','Tomas','Yuki']`;
const families = `array['Keller','Vonk','Rezaei','Baptiste','Sorensen','Adamu','Moreau','Tanaka','Yilmaz','Novak','Haddad','Fischer','Olsen','Santos','Karimi','Lindqvist','Okafor','Petrov','Garcia','Demir']`;
const pick = (list: string, seed: string) => `(${list})[1 + (${seed}) % array_length(${list}, 1)]`;

/** Tables that are filled with their triggers off and their indexes away: rows are made as those would have left them. */
const bulk = [
  "products",
  "variants",
  "stock_ledger",
  "users",
  "submits",
  "orders",
  "order_lines",
  "order_status_log",
  "audit_log",
];

const ended = `array['delivered','delivered','delivered','delivered','cancelled','returned']::order_status[]`;
const open = `array['pending','pending','confirmed','preparing','preparing','out_for_delivery']::order_status[]`;

const steps: readonly [string, string][] = [
  [
    "shops",
    `insert into retailers (handle, name, country, timezone, status, delivery_fee, city, trade)
     select 'large-' || n, 'Large shop ' || n, 'DE', 'Europe/Berlin', 'active', 500, 'Berlin', 'Everything'
     from generate_series(1, ${large.retailers} - (select count(*)::int from retailers)) n`,
  ],
  [
    "categories",
    `with roots as (
       insert into categories (name, slug) select 'Lane ' || n, 'lane-' || n from generate_series(1, 20) n returning id),
     seconds as (
       insert into categories (name, slug, parent_id) select 'Row ' || n, 'row-' || n, id from roots, generate_series(1, 9) n returning id)
     insert into categories (name, slug, parent_id) select 'Stand ' || n, 'stand-' || n, id from seconds, generate_series(1, 10) n`,
  ],
  [
    "brands",
    `insert into brands (name, slug) select 'Large brand ' || n, 'large-brand-' || n from generate_series(1, ${large.brands}) n`,
  ],
  [
    "accounts",
    `insert into users (name, email, phone, email_confirmed_at, created_at)
     select ${pick(names, "n")} || ' ' || ${pick(families, "n / 20")}, 'person' || n || '@large.example', '+4930' || (1000000 + n), now(), now() - n * interval '4 minutes'
     from generate_series(1, ${large.users}) n`,
  ],
  [
    "products",
    `insert into products (retailer_id, category_id, brand_id, key, slug, name, description, status, sold_count)
     select r.ids[1 + n % cardinality(r.ids)], c.ids[1 + n % cardinality(c.ids)], b.ids[1 + n % cardinality(b.ids)], 'large-' || n, 'large-' || n,
       ${pick(words, "n")} || ' ' || ${pick(words, "n / 7")} || ' ' || n, '<p>' || ${pick(words, "n / 3")} || '</p>',
       case when n % 20 = 0 then 'draft' when n % 33 = 0 then 'archived' else 'published' end::product_status, n % 997
     from generate_series(1, ${large.products}) n,
       (select array_agg(id order by id) as ids from retailers) r, (select array_agg(id order by id) as ids from categories where cardinality(lineage) = 3) c,
       (select array_agg(id order by id) as ids from brands) b`,
  ],
  [
    "variants",
    `insert into variants (product_id, retailer_id, position, sku, option_values, price, stock, weight)
     select p.id, p.retailer_id, v, 'L' || p.id || '-' || v, array[v::text], 500 + p.id % 9000, (p.id * 7 + v) % 61, 250
     from products p, generate_series(0, case when p.id % 5 = 0 then 1 else 0 end) v where p.key like 'large-%'`,
  ],
  [
    "ledger",
    `insert into stock_ledger (variant_id, delta, balance, reason)
     select id, stock, stock, 'initial' from variants where sku like 'L%' and stock > 0`,
  ],
  [
    "orders",
    `with people as (select array_agg(id order by id) as ids from users where email like '%@large.example'),
     shops as (select array_agg(id order by id) as ids from retailers),
     made as (
       insert into submits (user_id, idempotency_key, created_at)
       select p.ids[1 + n % cardinality(p.ids)], 'large-' || n, now() - interval '730 days' + n * interval '63 seconds'
       from people p, generate_series(1, ${large.orders}) n returning id, number, user_id, created_at),
     counted as (select *, row_number() over (order by id) as n from made)
     insert into orders (submit_id, retailer_id, user_id, number, status, payment_method, fulfilment, contact_name, contact_email, contact_phone, address, currency, subtotal, shipping, total, weight, created_at)
     select c.id, s.ids[1 + c.n % cardinality(s.ids)], c.user_id, c.number || '-1',
       case when c.n > ${large.orders} - 3000 then ${pick(open, "c.n")} else ${pick(ended, "c.n")} end,
       'cash_on_delivery', 'delivery', u.name, u.email, u.phone, '{"line1":"Marktplatz 1","postcode":"10117","city":"Berlin","country":"DE"}',
       'EUR', 1000 + c.n % 9000, 500, 1500 + c.n % 9000, 500, c.created_at
     from counted c join users u on u.id = c.user_id, shops s`,
  ],
  [
    "order lines",
    `with goods as (select array_agg(v.id order by v.id) as variants, array_agg(v.product_id order by v.id) as products from variants v where sku like 'L%')
     insert into order_lines (order_id, position, product_id, variant_id, name, unit_price, quantity, total, weight)
     select o.id, 0, g.products[1 + o.id % cardinality(g.products)], g.variants[1 + o.id % cardinality(g.variants)], 'Large thing', o.subtotal, 1, o.subtotal, 500
     from orders o join submits s on s.id = o.submit_id, goods g where s.idempotency_key like 'large-%'`,
  ],
  [
    "order logs",
    `insert into order_status_log (order_id, from_status, to_status, at)
     select o.id, case when step = 2 then 'pending'::order_status end, case when step = 2 then o.status else 'pending' end, o.created_at + step * interval '1 hour'
     from orders o join submits s on s.id = o.submit_id, generate_series(1, 2) step where s.idempotency_key like 'large-%' order by o.id, step`,
  ],
  [
    "audit",
    `insert into audit_log (at, user_id, login, action, relation, record, before, after, position, previous_hash, hash)
     select now() - n * interval '2 minutes', 1 + n % 50, 'large_staff', 'update', (array['products','variants','orders','retailers'])[1 + n % 4], (n % 100000)::text,
       '{"name":"Before"}', '{"name":"After"}', (select coalesce(max(position), 0) from audit_log) + n, 'x', 'x'
     from generate_series(1, ${large.audit}) n`,
  ],
];

/** Drops what slows a fill down and gives back how to make it again. */
async function strip(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
     from pg_index i where i.indrelid = any ($1::regclass[]) and not i.indisunique`,
    [bulk],
  );
  for (const table of bulk) await client.query(`alter table ${table} disable trigger user`);
  for (const { name } of rows) await client.query(`drop index ${name}`);
  return rows.map(({ definition }) => definition);
}

/**
 * Fills a market with as much as `large` says: 100,000 products, a million orders, 2,000 categories. Takes a few minutes.
 * @param client connected as the owner
 * @param progress told of each step as it begins
 */
export async function growMarket(client: Client, progress: (step: string) => void): Promise<void> {
  const indexes = await strip(client);
  for (const [name, statement] of steps) {
    progress(name);
    await client.query(statement);
  }
  for (const definition of indexes) {
    progress(/index (\S+)/i.exec(definition)?.[1] ?? "an index");
    await client.query(definition);
  }
  for (const table of bulk) await client.query(`alter table ${table} enable trigger user`);
  progress("statistics");
  await client.query("vacuum analyze");
}
