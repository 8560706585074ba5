import { Pin, Van } from "@/components/ui/icons";
import type { Say } from "@/lib/platform/messages";
import type { RetailerView } from "@/lib/retailers/views";

type TermsProps = { shop: RetailerView; locale: string; say: Say; amount: (minor: number) => string };

/** How a shop hands its goods over: what delivery costs, from what order on, how far, and pickup. */
export function DeliveryTerms({ shop, locale, say, amount }: TermsProps) {
  const { delivers, picksUp, radius, minimumOrder, deliveryFee, freeAbove, preparation } = shop.delivery;
  const kilometres = radius && new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(radius / 1000);
  const terms = [
    deliveryFee > 0 ? say("retailer.delivers", { fee: amount(deliveryFee) }) : say("retailer.delivers_free"),
    deliveryFee > 0 && freeAbove !== null && say("retailer.free_above", { amount: amount(freeAbove) }),
    minimumOrder > 0 && say("retailer.minimum", { amount: amount(minimumOrder) }),
    kilometres && say("retailer.radius", { distance: kilometres }),
  ].filter(Boolean);
  return (
    <ul className="stack-2 text-sm">
      <li className="flex gap-2.5">
        <Van className="mt-0.5 size-5 shrink-0 text-tile mirror" />
        <span>{delivers ? terms.join(", ") : say("retailer.no_delivery")}</span>
      </li>
      <li className="flex gap-2.5">
        <Pin className="mt-0.5 size-5 shrink-0 text-tile" />
        <span>{picksUp ? say("retailer.picks_up") : say("retailer.no_pickup")}</span>
      </li>
      {preparation && (
        <li dir="auto" className="ps-7.5 text-ink-soft">
          {preparation}
        </li>
      )}
    </ul>
  );
}
