import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CookieEcho } from "@/components/cart/cookie-echo";
import { localDay } from "@/components/orders/local-time";
import { OrderCard } from "@/components/orders/order-card";
import { ProfileFrame } from "@/components/profile/frame";
import { ProfileForm } from "@/components/profile/profile-form";
import { buttonClass } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { orderAgain, takeBackOrder } from "@/lib/orders/actions";
import { readOrder, readSubmit } from "@/lib/orders/operations/read";
import { translator } from "@/lib/platform/messages";
import { profilePage } from "../../profile-page";

export const instant = false;

type Props = PageProps<"/[locale]/profile/orders/[number]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, number } = await params;
  return { title: translator(locale)("orders.order", { number }) };
}

/** `1001` is all that one submit made, `1001-2` one of its orders. */
export default async function OrderPage(props: Props) {
  const [{ number }, given] = await Promise.all([props.params, profilePage(props)]);
  const { locale, say, path, query, context, words, frame } = given;
  const result = number.includes("-")
    ? await readOrder.safe(context, { id: number })
    : await readSubmit.safe(context, { number });
  if (!result.ok) notFound();
  const orders = "orders" in result.data ? result.data.orders : [result.data];
  const { placedAt, retailer } = orders[0]!;
  const date = localDay(placedAt, { timezone: retailer.timezone, locale }, "long");
  const door = (order: string, verb: "cancel" | "reorder") => ({
    id: `${verb}-${order}`,
    method: "POST" as const,
    api: `/api/profile/orders/${order}/${verb}`,
  });
  return (
    <ProfileFrame
      {...frame}
      view="orders"
      title={<bdi>{say("orders.order", { number })}</bdi>}
      below={<p>{say("orders.placed", { date })}</p>}
      back={{ href: path("/profile/orders"), label: say("orders.all") }}
    >
      <CookieEcho state={number} />
      {query.placed === "1" && (
        <Notice tone="good" live="status" title={say("orders.thanks")}>
          {say("orders.thanks_hint", { count: orders.length })}
        </Notice>
      )}
      {orders.map((order) => (
        <OrderCard key={order.number} order={order} say={say} locale={locale}>
          <div className="flex flex-wrap items-start gap-x-8">
            {order.status === "pending" && (
              <a
                href={path(`/profile/orders/${order.number}/edit`)}
                className={`${buttonClass({ look: "quiet" })} -mx-1`}
              >
                {say("profile.orders.edit")}{" "}
                <bdi className="sr-only">{say("orders.order", { number: order.number })}</bdi>
              </a>
            )}
            <ProfileForm
              door={{ ...door(order.number, "reorder"), action: orderAgain, next: path("/cart") }}
              locale={locale}
              hidden={{ id: order.number }}
              look="quiet"
              words={{
                ...words(say("profile.orders.again"), say("orders.order", { number: order.number })),
                problem: say("profile.orders.not_all"),
              }}
            />
            {order.status === "pending" && (
              <ProfileForm
                door={{
                  ...door(order.number, "cancel"),
                  action: takeBackOrder,
                  next: path(`/profile/orders/${number}?done=order_cancelled`),
                }}
                locale={locale}
                hidden={{ id: order.number }}
                look="quiet"
                sure={{ question: say("profile.orders.cancel_sure"), yes: say("profile.orders.cancel_yes") }}
                words={words(say("profile.orders.cancel"), say("orders.order", { number: order.number }))}
              />
            )}
          </div>
        </OrderCard>
      ))}
    </ProfileFrame>
  );
}
