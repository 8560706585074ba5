import { CardLink } from "@/components/ui/card-link";
import { Price } from "@/components/ui/price";
import type { ProductView } from "@/lib/catalog/views";
import type { Say } from "@/lib/platform/messages";
import { pathIn } from "@/lib/platform/messages/paths";
import { ProductPicture } from "./product-picture";

type RankingProps = { items: readonly ProductView[]; locale: string; say: Say };

/** Best sellers in their order, each with its place. */
export function Ranking({ items, locale, say }: RankingProps) {
  const number = new Intl.NumberFormat(locale);
  return (
    <ol className="grid gap-x-12 sm:grid-cols-2">
      {items.map((product, index) => (
        <li key={product.id} className="group relative flex min-w-0 items-center gap-4 border-b border-line py-4">
          <span aria-hidden="true" className="display w-8 shrink-0 text-center text-2xl text-tile tabular-nums">
            {number.format(index + 1)}
          </span>
          <span className="cut-10 block w-18 shrink-0 overflow-hidden">
            <ProductPicture
              src={product.image}
              alt=""
              name={product.name}
              category={product.category?.name}
              sizes="4.5rem"
            />
          </span>
          <span className="min-w-0 grow">
            <CardLink
              href={pathIn(locale)(`/products/${product.slug}`)}
              name={product.name}
              className="line-clamp-2 leading-snug font-semibold"
            />
            <span dir="auto" className="block truncate text-sm text-ink-soft">
              {product.retailer.name}
            </span>
          </span>
          <Price text={product.price.formatted} before={product.priceVaries ? say("ui.from") : undefined} />
        </li>
      ))}
    </ol>
  );
}
