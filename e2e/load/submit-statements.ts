/**
 * What a submit of two shops (`orders.submit`) says to the database, in this order. Written out, because a floor that
 * calls the code it measures is none; when the operation changes its statements, these follow.
 */
export const statements = {
  actor: { name: "actor", text: "select set_config('app.uid', $1, true)" },
  cartLock: "select pg_advisory_xact_lock(hashtext('charsu.cart'), $1)",
  cart: "select variant_id, quantity from saved_cart_lines where user_id = $1 order by position, variant_id",
  claim: `
    insert into submits (user_id, idempotency_key) values ($1, $2)
    on conflict do nothing returning id, number`,
  lock: "select lock_variants($1)",
  price: `
    select v.*, r.*, p.id, p.slug, p.name, c.name, i.stored, i.alt, (
      select coalesce(json_agg(json_build_object('weekday', h.weekday, 'opens', to_char(h.opens, 'HH24:MI'), 'closes', to_char(h.closes, 'HH24:MI'))), '[]')
      from opening_hours h where h.retailer_id = r.id) as hours
    from variants v join products p on p.id = v.product_id join retailers r on r.id = v.retailer_id
    left join categories c on c.id = p.category_id left join pictures i on i.product_id = p.id and i.is_primary
    where v.id = any ($1) and v.active and p.status = 'published' and r.status = 'active'`,
  orders: `
    insert into orders (submit_id, user_id, contact_name, contact_email, contact_phone, address, shipping,
      payment_method, fulfilment, currency, retailer_id, number, subtotal, total, weight)
    values ($1, $2, $3, $4, $5, $6, $7, 'cash_on_delivery', 'delivery', 'EUR', $8, $9, $10, $11, $12),
      ($1, $2, $3, $4, $5, $6, $7, 'cash_on_delivery', 'delivery', 'EUR', $13, $14, $15, $16, $17)
    returning id, retailer_id`,
  lines: `
    insert into order_lines (order_id, position, product_id, variant_id, name, unit_price, quantity, total, weight)
    values ($1, 0, $2, $3, $4, $5, 1, $5, $6), ($7, 0, $8, $9, $10, $11, 1, $11, $12)`,
  bought: "delete from saved_cart_lines where user_id = $1 and variant_id in ($2, $3)",
  event: "insert into events (name, payload, user_id) values ('order.placed', $1, app_uid())",
  answer: `
    select o.*, r.handle, r.name, (
        select json_agg(json_build_object('name', l.name, 'options', l.options, 'sku', l.sku, 'slug', p.slug, 'quantity', l.quantity,
          'price', l.unit_price, 'total', l.total) order by l.position)
        from order_lines l left join products p on p.id = l.product_id where l.order_id = o.id) as lines, (
        select json_agg(json_build_object('status', s.to_status, 'note', s.note, 'at', s.at) order by s.id)
        from order_status_log s where s.order_id = o.id) as log
    from orders o join submits s on s.id = o.submit_id join retailers r on r.id = o.retailer_id
    where s.id = $1 order by o.submit_id desc, o.id limit 1000`,
};
