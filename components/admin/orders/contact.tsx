import { addressLines, countryName } from "@/lib/accounts/addresses/rules";
import type { KeptOrderView } from "@/lib/orders/keeping/views";
import type { Say } from "@/lib/platform/messages";

type Props = { order: Pick<KeptOrderView, "name" | "contact" | "masked" | "fulfilment">; say: Say; locale: string };

const link = "inline-flex min-h-11 items-center text-tile underline underline-offset-4";

/** The lines of an address, or what a mask leaves of it. */
export function placeOf({ name, contact: { address }, masked }: Props["order"], locale: string): string[] {
  if (!address) return [name];
  const country = countryName(address.country, locale);
  if (masked) return [name, address.city, country].filter(Boolean);
  return addressLines({ ...address, line1: address.line1 ?? "", postcode: address.postcode ?? "", name }, country);
}

/** Whom an order is for, how they are reached, and where it goes. */
export function Contact({ order, say, locale }: Props) {
  const { contact, masked } = order;
  return (
    <>
      <address className="not-italic">
        {placeOf(order, locale).map((line) => (
          <span key={line} dir="auto" className="block">
            {line}
          </span>
        ))}
        {masked ? (
          <>
            <bdi className="block">{contact.phone}</bdi>
            <bdi className="block break-all">{contact.email}</bdi>
          </>
        ) : (
          <>
            <a href={`tel:${contact.phone.replace(/[^+\d]/g, "")}`} className={link}>
              <span className="sr-only">{say("admin.orders.call")} </span>
              <bdi>{contact.phone}</bdi>
            </a>
            <br />
            <a href={`mailto:${contact.email}`} className={link}>
              <span className="sr-only">{say("admin.orders.write")} </span>
              <bdi className="break-all">{contact.email}</bdi>
            </a>
          </>
        )}
      </address>
      {masked && <p className="mt-2 text-sm text-ink-soft">{say("admin.orders.masked")}</p>}
    </>
  );
}
