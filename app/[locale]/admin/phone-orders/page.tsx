import type { Metadata } from "next";
import { AdminFrame } from "@/components/admin/frame";
import { Caller } from "@/components/admin/orders/caller";
import { Wanted } from "@/components/admin/orders/wanted";
import { withQuery } from "@/components/admin/pager";
import { CheckoutForm } from "@/components/orders/checkout-form";
import { Notice } from "@/components/ui/notice";
import { TitledCard } from "@/components/ui/titled-card";
import { formatCart, parseCart } from "@/lib/cart/cookie";
import { listProducts } from "@/lib/catalog/operations";
import { placeOrderForCaller } from "@/lib/orders/phone/actions";
import { findCustomers, preparePhoneOrder } from "@/lib/orders/phone/operations";
import { changedItems } from "@/lib/orders/phone/rules";
import { translator } from "@/lib/platform/messages";
import type { Context } from "@/lib/web/context";
import { checkoutFormProps } from "../../(shop)/checkout/form-props";
import { adminPage } from "../admin-page";

export const instant = false;

type Props = PageProps<"/[locale]/admin/phone-orders">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale)("admin.phone.title") };
}

async function callers(context: Context, find: string | undefined) {
  if (find === undefined) return null;
  const answer = await findCustomers.safe(context, { q: find });
  return answer.ok
    ? { ...answer.data, problem: undefined }
    : { items: [], more: false, problem: answer.error.errors[0]?.message ?? answer.error.message };
}

export default async function PhoneOrderPage(props: Props) {
  const { say, path, context, query, words, frame, locale } = await adminPage(props, "phone-orders");
  const action = path("/admin/phone-orders");
  const { q, find } = query;
  const wanted = changedItems(parseCart(query.items ?? ""), query);
  const items = formatCart(wanted);
  const customerId = /^\d{1,9}$/.test(query.customer ?? "") ? Number(query.customer) : undefined;
  const asked = { items: wanted, ...(customerId !== undefined && { customerId }) };
  const prepared = await preparePhoneOrder.safe(context, asked);
  const { customer, baskets, changes } = prepared.ok
    ? prepared.data
    : await preparePhoneOrder.call(context, { items: wanted });
  const known = { contact: { name: customer?.name ?? "", email: "", phone: "" }, address: null };
  const form = checkoutFormProps({ baskets, changes }, known, { say, path, locale, partly: false });
  return (
    <AdminFrame {...frame} title={say("admin.phone.title")} lead={say("admin.phone.lead")}>
      {!prepared.ok && (
        <Notice tone="warn" live="status">
          {prepared.error.errors[0]?.message ?? prepared.error.message}
        </Notice>
      )}
      <TitledCard title={say("admin.phone.customer")} className="stack-4">
        <Caller
          say={say}
          locale={locale}
          action={action}
          items={items}
          chosen={customer}
          find={find}
          found={customer ? null : await callers(context, find)}
          words={words(say("admin.phone.open"))}
        />
      </TitledCard>
      <TitledCard title={say("admin.phone.items")} className="stack-4">
        <Wanted
          say={say}
          action={action}
          keep={{ customer: customer ? String(customer.id) : undefined, items }}
          q={q}
          products={q ? (await listProducts.call(context, { q, pageSize: 10 })).items : null}
          baskets={baskets}
          wanted={wanted}
        />
      </TitledCard>
      {baskets.length > 0 && !customer && <p>{say("admin.phone.choose_first")}</p>}
      {baskets.length > 0 && customer && (
        <CheckoutForm
          {...form}
          // Another caller is another order.
          key={customer.id}
          action={placeOrderForCaller}
          also={{ customerId: String(customer.id), items }}
          cartHref={withQuery(action, { customer: String(customer.id), items })}
          words={{
            ...form.words,
            place: say("admin.phone.place"),
            handover: say("admin.phone.handover"),
            summary: say("admin.phone.summary"),
            paymentText: say("admin.phone.payment_text"),
            back: say("admin.phone.again"),
          }}
        />
      )}
    </AdminFrame>
  );
}
