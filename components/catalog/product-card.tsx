import { Badge } from "@/components/ui/badge";
import { CardLink } from "@/components/ui/card-link";
import { Price } from "@/components/ui/price";
import type { ProductView } from "@/lib/catalog/views";
import type { Say } from "@/lib/platform/messages";
import { pathIn } from "@/lib/platform/messages/paths";
import { ProductPicture } from "./product-picture";

type ProductCardProps = {
  product: ProductView;
  locale: string;
  say: Say;
  first?: boolean;
  level?: "h2" | "h3";
  shop?: boolean;
};

/** A product in a grid. The whole card leads to it by the link in its name. */
export function ProductCard({
  product,
  locale,
  say,
  first = false,
  level: Heading = "h3",
  shop = true,
}: ProductCardProps) {
  return (
    <article className="group relative flex h-full flex-col">
      <div className="cut-20 overflow-hidden">
        <ProductPicture
          src={product.image}
          alt=""
          name={product.name}
          category={product.category?.name}
          first={first}
        />
      </div>
      <div className="mt-3 flex grow flex-col">
        <Heading className="text-base leading-snug font-semibold">
          <CardLink href={pathIn(locale)(`/products/${product.slug}`)} name={product.name} className="line-clamp-3" />
        </Heading>
        {shop && (
          <p dir="auto" className="mt-0.5 truncate text-sm text-ink-soft">
            {product.retailer.name}
          </p>
        )}
        <p className="mt-1 flex flex-wrap items-center gap-x-2">
          <Price text={product.price.formatted} before={product.priceVaries ? say("ui.from") : undefined} />
          {!product.inStock && <Badge tone="warn">{say("catalog.sold_out")}</Badge>}
        </p>
      </div>
    </article>
  );
}
