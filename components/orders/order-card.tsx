import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Money } from "@/components/ui/price";
import { addressLines, countryName } from "@/lib/accounts/addresses/rules";
import { milestones, type OrderStatus } from "@/lib/orders/rules";
import type { OrderView } from "@/lib/orders/views";
import { LocalTime } from "./local-time";
import { SummaryLines } from "./summary-lines";

type Say = (key: string, values?: Record<string, string | number>) => string;
type Props = { order: OrderView; say: Say; locale: string };

const bad: readonly string[] = ["rejected", "cancelled", "returned"];
const done: readonly string[] = ["delivered", "picked_up"];

/** Whether the payment's status tells anything: nobody pays for what came to nothing. */
const owed = ({ status, paymentStatus }: OrderView) => paymentStatus !== "due" || !bad.includes(status);

/** The status as a word with its tone; `words` are those of the shopper unless others are named. */
export function StatusBadge({ status, say, words = "orders.status" }: { status: string; say: Say; words?: string }) {
  const tone = bad.includes(status) ? "bad" : done.includes(status) ? "good" : status === "pending" ? "warn" : "plain";
  return <Badge tone={tone}>{say(`${words}.${status}`)}</Badge>;
}

/** Where the order is: the steps behind it with their times, the steps ahead. */
function Timeline({ order, say, locale }: Props) {
  const { timezone } = order.retailer;
  const reached = new Set(order.log.map((entry) => entry.status));
  const ahead = bad.includes(order.status)
    ? []
    : milestones(order.fulfilment).filter((status: OrderStatus) => !reached.has(status));
  return (
    <ol className="stack-2">
      {order.log.map((entry) => (
        <li key={entry.at + entry.status} className="flex gap-3">
          <span aria-hidden="true" className="mt-2 size-2.5 shrink-0 rotate-45 bg-tile" />
          <span>
            <span className="block font-semibold">{say(`orders.status.${entry.status}`)}</span>
            <LocalTime at={entry.at} timezone={timezone} locale={locale} className="block text-sm text-ink-soft" />
            {entry.note && (
              <span dir="auto" className="block text-sm wrap-anywhere">
                {entry.note}
              </span>
            )}
          </span>
        </li>
      ))}
      {ahead.map((status) => (
        <li key={status} className="flex gap-3 text-ink-soft">
          <span aria-hidden="true" className="mt-2 size-2.5 shrink-0 rotate-45 border border-edge" />
          {say(`orders.status.${status}`)}
        </li>
      ))}
    </ol>
  );
}

/** One order with everything on it; children are what can be done with it. */
export function OrderCard({ order, say, locale, children }: Props & { children?: ReactNode }) {
  const { contact, address } = order;
  const place = address
    ? addressLines({ ...address, name: contact.name }, countryName(address.country, locale))
    : [contact.name];
  const rows: [string, string][] = [
    [say("cart.subtotal"), order.subtotal.formatted],
    [
      say(order.fulfilment === "pickup" ? "cart.pickup" : "cart.shipping"),
      order.shipping.amount ? order.shipping.formatted : say("cart.free"),
    ],
    [say("cart.weight"), say("cart.weight_value", { kilograms: (order.weight / 1000).toLocaleString(locale) })],
  ];
  return (
    <Card aria-labelledby={`order-${order.number}`}>
      <header className="flex flex-wrap items-baseline justify-between gap-3 border-b border-line pb-3">
        <h2 id={`order-${order.number}`} className="text-lg font-bold">
          <bdi>{say("orders.order", { number: order.number })}</bdi>{" "}
          <span dir="auto" className="font-normal">
            {say("orders.from", { shop: order.retailer.name })}
          </span>
        </h2>
        <StatusBadge status={order.status} say={say} />
      </header>
      <div className="mt-4 grid grid-cols-1 gap-x-10 gap-y-6 md:grid-cols-2">
        <section className="stack-3">
          <SummaryLines name={say("orders.items")} lines={order.lines} />
          <dl className="stack-1 border-t border-line pt-2 text-sm">
            {rows.map(([name, value]) => (
              <div key={name} className="flex justify-between gap-4">
                <dt>{name}</dt>
                <dd>
                  <Money text={value} />
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
          <p className="text-sm text-ink-soft">
            {say(`orders.payment_method.${order.payment}`)}
            {owed(order) && ` · ${say(`orders.payment_status.${order.paymentStatus}`)}`}
          </p>
        </section>
        <section className="stack-4">
          <div>
            <h3 className="font-semibold">{say("orders.status_title")}</h3>
            <div className="mt-2">
              <Timeline order={order} say={say} locale={locale} />
            </div>
          </div>
          <div>
            <h3 className="font-semibold">{say(address ? "orders.deliver_to" : "orders.contact")}</h3>
            <address className="not-italic">
              {[...place, contact.phone, contact.email].map((line) => (
                <span key={line} className="block">
                  <bdi>{line}</bdi>
                </span>
              ))}
            </address>
          </div>
          {order.note && (
            <div>
              <h3 className="font-semibold">{say("orders.note")}</h3>
              <p dir="auto" className="whitespace-pre-line">
                {order.note}
              </p>
            </div>
          )}
        </section>
      </div>
      {children && <footer className="mt-5 border-t border-line pt-3">{children}</footer>}
    </Card>
  );
}
