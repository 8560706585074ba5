import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { FieldSpec } from "@/components/profile/fields";
import { ProfileFrame } from "@/components/profile/frame";
import { OrderForm } from "@/components/profile/order-form";
import { postalSpecs } from "@/components/profile/postal-specs";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { saveOrder } from "@/lib/orders/actions";
import { readOrder } from "@/lib/orders/operations/read";
import { handoverAgain } from "@/lib/orders/rules";
import type { OrderView } from "@/lib/orders/views";
import { translator } from "@/lib/platform/messages";
import { money } from "@/lib/platform/money";
import { retailerByHandle } from "@/lib/retailers/queries";
import { countries } from "../../../../countries";
import { addressLabels } from "../../../addresses/address-page";
import { profilePage } from "../../../profile-page";

export const instant = false;

type Props = PageProps<"/[locale]/profile/orders/[number]/edit">;
type Given = Awaited<ReturnType<typeof profilePage>>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, number } = await params;
  return { title: translator(locale)("profile.orders.edit_title", { number }) };
}

/** Delivery and pickup with what each costs, as far as the shop offers them for this order. */
async function handover({ say, locale }: Given, order: OrderView): Promise<FieldSpec | null> {
  const shop = await retailerByHandle(order.retailer.handle);
  if (!shop) return null;
  const placed = { fulfilment: order.fulfilment, subtotal: order.subtotal.amount, shipping: order.shipping.amount };
  const options = (["delivery", "pickup"] as const).flatMap((value) => {
    const terms = handoverAgain(placed, value, shop.delivery);
    if (!terms || terms.missing > 0) return [];
    const { formatted } = money(terms.shipping, order.total.currency, locale);
    return [{ value, label: say(`profile.orders.${value}`), note: terms.shipping ? formatted : say("cart.free") }];
  });
  const label = say("checkout.handover");
  return options.length > 1 ? { kind: "radio", name: "fulfilment", label, value: order.fulfilment, options } : null;
}

function addressSpecs({ say, locale, query }: Given, order: OrderView, home: string): FieldSpec[] {
  const country = String(query.country ?? "") || order.address?.country || home;
  const values = Object.fromEntries(
    Object.entries(order.address ?? {}).map(([name, text]) => [`address.${name}`, text]),
  );
  const words = {
    optional: say("checkout.optional"),
    postcodeHint: say("profile.addresses.postcode_hint", { example: "{example}" }),
  };
  const options = countries(locale).map(({ code, name }) => ({ value: code, label: name }));
  return [
    ...postalSpecs(country, { labels: addressLabels(locale, say), values, words, prefix: "address." }),
    {
      kind: "select",
      name: "address.country",
      label: say("checkout.country"),
      value: country,
      autoComplete: "country",
      options,
    },
  ];
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
        <EmptyState title={say("orders.settled", { status: say(`orders.status.${order.status}`) })}>
          <a href={back} className={buttonClass({})}>
            {say("profile.orders.back")}
          </a>
        </EmptyState>
      </ProfileFrame>
    );
  }
  const choice = await handover(given, order);
  const delivers = order.fulfilment === "delivery" || choice !== null;
  const { contact } = order;
  const shop = delivers && !order.address ? await retailerByHandle(order.retailer.handle) : null;
  return (
    <ProfileFrame {...frame} view="orders" title={<bdi>{title}</bdi>} below={<p>{say("profile.orders.edit_hint")}</p>}>
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
          note: say("checkout.note"),
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
        address={delivers ? addressSpecs(given, order, shop?.address.country ?? "DE") : []}
        note={{
          kind: "area",
          name: "note",
          label: say("checkout.note"),
          value: order.note,
          optional: say("checkout.optional"),
          dir: "auto",
        }}
      />
    </ProfileFrame>
  );
}
