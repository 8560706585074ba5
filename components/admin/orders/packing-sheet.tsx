import { LocalTime } from "@/components/orders/local-time";
import type { PackingView } from "@/lib/orders/keeping/views";
import type { Say } from "@/lib/platform/messages";
import { placeOf } from "./contact";

type Props = { order: PackingView["orders"][number]; say: Say; locale: string };

/** What is packed of one order, on a page of its own when it is printed. No prices: it goes into the parcel. */
export function PackingSheet({ order, say, locale }: Props) {
  const { number, retailer, lines, contact } = order;
  return (
    <article className="stack-5 break-after-page border border-line bg-white p-6 text-black last:break-after-auto print:border-0 print:p-0">
      <header className="flex items-start justify-between gap-6 border-b-2 border-black pb-3">
        <div>
          <h2 className="text-3xl font-bold">
            <bdi>{number}</bdi>
          </h2>
          <p dir="auto">{retailer.name}</p>
          <LocalTime at={order.placedAt} timezone={retailer.timezone} locale={locale} className="text-sm" />
        </div>
        <p className="text-xl font-bold">{say(`admin.orders.way.${order.fulfilment}`)}</p>
      </header>
      <address className="text-lg not-italic">
        {[...placeOf(order, locale), contact.phone].map((line) => (
          <span key={line} dir="auto" className="block">
            {line}
          </span>
        ))}
      </address>
      {order.note && (
        <p dir="auto" className="border-2 border-black p-3">
          {order.note}
        </p>
      )}
      <table className="w-full border-collapse">
        <thead>
          <tr className="border-b border-black text-start text-sm">
            <th scope="col" className="w-16 py-1 text-end font-semibold">
              {say("admin.orders.pack_quantity")}
            </th>
            <th scope="col" className="px-4 py-1 text-start font-semibold">
              {say("admin.orders.pack_item")}
            </th>
            <th scope="col" className="py-1 pe-4 text-start font-semibold">
              {say("admin.orders.pack_sku")}
            </th>
            <th scope="col" className="w-16 py-1 font-semibold">
              {say("admin.orders.pack_check")}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr
              key={`${line.name} ${line.options} ${line.sku}`}
              className="break-inside-avoid border-b border-black/40"
            >
              <td className="py-2 text-end text-xl font-bold tabular-nums">{line.quantity}</td>
              <td dir="auto" className="px-4 py-2 text-start">
                {line.name}
                {line.options && <span className="block text-sm">{line.options}</span>}
              </td>
              <td className="py-2 pe-4 text-sm">
                <bdi>{line.sku}</bdi>
              </td>
              <td className="py-2">
                <span className="mx-auto block size-5 border-2 border-black" />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="text-sm">
        {say("admin.orders.pieces", { count: order.pieces })} ·{" "}
        {say("cart.weight_value", { kilograms: (order.weight / 1000).toLocaleString(locale) })}
      </p>
    </article>
  );
}
