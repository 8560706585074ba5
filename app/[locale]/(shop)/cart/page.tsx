import type { Metadata } from "next";
import { Basket } from "@/components/cart/basket";
import { CookieEcho } from "@/components/cart/cookie-echo";
import { EmptyCartForm } from "@/components/cart/empty-form";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { Money } from "@/components/ui/price";
import { readCart } from "@/lib/cart/operations";
import { whyRefused } from "@/lib/cart/refused";
import { translator } from "@/lib/platform/messages";
import { pathIn } from "@/lib/platform/messages/paths";
import { pageContext } from "@/lib/web/action";

export const instant = false;

type Props = PageProps<"/[locale]/cart">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const say = translator((await params).locale);
  return { title: say("cart.title"), description: say("cart.empty_hint") };
}

export default async function CartPage({ params, searchParams }: Props) {
  const [{ locale }, query] = await Promise.all([params, searchParams]);
  const say = translator(locale);
  const path = pathIn(locale);
  const context = await pageContext(locale);
  const cart = await readCart.call(context, { cart: context.cookie("cart") });
  const united = Number(query.united) || 0;
  const refused = query.problem && (await whyRefused(String(query.problem), Number(query.variant), say));
  const notices = (
    <>
      <CookieEcho state={context.cookie("cart") ?? ""} />
      {united > 0 && <Notice live="status">{say("cart.united", { count: united })}</Notice>}
      {query.unordered === "1" && (
        <Notice tone="warn" live="alert">
          {say("cart.unordered")}
        </Notice>
      )}
      {refused && (
        <Notice tone="bad" live="alert">
          {refused}
        </Notice>
      )}
      {cart.gone.length > 0 && <Notice tone="warn">{say("cart.gone_lines", { count: cart.gone.length })}</Notice>}
    </>
  );
  if (!cart.baskets.length) {
    return (
      <div className="page stack-6 py-8">
        <PageHeading>{say("cart.title")}</PageHeading>
        {notices}
        <EmptyState title={say("cart.empty")} text={say("cart.empty_hint")}>
          <ButtonLink href={path("/categories")}>{say("cart.browse")}</ButtonLink>
        </EmptyState>
      </div>
    );
  }
  const several = cart.baskets.length > 1;
  return (
    <div className="page stack-6 py-8">
      <PageHeading below={<p>{say("cart.lead", { count: cart.count, shops: cart.baskets.length })}</p>}>
        {say("cart.title")}
      </PageHeading>
      {notices}
      {cart.baskets.map((basket) => (
        <Basket key={basket.retailer.handle} basket={basket} alone={!several} locale={locale} say={say} path={path} />
      ))}
      <div className="flex flex-wrap items-center justify-between gap-4 border-t border-line pt-5">
        <EmptyCartForm locale={locale} label={say("cart.clear")} />
        <div className="flex flex-wrap items-center gap-4">
          <p className="text-lg font-bold">
            {say(several ? "cart.grand_total" : "cart.total")} <Money text={cart.total.formatted} />
          </p>
          <ButtonLink href={path("/checkout")}>{say(several ? "cart.submit_all" : "checkout.title")}</ButtonLink>
        </div>
      </div>
    </div>
  );
}
