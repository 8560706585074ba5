"use client";
import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { QuantityInput } from "@/components/ui/quantity-input";
import { removeLine, updateLine } from "@/lib/cart/actions";
import type { CartLineView } from "@/lib/cart/views";

export type LineWords = {
  quantity: string;
  update: string;
  remove: string;
  removeOf: string;
  updating: string;
  fix: string | null;
};

/** How many of a line, and taking it out: two forms that work as they are and, with script, without a reload. */
export function LineForm({ line, locale, words }: { line: CartLineView; locale: string; words: LineWords }) {
  const [updated, update, updating] = useActionState(updateLine, null);
  const [removed, remove, removing] = useActionState(removeLine, null);
  const refusal = updated ?? removed;
  const hidden = (
    <>
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="variantId" value={line.variantId} />
    </>
  );
  return (
    <div className="stack-2" aria-busy={updating || removing}>
      <div className="flex flex-wrap items-center gap-2">
        <form action={update} className="flex flex-wrap items-center gap-2">
          {hidden}
          <QuantityInput
            key={line.quantity}
            label={words.quantity}
            defaultValue={line.quantity}
            min={0}
            max={line.maxQuantity ?? undefined}
            required
          />
          <Button type="submit" look="secondary" disabled={updating}>
            {updating ? words.updating : words.update}
          </Button>
        </form>
        <form action={remove}>
          {hidden}
          <Button type="submit" look="quiet" aria-label={words.removeOf} disabled={removing}>
            {words.remove}
          </Button>
        </form>
      </div>
      {refusal && (
        <Notice tone="bad" live="alert">
          {refusal.errors[0]?.message ?? refusal.message}
        </Notice>
      )}
      {line.problem && (
        <Notice tone="warn">
          <p className="font-semibold">{line.problem.message}</p>
          {words.fix && line.problem.fix !== null && (
            <form action={update}>
              {hidden}
              <input type="hidden" name="quantity" value={line.problem.fix} />
              <Button type="submit" look="quiet">
                {words.fix}
              </Button>
            </form>
          )}
        </Notice>
      )}
    </div>
  );
}
