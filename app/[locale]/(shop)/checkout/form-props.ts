import { randomUUID } from "node:crypto";
import type { CheckoutFormProps } from "@/components/orders/checkout-form";
import { formatFees, formatShown, lineLabel } from "@/lib/orders/rules";
import type { ChangeView, CheckoutBasketView, OrderView } from "@/lib/orders/views";
import { env } from "@/lib/platform/env";
import type { Say } from "@/lib/platform/messages";
import { countries } from "../../countries";
import { checkoutBasket } from "./basket";
import { checkoutWords, moreFields } from "./words";

type Checkout = { baskets: CheckoutBasketView[]; changes: ChangeView[] };
/** What the form begins with. */
type Known = { contact: Record<"name" | "email" | "phone", string>; address: OrderView["address"] };
/** `partly`: not all of the cart is ordered. */
type Page = { say: Say; path: (path: string) => string; locale: string; partly: boolean };

/** The checkout's form for some baskets, with what it says of what it shows. */
export function checkoutFormProps(
  { baskets, changes }: Checkout,
  { contact, address }: Known,
  { say, path, locale, partly }: Page,
): CheckoutFormProps {
  const ready = baskets.filter(({ suggested }) => suggested !== null);
  const lines = ready.flatMap((basket) => basket.lines);
  const shown = formatShown(lines.map((line) => ({ ...line, price: line.unitPrice.amount })));
  const fees = ready.flatMap(({ retailer: { id }, handovers }) =>
    handovers.flatMap(({ fulfilment, shipping }): [number, number][] =>
      fulfilment === "delivery" ? [[id, shipping.amount]] : [],
    ),
  );
  const country = address?.country ?? baskets[0]?.retailer.country ?? "";
  return {
    locale,
    currency: env.CHARSU_CURRENCY,
    words: checkoutWords(say),
    cartHref: path("/cart"),
    baskets: baskets.map((basket) => checkoutBasket(basket, say, path)),
    mended: changes.map(({ message }) => message),
    names: Object.fromEntries(lines.map((line) => [line.variantId, lineLabel(line).slice(0, 400)])),
    hidden: {
      idempotencyKey: randomUUID(),
      shown,
      shownFees: formatFees(new Map(fees)),
      retailers: partly || ready.length < baskets.length ? ready.map((basket) => basket.retailer.handle) : [],
    },
    defaults: {
      "address.country": country,
      ...Object.fromEntries(Object.entries(contact).map(([name, value]) => [`contact.${name}`, value])),
      ...Object.fromEntries(Object.entries(address ?? {}).map(([name, value]) => [`address.${name}`, value ?? ""])),
    },
    countries: countries(locale),
    more: moreFields(say, country, address),
  };
}
