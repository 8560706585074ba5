import type { Metadata } from "next";
import { PackingSheet } from "@/components/admin/orders/packing-sheet";
import { PrintButton } from "@/components/admin/orders/print-button";
import { withQuery } from "@/components/admin/pager";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { readPacking } from "@/lib/orders/keeping/operations/read";
import { isOrderStatus } from "@/lib/orders/rules";
import { translator } from "@/lib/platform/messages";
import { adminPage } from "../../admin-page";

export const instant = false;

type Props = PageProps<"/[locale]/admin/orders/packing">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale)("admin.orders.pack_title") };
}

export default async function PackingPage(props: Props) {
  const { say, path, context, query, locale } = await adminPage(props, "orders");
  const { ids } = await props.searchParams;
  const { fulfilment, shop, since, until } = query;
  const status = isOrderStatus(query.status) ? query.status : "pending";
  const given = Object.entries({ fulfilment, shop, since, until }).filter(([, value]) => value);
  const { orders, more } = await readPacking.call(context, {
    status,
    ...Object.fromEntries(given),
    ...(ids !== undefined && { ids: [ids].flat() }),
  });
  const back = withQuery(path("/admin/orders"), { status, ...Object.fromEntries(given) });
  return (
    <div className="stack-6 mx-auto w-full max-w-3xl px-4 py-6 print:max-w-none print:p-0">
      <header className="stack-3 print:hidden">
        <a href={back} className="inline-flex min-h-11 items-center text-sm font-semibold text-tile underline">
          {say("admin.sections.orders")}
        </a>
        <h1 className="display text-2xl">{say("admin.orders.pack_title")}</h1>
        <p className="text-ink-soft">{say("admin.orders.print_hint")}</p>
        {orders.length > 0 && <PrintButton label={say("admin.orders.print_now")} />}
        {more && <Notice tone="warn">{say("admin.orders.pack_more", { count: orders.length })}</Notice>}
      </header>
      {orders.length === 0 && <EmptyState title={say("admin.orders.pack_none")} />}
      {orders.map((order) => (
        <PackingSheet key={order.number} order={order} say={say} locale={locale} />
      ))}
    </div>
  );
}
