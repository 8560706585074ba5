import type { Metadata } from "next";
import { localDay } from "@/components/orders/local-time";
import { StatusBadge } from "@/components/orders/order-card";
import { ProfileFrame } from "@/components/profile/frame";
import { Button, buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { SelectField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Money } from "@/components/ui/price";
import { listOrders } from "@/lib/orders/operations/read";
import { isOrderStatus, orderStatuses } from "@/lib/orders/rules";
import type { OrderView } from "@/lib/orders/views";
import { translator } from "@/lib/platform/messages";
import { profilePage } from "../profile-page";

export const instant = false;

type Props = PageProps<"/[locale]/profile/orders">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale)("orders.title") };
}

export default async function OrdersPage(props: Props) {
  const { locale, say, path, query, context, frame } = await profilePage(props);
  const asked = Math.trunc(Number(query.page));
  const status = isOrderStatus(query.status) ? query.status : undefined;
  const { items, page } = await listOrders.call(context, {
    page: asked >= 1 && asked <= 10_000 ? asked : 1,
    pageSize: 20,
    status,
  });
  const day = ({ placedAt, retailer: { timezone } }: OrderView) => localDay(placedAt, { timezone, locale }, "medium");
  const pageHref = (number: number) =>
    path(`/profile/orders?${new URLSearchParams({ ...(status && { status }), page: String(number) })}`);
  if (!items.length && !status) {
    return (
      <ProfileFrame {...frame} view="orders" title={say("orders.title")}>
        <EmptyState title={say("orders.empty")} text={say("orders.empty_hint")}>
          <a href={path("/categories")} className={buttonClass({})}>
            {say("cart.browse")}
          </a>
        </EmptyState>
      </ProfileFrame>
    );
  }
  return (
    <ProfileFrame {...frame} view="orders" title={say("orders.title")}>
      {(status || page.total > 1) && (
        <Form action={path("/profile/orders")} data-profile-filter="" className="flex flex-wrap items-end gap-3">
          <SelectField
            name="status"
            label={say("profile.orders.status")}
            defaultValue={status ?? ""}
            className="min-w-52"
          >
            <option value="">{say("profile.orders.all")}</option>
            {orderStatuses.map((each) => (
              <option key={each} value={each}>
                {say(`orders.status.${each}`)}
              </option>
            ))}
          </SelectField>
          <Button type="submit" look="secondary">
            {say("profile.orders.show")}
          </Button>
        </Form>
      )}
      {items.length === 0 && (
        <EmptyState title={say("profile.orders.none")} text={say("profile.orders.none_hint")}>
          <a href={path("/profile/orders")} className={buttonClass({ look: "secondary" })}>
            {say("profile.orders.all")}
          </a>
        </EmptyState>
      )}
      {items.length > 0 && (
        <ul className="divide-y divide-line border-y border-line max-lg:border-b-0">
          {items.map((order) => (
            <li
              key={order.number}
              className="group relative flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-4"
            >
              <div className="min-w-0 sm:flex-1">
                <a
                  href={path(`/profile/orders/${order.number}`)}
                  className="font-semibold text-tile underline decoration-1 underline-offset-4 group-hover:decoration-2 after:absolute after:inset-0"
                >
                  <bdi>{say("orders.order", { number: order.number })}</bdi>
                </a>
                <p className="text-sm wrap-anywhere text-ink-soft">
                  <bdi>{order.retailer.name}</bdi> · {say("orders.placed", { date: day(order) })} ·{" "}
                  {say("orders.pieces", { count: order.lines.reduce((sum, line) => sum + line.quantity, 0) })}
                </p>
              </div>
              <div className="flex items-center justify-between gap-4 max-sm:w-full">
                <StatusBadge status={order.status} say={say} />
                <Money text={order.total.formatted} className="text-end font-semibold sm:min-w-28" />
              </div>
            </li>
          ))}
        </ul>
      )}
      {(page.previous || page.next) && (
        <nav aria-label={say("orders.title")} className="flex gap-3">
          {page.previous && (
            <a className={buttonClass({ look: "secondary" })} href={pageHref(page.previous)}>
              {say("orders.newer")}
            </a>
          )}
          {page.next && (
            <a className={buttonClass({ look: "secondary" })} href={pageHref(page.next)}>
              {say("orders.older")}
            </a>
          )}
        </nav>
      )}
    </ProfileFrame>
  );
}
