import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CookieEcho } from "@/components/cart/cookie-echo";
import { localDay } from "@/components/orders/local-time";
import { OrderCard } from "@/components/orders/order-card";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { readOrder, readSubmit } from "@/lib/orders/operations/read";
import { translator } from "@/lib/platform/messages";
import { pathIn } from "@/lib/platform/messages/paths";
import { pageContext } from "@/lib/web/action";

export const instant = false;

type Props = PageProps<"/[locale]/orders/[number]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, number } = await params;
  return { title: translator(locale)("orders.order", { number }), robots: { index: false } };
}

/** `1001` is all that one submit made, `1001-2` one of its orders. */
export default async function OrderPage({ params, searchParams }: Props) {
  const [{ locale, number }, query] = await Promise.all([params, searchParams]);
  const say = translator(locale);
  const path = pathIn(locale);
  const context = await pageContext(locale);
  const result = number.includes("-")
    ? await readOrder.safe(context, { id: number })
    : await readSubmit.safe(context, { number });
  if (!result.ok) notFound();
  const orders = "orders" in result.data ? result.data.orders : [result.data];
  const { placedAt, retailer } = orders[0]!;
  const date = localDay(placedAt, { timezone: retailer.timezone, locale }, "long");
  return (
    <div className="page stack-6 py-8">
      <CookieEcho state={number} />
      {query.placed === "1" && (
        <Notice tone="good" live="status" title={say("orders.thanks")}>
          {say("orders.thanks_hint", { count: orders.length })}
        </Notice>
      )}
      <PageHeading below={<p>{say("orders.placed", { date })}</p>}>
        <bdi>{say("orders.order", { number })}</bdi>
      </PageHeading>
      {orders.map((order) => (
        <OrderCard key={order.number} order={order} say={say} locale={locale} />
      ))}
      <p>
        <Link
          href={path("/orders")}
          className="inline-flex min-h-11 items-center text-tile underline underline-offset-4"
        >
          {say("orders.all")}
        </Link>
      </p>
    </div>
  );
}
