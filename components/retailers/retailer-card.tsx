import { CardLink } from "@/components/ui/card-link";
import type { Say } from "@/lib/platform/messages";
import { pathIn } from "@/lib/platform/messages/paths";
import type { RetailerView } from "@/lib/retailers/views";
import { Banner } from "./banner";
import { TradeAndCity } from "./trade-and-city";

type RetailerCardProps = { shop: RetailerView; locale: string; say: Say; level?: "h2" | "h3"; first?: boolean };

/** A shop in a list: its picture, trade and place. The whole card leads to it. */
export function RetailerCard({ shop, locale, say, level: Heading = "h3", first = false }: RetailerCardProps) {
  return (
    <article className="group cut-20 relative flex h-full flex-col overflow-hidden border border-line bg-surface">
      <Banner
        hue={shop.hue}
        src={shop.banner}
        first={first}
        className="aspect-8/3 h-auto"
        sizes="(min-width: 1024px) 26rem, (min-width: 640px) 46vw, 92vw"
      />
      <div className="flex grow flex-col p-5">
        <TradeAndCity shop={shop} />
        <Heading className="display mt-1 text-xl">
          <CardLink href={pathIn(locale)(`/retailers/${shop.handle}`)} name={shop.name} />
        </Heading>
        <p dir="auto" className="mt-1 text-sm">
          {shop.tagline}
        </p>
        <p className="mt-auto pt-3 text-sm text-ink-soft">{say("retailer.count", { count: shop.products })}</p>
      </div>
    </article>
  );
}
