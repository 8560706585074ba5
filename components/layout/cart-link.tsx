"use client";
import { useEffect, useState, useSyncExternalStore } from "react";
import { Basket } from "@/components/ui/icons";
import { Link } from "@/components/ui/link";
import { countOf, parseCart } from "@/lib/cart/cookie";
import { readCookie } from "./cookie";

/** Tells the header that the cart changed; `count` when it is known before the cookie is. */
export type CartEvent = CustomEvent<{ count?: number }>;
export const cartEvent = "charsu:cart";

const count = () => countOf(parseCart(readCookie("cart")));

function subscribe(changed: () => void): () => void {
  // A page taken from the back-forward cache, or another tab, may be behind the cookie.
  for (const name of [cartEvent, "pageshow", "focus"]) window.addEventListener(name, changed);
  return () => {
    for (const name of [cartEvent, "pageshow", "focus"]) window.removeEventListener(name, changed);
  };
}

type CartLinkProps = {
  href: string;
  label: string;
  counts: { one: string; other: string; zero: string };
  plural: string;
};

/** The way to the cart. The page is the same for everybody: the count comes from the cookie, once the script runs. */
export function CartLink({ href, label, counts, plural }: CartLinkProps) {
  const kept = useSyncExternalStore(subscribe, count, () => 0);
  const [told, setTold] = useState<number | null>(null);
  useEffect(() => {
    const listen = (event: Event) => setTold((event as CartEvent).detail?.count ?? null);
    window.addEventListener(cartEvent, listen);
    return () => window.removeEventListener(cartEvent, listen);
  }, []);
  const things = told ?? kept;
  const text =
    things === 0 ? counts.zero : new Intl.PluralRules(plural).select(things) === "one" ? counts.one : counts.other;
  return (
    <Link
      href={href}
      className="relative flex min-h-11 min-w-11 items-center justify-center gap-2 px-2 hover:text-saffron"
      data-cart-count={things}
    >
      <Basket className="size-6" />
      <span className="max-md:sr-only">{label}</span>
      <span className="sr-only">({text.replace("#", String(things))})</span>
      {things > 0 && (
        <span
          aria-hidden="true"
          className="cut-6 absolute start-6 top-0.5 min-w-5 bg-saffron px-1 text-center text-xs font-bold leading-5 text-on-saffron tabular-nums"
        >
          {things > 999 ? "999+" : things}
        </span>
      )}
    </Link>
  );
}
