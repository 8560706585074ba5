import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Money } from "@/components/ui/price";
import { QuantityInput } from "@/components/ui/quantity-input";
import type { CartLine } from "@/lib/cart/cookie";
import type { ProductView } from "@/lib/catalog/views";
import { lineLabel } from "@/lib/orders/rules";
import type { CheckoutBasketView } from "@/lib/orders/views";
import type { Say } from "@/lib/platform/messages";
import { QueryForm } from "./query-form";

type Props = {
  say: Say;
  action: string;
  /** What the address says besides: who calls, and what is ordered so far. */
  keep: Readonly<Record<string, string | undefined>>;
  q: string | undefined;
  /** What was found by it; null when nothing was searched for. */
  products: readonly ProductView[] | null;
  baskets: readonly CheckoutBasketView[];
  wanted: readonly CartLine[];
};

const row = "flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-2";

type FoundProps = Pick<Props, "say" | "action" | "keep" | "wanted"> & { product: ProductView };

function Found({ product, say, action, keep, wanted }: FoundProps) {
  return product.variants.map((variant) => {
    const label = lineLabel({ name: product.name, options: Object.values(variant.options).join(", ") });
    const left = variant.stock >= variant.minQuantity;
    const had = wanted.find(({ variantId }) => variantId === variant.id)?.quantity;
    return (
      <li key={variant.id} className={row}>
        <div className="min-w-0">
          <span dir="auto" className="block font-semibold">
            {label}
          </span>
          <span className="text-sm text-ink-soft">
            <bdi>{product.retailer.name}</bdi> · <Money text={variant.price.formatted} /> ·{" "}
            {left ? say("admin.phone.left", { count: variant.stock }) : say("admin.phone.sold_out")}
          </span>
        </div>
        {left && (
          <QueryForm action={action} keep={{ ...keep, set: String(variant.id) }} className="flex gap-2">
            <QuantityInput
              label={say("admin.phone.quantity", { name: label })}
              key={had}
              defaultValue={had ?? variant.minQuantity}
              min={variant.minQuantity}
              max={Math.min(variant.stock, variant.maxQuantity ?? variant.stock)}
            />
            <Button type="submit" look="secondary">
              {say(had === undefined ? "admin.phone.add" : "admin.phone.set")} <bdi className="sr-only">{label}</bdi>
            </Button>
          </QueryForm>
        )}
      </li>
    );
  });
}

/** What whoever calls wants: found by its name, and what is in the order so far, shop by shop. */
export function Wanted({ say, action, keep, q, products, baskets, wanted }: Props) {
  return (
    <>
      <QueryForm action={action} keep={keep} className="flex flex-wrap items-end gap-3">
        <div className="grow basis-60 md:max-w-md">
          <Field type="search" name="q" label={say("admin.phone.search")} defaultValue={q ?? ""} dir="auto" />
        </div>
        <Button type="submit" look="secondary">
          {say("admin.phone.search_button")}
        </Button>
      </QueryForm>
      {products?.length === 0 && <p>{say("admin.phone.products_none")}</p>}
      {products && products.length > 0 && (
        <ul className="divide-y divide-line border-y border-line">
          {products.map((product) => (
            <Found key={product.id} product={product} say={say} action={action} keep={{ ...keep, q }} wanted={wanted} />
          ))}
        </ul>
      )}
      {baskets.length === 0 && <p className="text-ink-soft">{say("admin.phone.empty")}</p>}
      {baskets.map(({ retailer, lines, subtotal }) => (
        <section key={retailer.id}>
          <h3 dir="auto" className="font-semibold">
            {retailer.name}
          </h3>
          <ul className="divide-y divide-line">
            {lines.map((line) => (
              <li key={line.variantId} className={row}>
                <span dir="auto" className="min-w-0 grow">
                  {lineLabel(line)}
                </span>
                <QueryForm action={action} keep={{ ...keep, q, set: String(line.variantId) }} className="flex gap-2">
                  <QuantityInput
                    label={say("admin.phone.quantity", { name: lineLabel(line) })}
                    key={line.quantity}
                    defaultValue={line.quantity}
                    min={0}
                  />
                  <Button type="submit" look="quiet">
                    {say("admin.phone.set")} <bdi className="sr-only">{lineLabel(line)}</bdi>
                  </Button>
                </QueryForm>
                <Money text={line.total.formatted} className="w-24 text-end" />
              </li>
            ))}
          </ul>
          <p className="flex justify-between gap-4 border-t border-line pt-2 font-semibold">
            <span className="text-sm font-normal text-ink-soft">{say("admin.phone.out_of_basket")}</span>
            <Money text={subtotal.formatted} />
          </p>
        </section>
      ))}
    </>
  );
}
