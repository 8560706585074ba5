"use client";
import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { emptyCart } from "@/lib/cart/actions";

/** Empties the whole cart. */
export function EmptyCartForm({ locale, label }: { locale: string; label: string }) {
  const [, action, pending] = useActionState(emptyCart, null);
  return (
    <form action={action}>
      <input type="hidden" name="locale" value={locale} />
      <Button type="submit" look="quiet" disabled={pending}>
        {label}
      </Button>
    </form>
  );
}
