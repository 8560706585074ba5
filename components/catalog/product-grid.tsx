import { ButtonLink } from "@/components/ui/button-link";
import type { ProductView } from "@/lib/catalog/views";
import type { Say } from "@/lib/platform/messages";
import { ProductCard } from "./product-card";

type ProductGridProps = {
  items: readonly ProductView[];
  locale: string;
  say: Say;
  /** How many pictures are seen before anybody scrolls; they are not lazy. */
  eager?: number;
  shop?: boolean;
  level?: "h2" | "h3";
};

export function ProductGrid({ items, locale, say, eager = 0, shop = true, level = "h3" }: ProductGridProps) {
  return (
    <ul className="grid grid-cols-2 gap-x-4 gap-y-9 sm:grid-cols-3 sm:gap-x-6 lg:grid-cols-4">
      {items.map((product, index) => (
        <li key={product.id} className="min-w-0">
          <ProductCard product={product} locale={locale} say={say} first={index < eager} shop={shop} level={level} />
        </li>
      ))}
    </ul>
  );
}

/** Leads on through a list: forward, and from a later page back to its beginning. */
export function ListEnd({ path, next, later, say }: { path: string; next: string | null; later: boolean; say: Say }) {
  if (!next && !later) return null;
  return (
    <nav aria-label={say("ui.pages")} className="mt-12 flex flex-wrap justify-center gap-3">
      {later && (
        <ButtonLink href={path} look="quiet">
          {say("ui.first_page")}
        </ButtonLink>
      )}
      {next && (
        <ButtonLink href={`${path}${path.includes("?") ? "&" : "?"}after=${next}`} look="secondary" rel="next">
          {say("ui.show_more")}
        </ButtonLink>
      )}
    </nav>
  );
}
