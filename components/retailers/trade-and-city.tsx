import { classNames } from "@/components/ui/class-names";
import type { RetailerView } from "@/lib/retailers/views";

/** What a shop deals in and where it stands, in one line over or under its name. */
export function TradeAndCity({ shop, quiet = false }: { shop: RetailerView; quiet?: boolean }) {
  return (
    <p
      dir="auto"
      className={classNames("text-sm first-letter:uppercase", quiet ? "text-ink-soft" : "font-semibold text-tile")}
    >
      {[shop.trade, shop.address.city].filter(Boolean).join(" · ")}
    </p>
  );
}
