import type { Metadata } from "next";
import { CheckoutForm } from "@/components/orders/checkout-form";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { prepareCheckout } from "@/lib/orders/operations/checkout";
import { translator } from "@/lib/platform/messages";
import { pathIn } from "@/lib/platform/messages/paths";
import { pageContext } from "@/lib/web/action";
import { checkoutFormProps } from "./form-props";

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
  const { contact, address } = checkout;
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
  const partly = retailer !== undefined;
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
      <CheckoutForm {...checkoutFormProps(checkout, { contact, address }, { say, path, locale, partly })} />
    </div>
  );
}
