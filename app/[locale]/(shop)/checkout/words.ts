import type { CheckoutWords } from "@/components/orders/checkout-form";
import { addressFields } from "@/lib/accounts/addresses/rules";
import type { Say } from "@/lib/platform/messages";

/** The words of the checkout's form. Placeholders that the browser fills stay in braces. */
export function checkoutWords(say: Say): CheckoutWords {
  return {
    errorTitle: say("errors.invalid"),
    contact: say("checkout.contact"),
    name: say("checkout.name"),
    email: say("checkout.email"),
    phone: say("checkout.phone"),
    phoneHint: say("checkout.phone_hint"),
    handover: say("checkout.handover"),
    address: say("checkout.address"),
    addressHint: say("checkout.address_hint"),
    line1: say("checkout.line1"),
    line2: say("checkout.line2"),
    optional: say("checkout.optional"),
    postcode: say("checkout.postcode"),
    city: say("checkout.city"),
    country: say("checkout.country"),
    note: say("checkout.note"),
    payment: say("checkout.payment"),
    paymentText: say("checkout.payment_text"),
    summary: say("checkout.summary"),
    place: say("checkout.place"),
    placing: say("checkout.placing"),
    total: say("cart.total"),
    accept: say("checkout.accept", { total: "{total}" }),
    mended: say("checkout.mended"),
    back: say("checkout.back"),
    stays: say("checkout.stays"),
    noneReady: say("checkout.none_ready"),
  };
}

/** The fields that an address has in this country beside those of everywhere; a company only where one was given. */
export function moreFields(say: Say, country: string, address: { organization?: string | undefined } | null) {
  return addressFields(country)
    .filter(
      ({ field }) => ["district", "region"].includes(field) || (field === "organization" && address?.organization),
    )
    .map(({ field, word }) => ({ name: `address.${field}`, label: say(`addresses.words.${word}`) }));
}
