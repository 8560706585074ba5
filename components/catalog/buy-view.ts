import type { ProductDetailView, VariantView } from "@/lib/catalog/views";
import type { Say } from "@/lib/platform/messages";
import type { BuyVariant, BuyWords } from "./buy-form";

/** From this many pieces down the page says how many are left. */
const few = 5;

function limits({ minQuantity, maxQuantity }: VariantView, say: Say): string | null {
  const parts = [
    minQuantity > 1 && say("product.sold_from", { count: minQuantity }),
    maxQuantity !== null && say("product.at_most", { count: maxQuantity }),
  ].filter(Boolean);
  return parts.join(", ") || null;
}

function stock({ stock: left, minQuantity }: VariantView, takesOrders: boolean, say: Say): BuyVariant["stock"] {
  if (!takesOrders) return { text: say("cart.paused"), tone: "warn" };
  if (left < minQuantity) return { text: say("product.out_of_stock"), tone: "bad" };
  if (left <= few) return { text: say("product.left", { count: left }), tone: "warn" };
  return { text: say("product.in_stock"), tone: "good" };
}

/**
 * The variants with everything already said, so that the browser needs no words of its own.
 * @param takesOrders false while their shop takes none
 */
export const buyVariants = (product: ProductDetailView, takesOrders: boolean, say: Say): BuyVariant[] =>
  product.variants.map((variant) => ({
    id: variant.id,
    values: product.options.map(({ name }) => variant.options[name] ?? ""),
    price: variant.price.formatted,
    stock: stock(variant, takesOrders, say),
    limits: limits(variant, say),
    available: takesOrders && variant.stock >= variant.minQuantity,
    min: variant.minQuantity,
    max: Math.min(variant.stock, variant.maxQuantity ?? Number.MAX_SAFE_INTEGER),
  }));

export const buyWords = (say: Say): BuyWords => ({
  variant: say("product.variant"),
  add: say("product.add"),
  adding: say("product.adding"),
  added: say("product.added"),
  viewCart: say("product.view_cart"),
  quantity: say("product.quantity"),
  failed: say("product.failed"),
  unavailable: say("product.unavailable"),
});
