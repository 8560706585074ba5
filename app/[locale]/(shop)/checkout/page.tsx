import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { CheckoutForm } from "@/components/orders/checkout-form";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { prepareCheckout } from "@/lib/orders/operations/checkout";
import { formatFees, formatShown, lineLabel } from "@/lib/orders/rules";
import { env } from "@/lib/platform/env";
import { translator } from "@/lib/platform/messages";
import { pathIn } from "@/lib/platform/messages/paths";
import { pageContext } from "@/lib/web/action";
import { countries } from "../../countries";
import { checkoutBasket } from "./basket";
import { checkoutWords, moreFields } from "./words";

export const instant = false;

type Props = PageProps<"/[locale]/checkout">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale)("checkout.title"), robots: { index: false } };
}

export default async function CheckoutPage({ params, searchParams }: Props) {
  const [{ locale }, query] = await Promise.all([params, searchParams]);
  const say = translator(locale);
  const path = pathIn(locale);
  const context = await pageContext(locale);
  const retailer = typeof query.shop === "string" ? query.shop : undefined;
  const checkout = await prepareCheckout.call(context, { retailer });
  const { contact, address, changes } = checkout;
  // Said here: without script nothing leads on from a page whose stream has begun.
  if (!checkout.baskets.length) {
    return (
      <div className="page stack-6 py-8">
        <PageHeading>{say("checkout.title")}</PageHeading>
        <EmptyState title={say("checkout.empty")} text={say("checkout.empty_hint")}>
          <ButtonLink href={path("/cart")}>{say("checkout.back")}</ButtonLink>
        </EmptyState>
      </div>
    );
  }
  const ready = checkout.baskets.filter(({ suggested }) => suggested !== null);
  const lines = ready.flatMap((basket) => basket.lines);
  const shown = formatShown(lines.map((line) => ({ ...line, price: line.unitPrice.amount })));
  const fees = ready.flatMap(({ retailer: { id }, handovers }) =>
    handovers.flatMap(({ fulfilment, shipping }): [number, number][] =>
      fulfilment === "delivery" ? [[id, shipping.amount]] : [],
    ),
  );
  const partly = retailer !== undefined || ready.length < checkout.baskets.length;
  const baskets = checkout.baskets.map((basket) => checkoutBasket(basket, say, path));
  const defaults = {
    ...Object.fromEntries(Object.entries(contact).map(([name, value]) => [`contact.${name}`, value])),
    ...Object.fromEntries(Object.entries(address ?? {}).map(([name, value]) => [`address.${name}`, value ?? ""])),
  };
  const country = address?.country ?? checkout.baskets[0]?.retailer.country ?? "";
  return (
    <div className="page stack-6 py-8">
      <PageHeading
        over={
          <Link href={path("/cart")} className="inline-flex min-h-11 items-center underline-offset-4 hover:underline">
            {say("checkout.back")}
          </Link>
        }
      >
        {say("checkout.title")}
      </PageHeading>
      <CheckoutForm
        locale={locale}
        currency={env.CHARSU_CURRENCY}
        words={checkoutWords(say)}
        cartHref={path("/cart")}
        baskets={baskets}
        mended={changes.map(({ message }) => message)}
        names={Object.fromEntries(lines.map((line) => [line.variantId, lineLabel(line).slice(0, 400)]))}
        hidden={{
          idempotencyKey: randomUUID(),
          shown,
          shownFees: formatFees(new Map(fees)),
          retailers: partly ? ready.map((basket) => basket.retailer.handle) : [],
        }}
        defaults={{ "address.country": country, ...defaults }}
        countries={countries(locale)}
        more={moreFields(say, country, address)}
      />
    </div>
  );
}
