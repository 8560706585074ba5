import type { Metadata } from "next";
import { SignOut } from "@/components/accounts/sign-out";
import { localDay } from "@/components/orders/local-time";
import { StatusBadge } from "@/components/orders/order-card";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { Money } from "@/components/ui/price";
import { listOrders } from "@/lib/orders/operations/read";
import type { OrderView } from "@/lib/orders/views";
import { translator } from "@/lib/platform/messages";
import { pathIn } from "@/lib/platform/messages/paths";
import { pageContext } from "@/lib/web/action";

export const instant = false;

type Props = PageProps<"/[locale]/orders">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale)("orders.title"), robots: { index: false } };
}

export default async function OrdersPage({ params, searchParams }: Props) {
  const [{ locale }, query] = await Promise.all([params, searchParams]);
  const say = translator(locale);
  const path = pathIn(locale);
  const asked = Math.trunc(Number(query.page));
  const context = await pageContext(locale);
  const { name } = await context.actor();
  const { items, page } = await listOrders.call(context, {
    page: asked >= 1 && asked <= 10_000 ? asked : 1,
    pageSize: 20,
  });
  const day = ({ placedAt, retailer: { timezone } }: OrderView) => localDay(placedAt, { timezone, locale }, "medium");
  const heading = (
    <PageHeading
      below={<SignOut locale={locale} who={say("account.signed_in_as", { name })} label={say("account.sign_out")} />}
    >
      {say("orders.title")}
    </PageHeading>
  );
  if (!items.length) {
    return (
      <div className="page stack-6 py-8">
        {heading}
        <EmptyState title={say("orders.empty")} text={say("orders.empty_hint")}>
          <ButtonLink href={path("/categories")}>{say("cart.browse")}</ButtonLink>
        </EmptyState>
      </div>
    );
  }
  return (
    <div className="page stack-6 py-8">
      {heading}
      <ul className="divide-y divide-line border-y border-line">
        {items.map((order) => (
          <li key={order.number} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-3">
            <div className="min-w-0">
              <Link
                href={path(`/orders/${order.number}`)}
                className="inline-flex min-h-11 items-center font-semibold text-tile underline underline-offset-4"
              >
                <bdi>{say("orders.order", { number: order.number })}</bdi>
              </Link>
              <p dir="auto" className="text-sm text-ink-soft">
                {order.retailer.name} · {say("orders.placed", { date: day(order) })} ·{" "}
                {say("orders.pieces", { count: order.lines.reduce((sum, line) => sum + line.quantity, 0) })}
              </p>
            </div>
            <div className="flex items-center gap-4">
              <StatusBadge status={order.status} say={say} />
              <Money text={order.total.formatted} className="font-semibold" />
            </div>
          </li>
        ))}
      </ul>
      {(page.previous || page.next) && (
        <nav aria-label={say("orders.title")} className="flex gap-3">
          {page.previous && (
            <ButtonLink look="secondary" href={path(`/orders?page=${page.previous}`)}>
              {say("orders.newer")}
            </ButtonLink>
          )}
          {page.next && (
            <ButtonLink look="secondary" href={path(`/orders?page=${page.next}`)}>
              {say("orders.older")}
            </ButtonLink>
          )}
        </nav>
      )}
    </div>
  );
}
