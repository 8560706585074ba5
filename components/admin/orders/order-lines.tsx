import { Money } from "@/components/ui/price";
import type { KeptOrderView } from "@/lib/orders/keeping/views";
import type { Say } from "@/lib/platform/messages";

/** What an order holds and what it costs. */
export function OrderLines({ order, say, locale }: { order: KeptOrderView; say: Say; locale: string }) {
  const sums = [
    [say("cart.subtotal"), order.subtotal.formatted],
    ...(order.discount.amount ? [[say("admin.orders.discount"), order.discount.formatted]] : []),
    [
      say(order.fulfilment === "pickup" ? "cart.pickup" : "cart.shipping"),
      order.shipping.amount ? order.shipping.formatted : say("cart.free"),
    ],
    [say("cart.weight"), say("cart.weight_value", { kilograms: (order.weight / 1000).toLocaleString(locale) })],
  ] as const;
  return (
    <>
      <ul className="divide-y divide-line">
        {order.lines.map((line) => (
          <li key={`${line.name} ${line.options} ${line.sku}`} className="flex justify-between gap-4 py-2">
            <div className="flex min-w-0 gap-3">
              <span className="min-w-8 text-end font-bold tabular-nums">{line.quantity} ×</span>
              <div dir="auto" className="min-w-0">
                {line.name}
                {line.options && <span className="block text-sm">{line.options}</span>}
                {line.sku && <bdi className="block text-sm text-ink-soft">{line.sku}</bdi>}
              </div>
            </div>
            <Money text={line.total.formatted} />
          </li>
        ))}
      </ul>
      <dl className="stack-1 border-t border-line pt-3 text-sm">
        {sums.map(([name, value]) => (
          <div key={name} className="flex justify-between gap-4">
            <dt>{name}</dt>
            <dd>
              <Money text={value!} />
            </dd>
          </div>
        ))}
        <div className="flex justify-between gap-4 text-base font-bold">
          <dt>{say("cart.total")}</dt>
          <dd>
            <Money text={order.total.formatted} />
          </dd>
        </div>
      </dl>
      <p className="mt-2 text-sm text-ink-soft">
        {say(`orders.payment_method.${order.payment}`)}, {say(`orders.payment_status.${order.paymentStatus}`)}
      </p>
    </>
  );
}
