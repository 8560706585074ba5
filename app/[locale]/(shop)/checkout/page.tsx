import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { CheckoutForm } from "@/components/orders/checkout-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { prepareCheckout } from "@/lib/orders/operations/checkout";
import { formatFees, formatShown, lineLabel } from "@/lib/orders/rules";
import { env } from "@/lib/platform/env";
import { translator } from "@/lib/platform/messages";
import { pathIn } from "@/lib/platform/messages/paths";
import { pageContext } from "@/lib/web/action";
import { checkoutBasket } from "./basket";
import { checkoutWords, countries } from "./words";

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
  const result = await prepareCheckout.safe(context, { cart: context.cookie("cart"), retailer });
  if (!result.ok) redirect(path("/cart"));
  const { contact, address, changes } = result.data;
  if (!result.data.baskets.length) redirect(path(result.data.asked ? "/cart?unordered=1" : "/cart"));
  const ready = result.data.baskets.filter(({ suggested }) => suggested !== null);
  const lines = ready.flatMap((basket) => basket.lines);
  const shown = formatShown(lines.map((line) => ({ ...line, price: line.unitPrice.amount })));
  const fees = ready.flatMap(({ retailer: { id }, handovers }) =>
    handovers.flatMap(({ fulfilment, shipping }): [number, number][] =>
      fulfilment === "delivery" ? [[id, shipping.amount]] : [],
    ),
  );
  const partly = retailer !== undefined || ready.length < result.data.baskets.length;
  const baskets = result.data.baskets.map((basket) => checkoutBasket(basket, say, path));
  const defaults = {
    ...Object.fromEntries(Object.entries(contact).map(([name, value]) => [`contact.${name}`, value])),
    ...Object.fromEntries(Object.entries(address ?? {}).map(([name, value]) => [`address.${name}`, value ?? ""])),
  };
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
        defaults={{ "address.country": result.data.baskets[0]?.retailer.country ?? "", ...defaults }}
        countries={countries(locale)}
      />
    </div>
  );
}
