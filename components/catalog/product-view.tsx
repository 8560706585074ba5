import { SellerCard } from "@/components/retailers/seller-card";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { addToCart } from "@/lib/cart/actions";
import type { ProductDetailView, ProductView } from "@/lib/catalog/views";
import type { Say } from "@/lib/platform/messages";
import { pathIn } from "@/lib/platform/messages/paths";
import { takesOrders } from "@/lib/retailers/rules";
import type { RetailerView } from "@/lib/retailers/views";
import { BuyForm } from "./buy-form";
import { buyVariants, buyWords } from "./buy-view";
import { Gallery } from "./gallery";
import { Placeholder } from "./placeholder";
import { ProductDetails } from "./product-details";
import { ProductGrid } from "./product-grid";

type ProductPageProps = {
  product: ProductDetailView;
  shop: RetailerView;
  others: ProductView[];
  locale: string;
  say: Say;
  amount: (minor: number) => string;
};

function Pictures({ product, say }: Pick<ProductPageProps, "product" | "say">) {
  const pictures = product.pictures.flatMap(({ src, alt }) => (src ? [{ src, alt: alt || product.name }] : []));
  if (!pictures.length) {
    return (
      <div className="cut-28 overflow-hidden">
        <Placeholder name={product.name} category={product.category?.name} alt={product.name} />
      </div>
    );
  }
  const names = pictures.map((_, index) => say("product.picture", { index: index + 1, count: pictures.length }));
  return <Gallery pictures={pictures} label={say("product.pictures")} names={names} />;
}

/** A product: its pictures, what it costs and who sells it, what is to be known of it, what else the shop has. */
export function ProductPageView({ product, shop, others, locale, say, amount }: ProductPageProps) {
  const to = pathIn(locale);
  return (
    <div className="page stack-14 py-6 pb-20">
      <div className="stack-4">
        <Breadcrumb
          label={say("layout.trail")}
          steps={[
            { name: say("layout.home"), href: to("/") },
            ...product.trail.map(({ name, path }) => ({ name, href: to(`/categories/${path}`) })),
            { name: product.name },
          ]}
        />
        <div className="grid items-start gap-x-12 gap-y-8 lg:grid-cols-[1.15fr_1fr]">
          <div className="min-w-0 lg:sticky lg:top-6">
            <Pictures product={product} say={say} />
          </div>
          <div className="min-w-0 stack-6">
            <header className="stack-1">
              {product.brand && (
                <p dir="auto" className="text-sm font-semibold text-tile">
                  {product.brand}
                </p>
              )}
              <h1 dir="auto" className="display text-3xl">
                {product.name}
              </h1>
            </header>
            <BuyForm
              action={addToCart}
              locale={locale}
              cartHref={to("/cart")}
              optionNames={product.options.map(({ name }) => name)}
              variants={buyVariants(product, takesOrders(shop.status), say)}
              priceVaries={product.priceVaries}
              words={buyWords(say)}
            />
            <SellerCard shop={shop} locale={locale} say={say} amount={amount} />
          </div>
        </div>
      </div>
      <div className="grid gap-x-12 gap-y-10 border-t border-line pt-10 lg:grid-cols-[1.15fr_1fr]">
        {product.description && (
          <section>
            <h2 className="display text-2xl">{say("product.about")}</h2>
            {/* Cleaned by the import before it was stored. */}
            <div
              dir="auto"
              className="prose mt-3 text-start"
              dangerouslySetInnerHTML={{ __html: product.description }}
            />
          </section>
        )}
        <section>
          <h2 className="display text-2xl">{say("product.details")}</h2>
          <div className="mt-3">
            <ProductDetails product={product} locale={locale} say={say} />
          </div>
        </section>
      </div>
      {others.length > 0 && (
        <section className="stack-6" aria-label={say("product.more", { shop: shop.name })}>
          <h2 className="display text-2xl">{say("product.more", { shop: shop.name })}</h2>
          <ProductGrid items={others} locale={locale} say={say} shop={false} />
        </section>
      )}
    </div>
  );
}
