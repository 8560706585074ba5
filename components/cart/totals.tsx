import { Money } from "@/components/ui/price";
import type { BasketView } from "@/lib/cart/views";

export type TotalsWords = {
  subtotal: string;
  shipping: string;
  pickup: string;
  free: string;
  total: string;
  weight: string;
  weightValue: string;
};

/** The sums of one basket, as a list of names and amounts. */
export function Totals({ basket, words }: { basket: BasketView; words: TotalsWords }) {
  const rows: [name: string, value: string, strong?: boolean][] = [
    [words.subtotal, basket.subtotal.formatted],
    [
      basket.fulfilment === "pickup" ? words.pickup : words.shipping,
      basket.shipping.amount === 0 ? words.free : basket.shipping.formatted,
    ],
    [words.weight, words.weightValue],
    [words.total, basket.total.formatted, true],
  ];
  return (
    <dl className="stack-1">
      {rows.map(([name, value, strong]) => (
        <div
          key={name}
          className={
            strong
              ? "flex justify-between gap-4 border-t border-line pt-2 text-lg font-bold"
              : "flex justify-between gap-4"
          }
        >
          <dt>{name}</dt>
          <dd>
            <Money text={value} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
