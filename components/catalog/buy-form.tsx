"use client";
import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import { cartEvent } from "@/components/layout/cart-link";
import { readCookie } from "@/components/layout/cookie";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Price } from "@/components/ui/price";
import { QuantityInput } from "@/components/ui/quantity-input";
import { countOf, parseCart } from "@/lib/cart/cookie";
import { chosenVariant, formatChoices } from "@/lib/cart/rules";
import { OptionGroups, VariantList, VariantSelect } from "./variant-choice";

export type BuyVariant = {
  id: number;
  values: string[];
  price: string;
  /** "Only 3 left"; null when there is nothing to say. */
  stock: { text: string; tone: "good" | "warn" | "bad" };
  limits: string | null;
  available: boolean;
  min: number;
  max: number;
};

export type BuyWords = Record<
  "variant" | "add" | "adding" | "added" | "viewCart" | "quantity" | "failed" | "unavailable",
  string
>;

type BuyFormProps = {
  action: (form: FormData) => void | Promise<void>;
  locale: string;
  cartHref: string;
  optionNames: string[];
  variants: BuyVariant[];
  priceVaries: boolean;
  words: BuyWords;
};

type Result = { ok: boolean; text: string } | null;

const tones = { good: "text-good", warn: "text-warn", bad: "text-bad" } as const;
const tell = (count?: number) => window.dispatchEvent(new CustomEvent(cartEvent, { detail: { count } }));

async function post(
  variantId: number,
  quantity: number,
  failed: string,
): Promise<{ ok: boolean; text: string; count?: number }> {
  try {
    const response = await fetch("/api/cart/add_item", {
      method: "POST",
      headers: { "Content-Type": "application/json", "Accept-Language": document.documentElement.lang },
      body: JSON.stringify({ variantId, quantity }),
    });
    const { success, message, data } = await response.json();
    return { ok: success === true, text: message || failed, count: data?.count };
  } catch {
    return { ok: false, text: failed };
  }
}

/**
 * Chooses a variant and puts it into the cart. Without the script it is a form that posts to the action; with it the
 * badge counts at once and the server's answer wins.
 */
export function BuyForm({ action, locale, cartHref, optionNames, variants, priceVaries, words }: BuyFormProps) {
  const [chosen, setChosen] = useState(() => variants.find(({ available }) => available) ?? variants[0]!);
  const [quantity, setQuantity] = useState(chosen.min);
  const [busy, setBusy] = useState(false);
  const [result, setResult] = useState<Result>(null);
  const quantityId = useId();
  const form = useRef<HTMLFormElement>(null);
  // What was chosen before the script ran counts.
  useEffect(() => {
    const given = new FormData(form.current!);
    const id = Number(chosenVariant(given));
    setChosen((now) => variants.find((variant) => variant.id === id) ?? now);
    setQuantity((now) => Number(given.get("quantity")) || now);
  }, [variants]);
  // Next keeps a page that was left; what was said then is not said again.
  useEffect(() => () => setResult(null), []);

  const choose = (variant: BuyVariant) => {
    setChosen(variant);
    setQuantity((now) => Math.min(Math.max(now, variant.min), Math.max(variant.max, variant.min)));
    setResult(null);
  };

  const add = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setResult(null);
    tell(countOf(parseCart(readCookie("cart"))) + quantity);
    const answer = await post(chosen.id, quantity, words.failed);
    tell(answer.ok ? answer.count : undefined);
    setResult({ ok: answer.ok, text: answer.ok ? words.added : answer.text });
    setBusy(false);
  };

  const many = variants.length > 8;
  return (
    <form ref={form} action={action} onSubmit={add} className="stack-5">
      <input type="hidden" name="locale" value={locale} />
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <Price text={chosen.price} size="lg" />
        <p className={`text-sm font-semibold ${tones[chosen.stock.tone]}`}>{chosen.stock.text}</p>
      </div>
      {variants.length === 1 && <input type="hidden" name="variantId" value={chosen.id} />}
      {variants.length > 1 && optionNames.length < 2 && !many && (
        <VariantList
          legend={optionNames[0] ?? words.variant}
          variants={variants}
          chosen={chosen}
          choose={choose}
          priceVaries={priceVaries}
        />
      )}
      {variants.length > 1 && optionNames.length < 2 && many && (
        <VariantSelect label={optionNames[0] ?? words.variant} variants={variants} chosen={chosen} choose={choose} />
      )}
      {variants.length > 1 && optionNames.length > 1 && (
        <>
          <OptionGroups
            names={optionNames}
            variants={variants}
            chosen={chosen}
            choose={choose}
            unavailable={words.unavailable}
          />
          <input type="hidden" name="choices" value={formatChoices(variants)} />
          <noscript>
            <VariantSelect label={words.variant} variants={variants} chosen={chosen} choose={choose} />
          </noscript>
        </>
      )}
      <div className="flex flex-wrap items-end gap-3">
        <div>
          <label htmlFor={quantityId} className="block text-sm font-semibold">
            {words.quantity}
          </label>
          <QuantityInput
            id={quantityId}
            value={quantity}
            min={chosen.min}
            max={chosen.max > 0 ? chosen.max : undefined}
            required
            disabled={!chosen.available}
            onChange={(event) => setQuantity(event.target.valueAsNumber || chosen.min)}
          />
        </div>
        <Button type="submit" disabled={!chosen.available || busy} className="grow sm:max-w-72">
          {busy ? words.adding : words.add}
        </Button>
      </div>
      {chosen.limits && <p className="text-sm text-ink-soft">{chosen.limits}</p>}
      <div role="status" className="min-h-[1lh] font-semibold">
        {result && (
          <p className={result.ok ? "text-good" : "text-bad"}>
            {result.text}{" "}
            {result.ok && (
              <Link href={cartHref} className="inline-block text-tile underline underline-offset-4">
                {words.viewCart}
              </Link>
            )}
          </p>
        )}
      </div>
    </form>
  );
}
