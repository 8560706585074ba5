import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { Money } from "@/components/ui/price";
import type { BasketView, CartLineView } from "@/lib/cart/views";
import { LineForm } from "./line-form";
import { Thumbnail } from "./thumbnail";
import { Totals } from "./totals";

type Say = (key: string, values?: Record<string, string | number>) => string;
type Shared = { locale: string; say: Say; path: (path: string) => string };

function Line({ line, locale, say, path }: Shared & { line: CartLineView }) {
  const fix = line.problem?.fix ? say("cart.set_to", { count: line.problem.fix }) : null;
  return (
    <li className="flex gap-4 py-5">
      <Thumbnail src={line.image} name={line.name} category={line.category} />
      <div className="min-w-0 flex-1 stack-2">
        <div className="flex justify-between gap-x-4">
          <div className="min-w-0">
            <Link
              href={path(`/products/${line.productSlug}`)}
              dir="auto"
              className="font-semibold underline-offset-4 hover:underline"
            >
              {line.name}
            </Link>
            {line.options && (
              <p dir="auto" className="text-sm text-ink-soft">
                {line.options}
              </p>
            )}
            {line.quantity > 1 && (
              <p className="text-sm text-ink-soft">
                <Money text={line.unitPrice.formatted} /> {say("cart.each")}
              </p>
            )}
          </div>
          <Money text={line.total.formatted} className="font-semibold" />
        </div>
        <LineForm
          line={line}
          locale={locale}
          words={{
            quantity: say("cart.quantity_of", { name: line.name }),
            update: say("cart.update"),
            updating: say("cart.updating"),
            remove: say("cart.remove"),
            removeOf: say("cart.remove_of", { name: line.name }),
            fix,
          }}
        />
      </div>
    </li>
  );
}

/** Everything from one retailer: its lines, sums, when it opens and what is missing to its minimum. */
export function Basket({ basket, alone, ...shared }: Shared & { basket: BasketView; alone: boolean }) {
  const { say, path } = shared;
  const { handle, name } = basket.retailer;
  const words = {
    subtotal: say("cart.subtotal"),
    shipping: say("cart.shipping"),
    pickup: say("cart.pickup"),
    free: say("cart.free"),
    total: say("cart.total"),
    weight: say("cart.weight"),
    weightValue: say("cart.weight_value", { kilograms: (basket.weight / 1000).toLocaleString(shared.locale) }),
  };
  return (
    <Card aria-labelledby={`basket-${handle}`}>
      <header className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 border-b border-line pb-3">
        <h2 id={`basket-${handle}`} className="text-lg font-bold">
          <Link href={path(`/retailers/${handle}`)} dir="auto" className="underline-offset-4 hover:underline">
            {name}
          </Link>
        </h2>
        {basket.openNote && <Badge tone={basket.open ? "good" : "warn"}>{basket.openNote}</Badge>}
      </header>
      <ul className="divide-y divide-line">
        {basket.lines.map((line) => (
          <Line key={line.variantId} line={line} {...shared} />
        ))}
      </ul>
      <div className="grid gap-5 border-t border-line pt-4 sm:grid-cols-2">
        <div>
          {basket.missingToMinimum.amount > 0 && (
            <Notice tone="warn">
              {say("cart.missing", { amount: basket.missingToMinimum.formatted, shop: name })}
            </Notice>
          )}
        </div>
        <div className="stack-4">
          <Totals basket={basket} words={words} />
          {!alone && basket.lines.every((line) => !line.problem) && (
            <ButtonLink look="secondary" wide href={path(`/checkout?shop=${handle}`)}>
              {say("cart.submit_one", { shop: name })}
            </ButtonLink>
          )}
        </div>
      </div>
    </Card>
  );
}
