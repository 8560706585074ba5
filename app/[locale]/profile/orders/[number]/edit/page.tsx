import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { FieldSpec } from "@/components/profile/fields";
import { ProfileFrame } from "@/components/profile/frame";
import { OrderForm } from "@/components/profile/order-form";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { homeCountry } from "@/lib/accounts/identifier";
import { saveOrder } from "@/lib/orders/actions";
import { readOrder } from "@/lib/orders/operations/read";
import { handoverAgain } from "@/lib/orders/rules";
import type { OrderView } from "@/lib/orders/views";
import { translator } from "@/lib/platform/messages";
import { money } from "@/lib/platform/money";
import { retailerByHandle } from "@/lib/retailers/queries";
import { postalGiven } from "../../../addresses/address-page";
import { profilePage } from "../../../profile-page";

export const instant = false;

type Props = PageProps<"/[locale]/profile/orders/[number]/edit">;
type Given = Awaited<ReturnType<typeof profilePage>>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, number } = await params;
  return { title: translator(locale)("profile.orders.edit_title", { number }) };
}

type Shop = Awaited<ReturnType<typeof retailerByHandle>>;

/** Delivery and pickup with what each costs, as far as the shop offers them for this order. */
function waysOf({ say, locale }: Given, order: OrderView, shop: Shop) {
  const { fulfilment, subtotal, discount, shipping, total } = order;
  const placed = { fulfilment, subtotal: subtotal.amount, discount: discount.amount, shipping: shipping.amount };
  const ways = (["delivery", "pickup"] as const).flatMap((value) => {
    const terms = shop && handoverAgain(placed, value, shop.delivery);
    return terms && terms.missing === 0 ? [{ value, ...terms }] : [];
  });
  if (ways.length < 2) return { field: null, totals: [{ fulfilment, total: total.amount }] };
  const field: FieldSpec = {
    kind: "radio",
    name: "fulfilment",
    label: say("checkout.handover"),
    value: fulfilment,
    options: ways.map((way) => ({
      value: way.value,
      label: say(`profile.orders.${way.value}`),
      note: way.shipping ? money(way.shipping, total.currency, locale).formatted : say("cart.free"),
    })),
  };
  return { field, totals: ways.map((way) => ({ fulfilment: way.value, total: way.total })) };
}

export default async function EditOrderPage(props: Props) {
  const [{ number }, given] = await Promise.all([props.params, profilePage(props)]);
  const { locale, say, path, context, words, frame } = given;
  const result = await readOrder.safe(context, { id: number });
  if (!result.ok) notFound();
  const order = result.data;
  const title = say("profile.orders.edit_title", { number });
  const back = path(`/profile/orders/${number}`);
  if (order.status !== "pending") {
    return (
      <ProfileFrame {...frame} view="orders" title={<bdi>{title}</bdi>}>
        <EmptyState
          title={say("profile.orders.too_late")}
          text={say("orders.settled", { status: say(`orders.status.${order.status}`) })}
        >
          <a href={back} className={buttonClass({})}>
            {say("profile.orders.back")}
          </a>
        </EmptyState>
      </ProfileFrame>
    );
  }
  const shop = await retailerByHandle(order.retailer.handle);
  const { field: choice, totals } = waysOf(given, order, shop);
  const delivers = order.fulfilment === "delivery" || choice !== null;
  const { contact } = order;
  return (
    <ProfileFrame
      {...frame}
      view="orders"
      title={<bdi>{title}</bdi>}
      below={<p>{say("profile.orders.edit_hint")}</p>}
      back={{ href: back, label: say("profile.orders.back") }}
    >
      <OrderForm
        id={number}
        door={{
          id: `edit-${number}`,
          action: saveOrder,
          method: "PATCH",
          api: `/api/profile/orders/${number}`,
          next: path(`/profile/orders/${number}?done=order_edited`),
        }}
        locale={locale}
        words={{
          ...words(say("profile.orders.save")),
          contact: say("checkout.contact"),
          address: say("checkout.address"),
          handover: say("checkout.handover"),
          note: say("profile.orders.note"),
          accept: say("profile.orders.accept"),
        }}
        contact={[
          {
            kind: "text",
            name: "contact.name",
            label: say("checkout.name"),
            value: contact.name,
            autoComplete: "name",
            dir: "auto",
            required: true,
          },
          {
            kind: "text",
            type: "email",
            name: "contact.email",
            label: say("checkout.email"),
            value: contact.email,
            autoComplete: "email",
            dir: "ltr",
            required: true,
          },
          {
            kind: "text",
            type: "tel",
            name: "contact.phone",
            label: say("checkout.phone"),
            value: contact.phone,
            autoComplete: "tel",
            dir: "ltr",
            hint: say("checkout.phone_hint"),
            required: true,
          },
        ]}
        handover={choice}
        totals={totals}
        address={
          delivers
            ? postalGiven(given, order.address ?? { country: shop?.address.country ?? homeCountry() }, "address.")
            : null
        }
        note={{
          kind: "area",
          name: "note",
          label: say("profile.orders.note"),
          value: order.note,
          optional: say("checkout.optional"),
          dir: "auto",
        }}
      />
    </ProfileFrame>
  );
}
