import type { Metadata } from "next";
import { AdminFrame } from "@/components/admin/frame";
import { Contact } from "@/components/admin/orders/contact";
import { History } from "@/components/admin/orders/history";
import { MoveForm } from "@/components/admin/orders/move-form";
import { OrderLines } from "@/components/admin/orders/order-lines";
import { RevealForm } from "@/components/admin/orders/reveal-form";
import { Waiting } from "@/components/admin/orders/waiting";
import { LocalTime } from "@/components/orders/local-time";
import { StatusBadge } from "@/components/orders/order-card";
import { buttonClass } from "@/components/ui/button";
import { TitledCard } from "@/components/ui/titled-card";
import { moveOrder } from "@/lib/orders/keeping/operations/move";
import { readKeptOrder } from "@/lib/orders/keeping/operations/read";
import { revealOrder } from "@/lib/orders/keeping/operations/reveal";
import { isOpen, nextStep, paymentAfter } from "@/lib/orders/keeping/rules";
import type { KeptOrderView } from "@/lib/orders/keeping/views";
import type { OrderStatus } from "@/lib/orders/rules";
import { type Say, translator } from "@/lib/platform/messages";
import { may } from "@/lib/web/operation";
import { adminPage } from "../../admin-page";

export const instant = false;

type Props = PageProps<"/[locale]/admin/orders/[number]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, number } = await params;
  return { title: translator(locale)("orders.order", { number }) };
}

/** What a move does beside its word; undefined for one that does no more. */
function hintOf(to: OrderStatus, { paymentStatus, total }: KeptOrderView, say: Say): string | undefined {
  const payment = paymentAfter(to, paymentStatus);
  if (payment === "paid" && paymentStatus === "due") return say("admin.orders.cash_hint", { amount: total.formatted });
  if (payment === "refunded" && paymentStatus === "paid")
    return say("admin.orders.refund_hint", { amount: total.formatted });
  return to === "cancelled" || to === "rejected" || to === "returned" ? say("admin.orders.restock_hint") : undefined;
}

export default async function OrderPage(props: Props) {
  const { say, path, context, actor, words, frame, locale } = await adminPage(props, "orders");
  const { number } = await props.params;
  const order = await readKeptOrder.call(context, { id: number });
  const { retailer, status, moves } = order;
  return (
    <AdminFrame
      {...frame}
      title={say("orders.order", { number })}
      back={{ href: path(`/admin/orders?status=${status}`), label: say("admin.sections.orders") }}
      lead={
        <span className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <StatusBadge status={status} say={say} words="admin.orders.status" />
          <span>{say(`admin.orders.way.${order.fulfilment}`)}</span>
          <LocalTime at={order.placedAt} timezone={retailer.timezone} locale={locale} />
          {isOpen(status) && (
            <Waiting
              at={order.placedAt}
              now={Date.now()}
              locale={locale}
              words={say("admin.orders.waiting", { time: "{time}" })}
            />
          )}
          <bdi>{retailer.name}</bdi>
        </span>
      }
      actions={
        <a href={path(`/admin/orders/packing?ids=${number}`)} className={buttonClass({ look: "secondary" })}>
          {say("admin.orders.print")}
        </a>
      }
    >
      <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="stack-6">
          {may(actor, moveOrder) && (
            <TitledCard title={say("admin.orders.moves")} className="stack-3">
              <MoveForm
                locale={locale}
                id={number}
                from={status}
                next={path(`/admin/orders/${number}?done=order_moved`)}
                moves={moves.map((to) => {
                  const hint = hintOf(to, order, say);
                  return {
                    to,
                    label: say(`admin.orders.step.${to}`),
                    ahead: to === nextStep(order),
                    ...(hint && { hint }),
                  };
                })}
                words={{
                  ...words(""),
                  note: say("admin.orders.note"),
                  noteHint: say("admin.orders.note_hint"),
                  optional: say("admin.orders.optional"),
                  none: say("admin.orders.no_moves"),
                }}
              />
            </TitledCard>
          )}
          <TitledCard title={say("admin.orders.lines")} className="stack-3">
            <OrderLines order={order} say={say} locale={locale} />
          </TitledCard>
        </div>
        <div className="stack-6">
          <TitledCard
            title={say(order.fulfilment === "delivery" ? "admin.orders.address" : "admin.orders.contact")}
            className="stack-3"
          >
            <Contact order={order} say={say} locale={locale} />
            {order.masked && may(actor, revealOrder) && (
              <RevealForm
                locale={locale}
                id={number}
                words={{
                  ...words(""),
                  reason: say("admin.orders.reveal_reason"),
                  hint: say("admin.orders.reveal_hint"),
                  show: say("admin.orders.reveal"),
                  shown: say("admin.orders.revealed"),
                }}
              />
            )}
            {order.note && (
              <div className="border-s-2 border-saffron ps-3">
                <h3 className="text-sm font-semibold">{say("admin.orders.shopper_note")}</h3>
                <p dir="auto">{order.note}</p>
              </div>
            )}
          </TitledCard>
          <TitledCard title={say("admin.orders.history")} className="stack-3">
            <History entries={order.history} timezone={retailer.timezone} say={say} locale={locale} />
          </TitledCard>
        </div>
      </div>
    </AdminFrame>
  );
}
