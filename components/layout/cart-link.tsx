"use client";
import { useEffect, useState } from "react";
import { Basket } from "@/components/ui/icons";
import { Link } from "@/components/ui/link";
import { countOf, parseCart } from "@/lib/cart/cookie";
import { useCookie } from "./cookie";

/** Tells the header what the cart will hold before its cookie does; without `count` the cookie holds again. */
export type CartEvent = CustomEvent<{ count?: number }>;
export const cartEvent = "charsu:cart";

type CartLinkProps = {
  href: string;
  label: string;
  counts: { one: string; other: string; zero: string };
  plural: string;
};

/** The way to the cart. The page is the same for everybody: the count comes from the cookie, once the script runs. */
export function CartLink({ href, label, counts, plural }: CartLinkProps) {
  const kept = countOf(parseCart(useCookie("cart")));
  const [told, setTold] = useState<number | null>(null);
  useEffect(() => {
    const listen = (event: Event) => setTold((event as CartEvent).detail?.count ?? null);
    window.addEventListener(cartEvent, listen);
    return () => window.removeEventListener(cartEvent, listen);
  }, []);
  // A cart that changed is truer than what was told before.
  useEffect(() => setTold(null), [kept]);
  const things = told ?? kept;
  const text =
    things === 0 ? counts.zero : new Intl.PluralRules(plural).select(things) === "one" ? counts.one : counts.other;
  return (
    <Link
      href={href}
      className="relative flex min-h-11 min-w-11 items-center justify-center gap-3 px-2 hover:text-saffron"
      data-cart-count={things}
    >
      <Basket className="size-6" />
      <span className="max-md:sr-only">{label}</span>
      <span className="sr-only">({text.replace("#", String(things))})</span>
      {things > 0 && (
        <span
          aria-hidden="true"
          className="cut-6 absolute start-5 top-0.5 min-w-5 bg-saffron px-1 text-center text-xs font-bold leading-5 text-on-saffron tabular-nums"
        >
          {things > 999 ? "999+" : things}
        </span>
      )}
    </Link>
  );
}
