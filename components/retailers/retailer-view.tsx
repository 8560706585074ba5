import { ListEnd, ProductGrid } from "@/components/catalog/product-grid";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import type { ProductView } from "@/lib/catalog/views";
import type { Say } from "@/lib/platform/messages";
import { pathIn } from "@/lib/platform/messages/paths";
import type { RetailerView } from "@/lib/retailers/views";
import { Banner } from "./banner";
import { DeliveryTerms } from "./delivery-terms";
import { HoursTable, OpenLine } from "./opening-hours";
import { SpecialDays } from "./special-days";
import { TradeAndCity } from "./trade-and-city";

type RetailerPageProps = {
  /** `today` is the date at the shop. */
  found: { shop: RetailerView; today: string; items: ProductView[]; next: string | null };
  locale: string;
  say: Say;
  amount: (minor: number) => string;
  later?: boolean;
};

type FactsProps = Omit<RetailerPageProps, "found" | "later"> & Pick<RetailerPageProps["found"], "shop" | "today">;

function Facts({ shop, today, locale, say, amount }: FactsProps) {
  const { line, postcode, city, country } = shop.address;
  const heading = "text-sm font-semibold text-tile";
  return (
    <div className="grid gap-x-12 gap-y-8 border-y border-line py-8 sm:grid-cols-2 lg:grid-cols-3">
      <section>
        <h2 className={heading}>{say("retailer.hours")}</h2>
        <div className="mt-2">
          <HoursTable shop={shop} locale={locale} say={say} />
        </div>
        <SpecialDays
          days={shop.specialDays}
          timezone={shop.timezone}
          locale={locale}
          today={today}
          words={{ title: say("retailer.special"), closed: say("retailer.closed") }}
        />
        <p className="mt-2 text-sm text-ink-soft">{say("retailer.hours_note", { city })}</p>
      </section>
      <section>
        <h2 className={heading}>{say("retailer.handover")}</h2>
        <div className="mt-3">
          <DeliveryTerms shop={shop} locale={locale} say={say} amount={amount} />
        </div>
      </section>
      <section className="stack-2 text-sm">
        <h2 className={heading}>{say("retailer.address")}</h2>
        <address dir="auto" className="not-italic">
          {line}
          <br />
          {postcode} {city}
          <br />
          {new Intl.DisplayNames(locale, { type: "region" }).of(country)}
        </address>
        {shop.phone && (
          <p>
            <a
              href={`tel:${shop.phone}`}
              dir="ltr"
              className="inline-flex min-h-11 items-center text-tile underline underline-offset-4"
            >
              {shop.phone}
            </a>
          </p>
        )}
        {shop.email && (
          <p>
            <a
              href={`mailto:${shop.email}`}
              className="inline-flex min-h-11 items-center break-all text-tile underline underline-offset-4"
            >
              {shop.email}
            </a>
          </p>
        )}
      </section>
    </div>
  );
}

/** A shop: its picture and story, when it is open, how it hands over, what it sells. */
export function RetailerPageView({ found, locale, say, amount, later = false }: RetailerPageProps) {
  const { shop, today, items, next } = found;
  const to = pathIn(locale);
  return (
    <div className="page stack-8 py-6 pb-20">
      <Breadcrumb
        label={say("layout.trail")}
        steps={[
          { name: say("layout.home"), href: to("/") },
          { name: say("layout.retailers"), href: to("/retailers") },
          { name: shop.name },
        ]}
      />
      <div className="cut-24 overflow-hidden">
        <Banner hue={shop.hue} src={shop.banner} first className="h-40 sm:h-64 lg:h-80" />
      </div>
      <header className="grid gap-x-12 gap-y-4 lg:grid-cols-[1fr_1.2fr]">
        <div className="stack-2">
          <TradeAndCity shop={shop} />
          <h1 dir="auto" className="display text-3xl">
            {shop.name}
          </h1>
          <OpenLine shop={shop} locale={locale} say={say} />
        </div>
        <div className="stack-3">
          <p dir="auto" className="display text-xl">
            {shop.tagline}
          </p>
          {/* Cleaned before it was stored. */}
          <div
            dir="auto"
            className="prose max-w-prose text-start text-ink-soft"
            dangerouslySetInnerHTML={{ __html: shop.description }}
          />
        </div>
      </header>
      {!later && <Facts shop={shop} today={today} locale={locale} say={say} amount={amount} />}
      <section className="stack-6" aria-label={say("retailer.products")}>
        <div className="flex flex-wrap items-baseline gap-x-4">
          <h2 className="display text-2xl">{say("retailer.products")}</h2>
          <p className="text-ink-soft">{say("retailer.count", { count: shop.products })}</p>
        </div>
        {items.length > 0 ? (
          <>
            <ProductGrid items={items} locale={locale} say={say} shop={false} />
            <ListEnd path={to(`/retailers/${shop.handle}`)} next={next} later={later} say={say} />
          </>
        ) : (
          <EmptyState title={say("retailer.empty")} text={say("retailer.empty_hint", { name: shop.name })}>
            <ButtonLink href={to("/retailers")}>{say("retailer.others")}</ButtonLink>
          </EmptyState>
        )}
      </section>
    </div>
  );
}
