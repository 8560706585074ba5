import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import type { Say } from "@/lib/platform/messages";
import { pathIn } from "@/lib/platform/messages/paths";
import type { RetailerView } from "@/lib/retailers/views";
import { DeliveryTerms } from "./delivery-terms";
import { HoursTable, OpenLine } from "./opening-hours";
import { TradeAndCity } from "./trade-and-city";

type SellerCardProps = { shop: RetailerView; locale: string; say: Say; amount: (minor: number) => string };

/** Who sells it, whether they are open, and how it gets to the shopper: beside the button that buys. */
export function SellerCard({ shop, locale, say, amount }: SellerCardProps) {
  return (
    <Card aria-label={`${say("product.sold_by")} ${shop.name}`} className="stack-4">
      <div>
        <p className="text-sm text-ink-soft">{say("product.sold_by")}</p>
        <h2 className="display text-xl">
          <Link
            href={pathIn(locale)(`/retailers/${shop.handle}`)}
            dir="auto"
            className="decoration-1 underline-offset-4 hover:underline"
          >
            {shop.name}
          </Link>
        </h2>
        <TradeAndCity shop={shop} quiet />
      </div>
      <div>
        <OpenLine shop={shop} locale={locale} say={say} />
        <details>
          <summary className="inline-flex min-h-11 items-center text-sm font-semibold text-tile underline underline-offset-4">
            {say("retailer.hours")}
          </summary>
          <HoursTable shop={shop} locale={locale} say={say} />
        </details>
      </div>
      <DeliveryTerms shop={shop} locale={locale} say={say} amount={amount} />
    </Card>
  );
}
