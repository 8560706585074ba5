import { type ReactNode, useId } from "react";
import { Link } from "@/components/ui/link";

export type Handover = "delivery" | "pickup";

export type CheckoutBasket = {
  handle: string;
  name: string;
  /** Minor units, as the fee of each option. */
  subtotal: number;
  options: { value: Handover; label: string; shipping: number; missing: string | null }[];
  /** What is chosen when the shopper has not; null when the basket is too small for every way. */
  suggested: Handover | null;
  /** Where there is more to add. */
  more: { href: string; label: string };
  /** Its lines, made on the server. */
  summary: ReactNode;
};

/** The shopper's choice as far as it is open; otherwise what is suggested. */
export function openChoice(basket: CheckoutBasket, wish: string | undefined): Handover | null {
  const chosen = basket.options.find(({ value, missing }) => value === wish && missing === null);
  return chosen?.value ?? basket.suggested;
}

type Props = {
  basket: CheckoutBasket;
  chosen: Handover | null;
  choose: (handover: Handover) => void;
  /** Said of a basket that cannot be ordered yet. */
  stays: string;
};

/** How one basket is handed over. A way with something missing says what, and where to find more. */
export function HandoverChoice({ basket: { handle, name, options, more }, chosen, choose, stays }: Props) {
  const own = useId();
  return (
    <fieldset>
      <legend dir="auto" className="font-semibold">
        {name}
      </legend>
      {options.map(({ value, label, missing }) => {
        const note = missing === null ? undefined : `${own}-${value}`;
        return (
          <div key={value}>
            <label className="flex min-h-11 items-center gap-3 has-disabled:text-ink-soft">
              <input
                type="radio"
                name={`choices.${handle}`}
                value={value}
                // Not checked by hand: a form that was sent falls back to its defaults.
                defaultChecked={chosen === value}
                disabled={missing !== null}
                aria-describedby={note}
                onChange={() => choose(value)}
                className="size-5 accent-tile"
              />
              {label}
            </label>
            {missing !== null && (
              <p id={note} className="ps-8 text-sm">
                <span className="font-semibold text-warn">{missing}</span>{" "}
                <Link
                  href={more.href}
                  className="inline-flex min-h-11 items-center text-tile underline underline-offset-4"
                >
                  {more.label}
                </Link>
              </p>
            )}
          </div>
        );
      })}
      {chosen === null && <p className="ps-8 text-sm">{stays}</p>}
    </fieldset>
  );
}
